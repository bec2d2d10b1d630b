import type { TouchedRecord } from '../drafts/handoffInput';
import { dirname } from '../files/paths';
import { relativeHref } from '../files/relativeHref';
import { groupedBy } from '../lists';
import { recordLabel } from '../names/series';
import type { FilePath } from '../ports';
import { isAboutCode } from '../records/record';
import { openRecordsIn } from './openParts';
import type { CommittedFile } from './touchedFiles';
import type { WorkFolder } from './workplace';

/** Each is read once from git. */
const mostRead = 8;

/**
 * What was touched, with the records that only a branch that is not merged has so told as that branch has them: what is
 * accepted there is not decided yet, and what is checked out here may not have it at all.
 * @param files the newest first @param draft as `touchedRecords` takes it
 */
export async function withOpenRecords(
  { project, history }: Pick<WorkFolder, 'project' | 'history'>,
  touched: readonly TouchedRecord[],
  files: readonly CommittedFile[],
  draft: FilePath,
): Promise<readonly TouchedRecord[]> {
  const open = [...groupedBy(files, ({ path }) => path)].flatMap(([path, [newest, ...others]]) => {
    const kind = project.record(path)?.kind ?? project.kindAt(path);
    if (newest?.open === undefined || newest.status === 'deleted') return [];
    const branch = newest.open;
    if (kind === null || others.some((other) => other.open !== branch)) return [];
    return isAboutCode(kind) ? [{ commits: [newest, ...others] as const, branch, kind }] : [];
  });
  const git = open.length === 0 ? null : await history();
  if (!git) return touched;
  const found = new Map<FilePath, TouchedRecord>();
  const collections = new Set<FilePath>();
  for (const { commits, branch, kind } of open.slice(0, mostRead)) {
    for (const { record, isNew } of await openRecordsIn(git, commits, kind).catch(() => [])) {
      const { path, title, status, statusText } = record;
      // Its records are told in place of the file.
      if (record.part) collections.add(commits[0].path);
      const known = touched.find((one) => one.path === path);
      if (!known && !isNew) continue;
      const href = relativeHref(dirname(draft), path);
      const added = { path, href, label: recordLabel(record), how: 'added', files: [], ties: [] } as const;
      const { replacedBy, ...touch } = known ?? { ...added, replacedBy: undefined };
      found.set(path, {
        ...touch,
        ...{ kind, title, status, statusText },
        ...(known?.status === status && replacedBy && { replacedBy }),
        on: { branch, isHere: project.record(path) !== undefined },
      });
    }
  }
  const kept = touched.filter(({ path }) => !collections.has(path));
  const told = kept.map((record) => found.get(record.path) ?? record);
  return [...told, ...[...found.values()].filter(({ path }) => !touched.some((record) => record.path === path))];
}
