import type { ChangedRecord } from '../drafts/catchUpInput';
import type { RecordNow } from '../handoffs/changesSince';
import { groupedBy } from '../lists';
import { recordLabel } from '../names/series';
import type { FilePath } from '../ports';
import type { ProjectView } from '../projectView';
import { type DocRecord, fileOf, isAboutCode, type ParsedRecord } from '../records/record';
import type { Instant } from '../time/zone';
import { recordsOf, textOf } from './changedParts';
import type { FileSince, FolderHistory } from './workplace';

/** Removed files that are read. */
const mostRead = 40;

/** A record that was removed, as it was last, and who removed it. */
export interface RemovedRecord {
  readonly record: ParsedRecord;
  readonly people: readonly string[];
}

/** The records that others removed together with their files. */
export async function removedWithFiles(
  view: Pick<ProjectView, 'kindAt'>,
  changes: readonly FileSince[],
  committed: FolderHistory['committed'],
): Promise<readonly RemovedRecord[]> {
  // The newest commit removed the file; earlier changes to it are no news any more.
  const gone = changes.filter(({ isGone, commits }) => isGone && commits[0]?.own === false).slice(0, mostRead);
  const found = gone.map(async ({ path, before, commits }) => {
    const kind = view.kindAt(path);
    if (kind === null || !before) return [];
    const [whole, ...parts] = recordsOf(kind, await textOf(committed, before.commit, before.path));
    const people = commits.slice(0, 1).map(({ author }) => author);
    return (parts.length > 0 ? parts : whole ? [whole] : []).map((record) => ({ record, people }));
  });
  return (await Promise.all(found)).flat();
}

/**
 * The removed records, without those whose title another record has: these were moved, or were copies. One of another
 * number whose file is as before is neither.
 * @param isAsBefore whether the file of a record did not change
 */
export function toldRemoved(
  removed: readonly RemovedRecord[],
  present: readonly DocRecord[],
  isAsBefore: (file: FilePath) => boolean = () => false,
): readonly ChangedRecord[] {
  const byTitle = groupedBy(present, titleOf);
  const isKept = (record: ParsedRecord) =>
    byTitle.get(titleOf(record))?.some((one) => {
      return !isAsBefore(fileOf(one)) || recordLabel(one) === recordLabel(record);
    });
  const nothing = { href: null, was: null, supersededBy: [], files: [], fileCount: 0 };
  return removed.flatMap(({ record, people }) => {
    const { kind, title, status, statusText, decision } = record;
    if (!isAboutCode(kind) || isKept(record)) return [];
    const label = recordLabel(record);
    return [{ ...nothing, kind, label, title, status, statusText, decision, how: 'removed' as const, people }];
  });
}

/** The records that a handoff links to and that were removed after an instant. */
export async function removedSince(
  view: Pick<ProjectView, 'record' | 'records' | 'kindAt'>,
  linked: readonly FilePath[],
  since: Instant,
  history: Pick<FolderHistory, 'changedSince' | 'committed'>,
): Promise<readonly RecordNow[]> {
  const missing = new Set(linked.filter((path) => view.record(path) === undefined && isRecordPlace(view, path)));
  if (missing.size === 0) return [];
  const changes = await history.changedSince([], since, null, (path) => missing.has(path));
  const removed = await removedWithFiles(view, changes ?? [], (commit, path) => history.committed(commit, path));
  return toldRemoved(removed, view.records()).map(({ label, title, people }) => {
    return { path: null, label, title, added: null, changed: null, people, supersededBy: [] };
  });
}

/** Whether a file at this path would be a decision, an RFC or a runbook. */
export function isRecordPlace(view: Pick<ProjectView, 'kindAt'>, path: FilePath): boolean {
  const kind = view.kindAt(path);
  return kind !== null && isAboutCode(kind);
}

function titleOf({ title }: Pick<ParsedRecord, 'title'>): string {
  return title.trim().toLowerCase();
}
