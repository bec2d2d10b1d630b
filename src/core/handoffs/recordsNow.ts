import { groupedBy } from '../lists';
import { recordLabel } from '../names/series';
import type { FilePath } from '../ports';
import type { DocRecord } from '../records/record';
import type { Instant } from '../time/zone';
import type { RecordNow } from './changesSince';

/** One commit's change of one file; `src/git/activity/recentChanges.ts` reads it. */
export interface FileChange {
  readonly path: FilePath;
  readonly status: 'added' | 'modified' | 'deleted';
  readonly author: string;
  readonly committed: Instant;
}

/** The files whose changes tell what became of records: their own, and those of what replaced them. */
export function filesOf(records: readonly DocRecord[]): readonly FilePath[] {
  const successors = records.flatMap(({ supersededBy }) => supersededBy.flatMap(({ path }) => path ?? []));
  return [...new Set([...records.map(({ path }) => path), ...successors])];
}

/** The changes of each file, the newest first. */
function byPath(changes: readonly FileChange[]): ReadonlyMap<FilePath, readonly FileChange[]> {
  const newestFirst = changes.toSorted((a, b) => b.committed - a.committed);
  return groupedBy(newestFirst, ({ path }) => path);
}

/** Records as they are now, with what `changes` say of them. */
export function recordsNow(
  records: readonly DocRecord[],
  changes: readonly FileChange[],
  recordAt: (path: FilePath) => DocRecord | undefined,
): readonly RecordNow[] {
  const grouped = byPath(changes);
  const changesOf = (path: FilePath) => grouped.get(path) ?? [];
  return records.map((record) => {
    const own = changesOf(record.path);
    const retiring = record.supersededBy.filter(({ partial, pending }) => !partial && !pending);
    return {
      path: record.path,
      label: recordLabel(record),
      title: record.title,
      added: own.find(({ status }) => status === 'added')?.committed ?? null,
      changed: own[0]?.committed ?? null,
      people: [...new Set(own.map(({ author }) => author))],
      supersededBy: retiring.flatMap(({ path }) => {
        const successor = path === null ? undefined : recordAt(path);
        if (!successor) return [];
        const since = changesOf(successor.path)[0]?.committed ?? null;
        return [{ path: successor.path, label: recordLabel(successor), since }];
      }),
    };
  });
}
