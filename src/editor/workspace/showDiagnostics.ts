import { type ExtensionContext, env, version, window, workspace } from 'vscode';
import { folderDiagnostics } from './folderDiagnostics';
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
    ...projects.folders.flatMap(({ folder, view, timings }, index) => {
      return ['', `## Folder ${index + 1}`, '', ...folderDiagnostics(folder.uri.scheme, view, timings)];
    }),
    '',
  ];
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: lines.join('\n') }));
}
