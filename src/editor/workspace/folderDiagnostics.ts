import type { ProjectView } from '../../core/projectView';
import { recordKinds } from '../../core/records/record';
import type { FolderTimings } from './folderProject';

/** What *Show Diagnostics* says of a folder: counts and timings, never a name or a word (docs/security.md#r56). */
export function folderDiagnostics(scheme: string, view: ProjectView, timings: FolderTimings): readonly string[] {
  const records = view.records();
  const counts = recordKinds.map((kind) => `${records.filter((record) => record.kind === kind).length} ${kind}`);
  return [
    `- scheme: ${scheme}`,
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
