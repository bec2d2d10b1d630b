import type { ChangedRecord } from '../drafts/catchUpInput';
import { append } from '../lists';
import type { ParsedRecord, RecordKind } from '../records/record';
import { changedPartsOf, mostCommits, partName, recordsOf, type TextOf, textOf } from './changedParts';
import type { CommitOfFile, FileSince, FolderHistory } from './workplace';

/** A commit that changed a record. */
interface Step extends CommitOfFile {
  /** Whether the record's status is another one since; absent where that was not read. */
  readonly sets?: boolean;
}

export type ToldChange = Pick<ChangedRecord, 'how' | 'was' | 'people'>;

/**
 * What others did to a record. Who only edited it did not add it, and a status that the reader set is no news of a
 * colleague's who edited the record, too.
 * @param steps the newest first
 */
export function changeByOthers({ how, was }: Pick<ToldChange, 'how' | 'was'>, steps: readonly Step[]): ToldChange {
  const people = othersOf(steps);
  if (how === 'added') {
    const first = steps.at(-1);
    if (first?.own) return { how: 'changed', was: null, people };
    return { how, was, people: first ? [first.author] : [] };
  }
  const isOwnStatus = was !== null && steps.some(({ own }) => own) && steps.find(({ sets }) => sets)?.own !== false;
  return isOwnStatus ? { how: 'changed', was: null, people } : { how, was, people };
}

export function othersOf(commits: readonly CommitOfFile[]): readonly string[] {
  return [...new Set(commits.flatMap(({ own, author }) => (own ? [] : [author])))];
}

/** The commits that have the file at its path, without those to another record that it took the place of. */
export async function commitsHaving(
  { path, commits }: FileSince,
  committed: FolderHistory['committed'],
): Promise<readonly CommitOfFile[]> {
  const texts = await Promise.all(commits.slice(0, mostCommits).map(({ hash }) => textOf(committed, hash, path)));
  return commits.filter((_, at) => texts[at]);
}

/** The newest commit that took the file away from the path that it had; undefined where none is known to. */
export async function removerOf(
  { before, commits }: FileSince,
  committed: FolderHistory['committed'],
): Promise<CommitOfFile | undefined> {
  if (!before) return undefined;
  for (const commit of commits.slice(0, mostCommits)) {
    const [was, is] = await Promise.all([
      commit.parent && textOf(committed, commit.parent, before.path),
      textOf(committed, commit.hash, before.path),
    ]);
    if (was && !is) return commit;
  }
  return undefined;
}

/** The commits of a file that is one record; those of a long history are not read. */
export async function stepsOf(
  kind: RecordKind,
  file: FileSince,
  committed: FolderHistory['committed'],
): Promise<readonly Step[]> {
  if (file.commits.length > mostCommits) return file.commits;
  const steps = file.commits.map(async (commit) => {
    const [was, is] = (await sidesOf(file, commit, committed)).map((text) => recordsOf(kind, text)[0]);
    return { ...commit, sets: isOtherStatus(was, is) };
  });
  return Promise.all(steps);
}

/** `partName` -> the commits that changed the part, the newest first; null where there are too many to read. */
export async function stepsOfParts(
  kind: RecordKind,
  file: FileSince,
  committed: FolderHistory['committed'],
): Promise<ReadonlyMap<string, readonly Step[]> | null> {
  if (file.commits.length > mostCommits) return null;
  const found = new Map<string, Step[]>();
  for (const commit of file.commits) {
    const [was, is] = await sidesOf(file, commit, committed);
    for (const part of changedPartsOf(kind, was, is)) {
      const record = part.is ?? part.was;
      if (record) append(found, partName(record), { ...commit, sets: isOtherStatus(part.was, part.is) });
    }
  }
  return found;
}

/** The file's text before and after a commit, at either of its paths. */
async function sidesOf(
  { path, before }: FileSince,
  commit: CommitOfFile,
  committed: FolderHistory['committed'],
): Promise<readonly [was: TextOf | null, is: TextOf | null]> {
  const places = [...new Set([path, before?.path ?? path])];
  const firstText = async (hash: string) => {
    for (const place of places) {
      const text = await textOf(committed, hash, place);
      if (text) return text;
    }
    return null;
  };
  return Promise.all([commit.parent === null ? null : firstText(commit.parent), firstText(commit.hash)]);
}

function isOtherStatus(was: ParsedRecord | null | undefined, is: ParsedRecord | null | undefined): boolean {
  return was?.status !== is?.status || was?.statusText !== is?.statusText;
}
