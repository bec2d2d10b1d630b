import type { ChangedRecord } from '../drafts/catchUpInput';
import { isDoubtful, type Link, shownStrength } from '../links/link';
import { append } from '../lists';
import { recordLabel } from '../names/series';
import type { FilePath, Pacer } from '../ports';
import { type DocRecord, isAboutCode, type ParsedRecord, type RecordKind } from '../records/record';
import { livingSuccessors } from '../records/succession';
import { changedPartsOf, partName, type ReadPart, recordsOf, textOf } from './changedParts';
import {
  changeByOthers,
  commitsHaving,
  othersOf,
  removerOf,
  stepsOf,
  stepsOfParts,
  type ToldChange,
} from './recordSteps';
import { type RemovedRecord, removedWithFiles, toldRemoved } from './removedRecords';
import type { FileSince, FolderHistory } from './workplace';

/** What is asked of a workspace folder. */
interface Records {
  record(path: FilePath): DocRecord | undefined;
  records(): readonly DocRecord[];
  linksFor(file: FilePath): readonly Link[];
  kindAt(path: FilePath): RecordKind | null;
}

interface Question {
  readonly view: Records;
  /** Files of records that differ from before. */
  readonly changes: readonly FileSince[];
  readonly committed: FolderHistory['committed'];
  /** Files that the reader works on. */
  readonly ownFiles: readonly FilePath[];
  /** The destination of a link to a record. */
  readonly hrefOf: (path: FilePath) => string;
  readonly pacer: Pacer;
}

const mostFiles = 5;

/**
 * The decisions, RFCs and runbooks that others changed or removed, with what they decide and which of the reader's
 * files they govern.
 */
export async function changedRecords(question: Question): Promise<readonly ChangedRecord[]> {
  const { view, changes, hrefOf, pacer } = question;
  const told: Told[] = [];
  const removed: RemovedRecord[] = [];
  for (const file of changes) {
    const record = view.record(file.path);
    if (!record || !isAboutCode(record.kind) || file.commits.every(({ own }) => own)) continue;
    const found = await toldOf(record, file, question);
    told.push(...found.told);
    removed.push(...found.removed);
    await pacer.breathe();
  }
  const files = await governedFiles(question, new Set(told.map(({ record }) => record.path)));
  removed.push(...(await removedWithFiles(view, changes, question.committed)));
  const present = told.flatMap(({ record, state, how, was, people }) => {
    const { kind } = record;
    if (!isAboutCode(kind)) return [];
    const own = files.get(record.path) ?? [];
    const successors = state.status === 'superseded' ? livingSuccessors(record, (other) => view.record(other)) : [];
    return {
      href: hrefOf(record.path),
      kind,
      label: recordLabel(record),
      title: record.title,
      status: state.status,
      statusText: state.statusText,
      how,
      was,
      decision: record.decision,
      supersededBy: successors.map((successor) => recordLabel(successor) ?? successor.title),
      people,
      files: own.slice(0, mostFiles),
      fileCount: own.length,
    } satisfies ChangedRecord;
  });
  const others = new Set(changes.map(({ path }) => path));
  return [...present, ...toldRemoved(removed, view.records(), (file) => !others.has(file))];
}

interface Told extends ToldChange {
  readonly record: DocRecord;
  /** The status that was committed; the file on disk may have edits of the reader's. */
  readonly state: Pick<ParsedRecord, 'status' | 'statusText'>;
}

type Asked = Pick<Question, 'view' | 'committed'>;

interface Found {
  readonly told: readonly Told[];
  readonly removed: readonly RemovedRecord[];
}

async function toldOf(record: DocRecord, file: FileSince, asked: Asked): Promise<Found> {
  const [before, now] = await Promise.all([
    file.before && textOf(asked.committed, file.before.commit, file.before.path),
    textOf(asked.committed, file.head, file.path),
  ]);
  if (before && now && before.path === now.path && areAlike(before.text, now.text)) return { told: [], removed: [] };
  const parts = now ? changedPartsOf(record.kind, before, now) : [];
  if (parts.length > 0) return toldParts(record, parts, file, asked);
  const [was] = recordsOf(record.kind, before);
  const [is] = recordsOf(record.kind, now);
  // Two records of one template are so alike that git may take a new one for a renamed one.
  const isOther = was && is && file.before?.path !== file.path && !isSame(was, is);
  const isNew = file.before === null || isOther;
  const told = howOf(isNew ? null : was, is);
  const isMoved = !isNew && file.before?.path !== file.path && before?.text === now?.text && now !== null;
  const how = isMoved ? 'moved' : isNew ? 'added' : told.how;
  const isMixed = told.was !== null && file.commits.some(({ own }) => own);
  const steps = isMixed
    ? stepsOf(record.kind, file, asked.committed)
    : isOther
      ? commitsHaving(file, asked.committed)
      : file.commits;
  const change = changeByOthers({ ...told, how }, await steps);
  const remover = isOther ? await removerOf(file, asked.committed) : undefined;
  const removed = isOther && remover?.own !== true ? [{ record: was, people: othersOf(remover ? [remover] : []) }] : [];
  return { told: [{ record, state: stateOf(record, is), ...change }], removed };
}

/** An enhancement proposal has its status in another file, so that its text states none. */
function stateOf(record: DocRecord, committed: ParsedRecord | undefined): Told['state'] {
  return committed && committed.status !== 'none' ? committed : record;
}

/** Whether only blanks and line ends differ, as after a formatter. */
function areAlike(one: string, other: string): boolean {
  const words = (text: string) => text.replace(/\s+/gu, ' ').trim();
  return words(one) === words(other);
}

async function toldParts(record: DocRecord, parts: readonly ReadPart[], file: FileSince, asked: Asked): Promise<Found> {
  const authors = await stepsOfParts(record.kind, file, asked.committed);
  const commitsOf = (part: ParsedRecord) => authors?.get(partName(part)) ?? [];
  const removed = parts.flatMap(({ now, was }) => {
    if (now !== null || was === null || commitsOf(was)[0]?.own) return [];
    return [{ record: was, people: othersOf(commitsOf(was).slice(0, 1)) }];
  });
  const told = parts.flatMap((part) => {
    const now = part.now === null ? undefined : asked.view.record(part.now);
    if (!now || part.is === null) return [];
    const commits = commitsOf(part.is);
    // Only the reader changed this part; others changed another one.
    if (commits.length > 0 && commits.every((commit) => commit.own)) return [];
    const told = howOf(part.was, part.is);
    const change = changeByOthers(part.before === null ? { ...told, how: 'added' } : told, commits);
    return { record: now, state: stateOf(now, part.is), ...change };
  });
  return { told, removed };
}

function isSame(was: ParsedRecord, is: ParsedRecord): boolean {
  return was.title === is.title || (was.id !== null && recordLabel(was) === recordLabel(is));
}

/** How a record changed, by what its own text said and says: another record may have retired it long ago. */
export function howOf(
  was: ParsedRecord | null | undefined,
  is: ParsedRecord | undefined,
): Pick<ChangedRecord, 'how' | 'was'> {
  if (!was || !is || (was.status === is.status && (is.status !== 'other' || was.statusText === is.statusText)))
    return { how: 'changed', was: null };
  const { status, statusText } = was;
  return { how: is.status === 'superseded' ? 'superseded' : 'changed', was: { status, statusText } };
}

/** Path of a record -> the reader's files with a link to it that is strong enough to be shown. */
async function governedFiles(
  { view, ownFiles, pacer }: Question,
  changed: ReadonlySet<FilePath>,
): Promise<ReadonlyMap<FilePath, FilePath[]>> {
  const files = new Map<FilePath, FilePath[]>();
  for (const file of changed.size === 0 ? [] : ownFiles) {
    for (const link of view.linksFor(file)) {
      const { record, strength } = link;
      if (isDoubtful(link) || strength < shownStrength || !changed.has(record.path)) continue;
      append(files, record.path, file);
    }
    await pacer.breathe();
  }
  return files;
}
