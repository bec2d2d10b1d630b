import type { TouchedRecord } from '../drafts/handoffInput';
import { dirname } from '../files/paths';
import { relativeHref } from '../files/relativeHref';
import { groupedBy } from '../lists';
import { recordLabel } from '../names/series';
import type { FilePath } from '../ports';
import { isAboutCode, type ParsedRecord } from '../records/record';
import { recordsOf, textOf } from './changedParts';
import type { CommittedFile } from './touchedFiles';
import type { FolderHistory, WorkFolder } from './workplace';

/** Each is read once from git. */
const mostRead = 8;

/**
 * What was touched, with the records that only a branch that is not merged has so told as that branch has them: what is
 * accepted there is not decided yet, and what is checked out here may not have it at all. A file that holds several is
 * left as it is.
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
    const isOpen = newest?.open !== undefined && others.every(({ open: branch }) => branch === newest.open);
    return isOpen && newest.status !== 'deleted' && kind !== null && isAboutCode(kind) ? [{ newest, kind }] : [];
  });
  const git = open.length === 0 ? null : await history();
  if (!git) return touched;
  const found = new Map<FilePath, TouchedRecord>();
  for (const { newest, kind } of open.slice(0, mostRead)) {
    const known = touched.find(({ path }) => path === newest.path);
    const read = await readAt(git, newest, kind);
    if (!read || (!known && newest.status !== 'added') || newest.open === undefined) continue;
    const { path } = newest;
    const { title, status, statusText } = read;
    const href = relativeHref(dirname(draft), path);
    const added = { path, href, label: recordLabel(read), how: 'added', files: [], ties: [] } as const;
    const { replacedBy, ...touch } = known ?? { ...added, replacedBy: undefined };
    found.set(path, {
      ...touch,
      ...{ kind, title, status, statusText },
      ...(known?.status === status && replacedBy && { replacedBy }),
      on: { branch: newest.open, isHere: project.record(path) !== undefined },
    });
  }
  const told = touched.map((record) => found.get(record.path) ?? record);
  return [...told, ...[...found.values()].filter(({ path }) => !touched.some((record) => record.path === path))];
}

/** The one record of a file as a commit has it; null where git does not tell, or there are several. */
async function readAt(
  git: FolderHistory,
  { hash, path }: CommittedFile,
  kind: TouchedRecord['kind'],
): Promise<ParsedRecord | null> {
  const text = await textOf(git.committed.bind(git), hash, path).catch(() => null);
  const [record, ...parts] = recordsOf(kind, text);
  return record && parts.length === 0 ? record : null;
}
