import { type ExtensionContext, env, version, window, workspace } from 'vscode';
import { recordKinds } from '../../core/records/record';
import type { FolderProject } from './folderProject';
import type { Projects } from './projects';

/**
 * Opens a text with versions, counts and timings, but no content of files (docs/security.md#r56). It is in English,
 * since it is meant for bug reports.
 */
export async function showDiagnostics(context: ExtensionContext, projects: Projects): Promise<void> {
  const lines = [
    '# Meridian diagnostics',
    '',
    `- Meridian ${String(context.extension.packageJSON.version)}`,
    `- ${env.appName} ${version} (${env.appHost}, ${env.uiKind === 1 ? 'desktop' : 'web'})`,
    `- Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    `- workspace trusted: ${workspace.isTrusted}`,
    `- state: ${projects.state}`,
    ...projects.folders.flatMap((project, index) => ['', `## Folder ${index + 1}`, '', ...folderLines(project)]),
    '',
  ];
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: lines.join('\n') }));
}

function folderLines({ folder, view, timings }: FolderProject): readonly string[] {
  const records = view.records();
  const counts = recordKinds.map((kind) => `${records.filter((record) => record.kind === kind).length} ${kind}`);
  return [
    `- scheme: ${folder.uri.scheme}`,
    `- read: ${view.loaded}, version ${view.version}`,
    `- records: ${counts.join(', ')}`,
    `- not read in full: ${records.filter(({ problem }) => problem !== null).length}`,
    `- last reading, records: ${milliseconds(timings.records)}`,
    `- last reading, records and references: ${milliseconds(timings.load)}`,
    `- last update: ${milliseconds(timings.update)}`,
  ];
}

function milliseconds(value: number | null): string {
  return value === null ? 'not yet' : `${Math.round(value)} ms`;
}
