import { type TouchedFile, touchedRecords } from '../drafts/touchedRecords';
import { recordLabel } from '../names/series';
import type { FilePath } from '../ports';
import type { PathChange, ProjectView } from '../projectView';
import type { ChangeFacts, EarlierRecord, EditedRecord } from '../pullRequests/changeComment';
import { type DocRecord, isAboutCode } from '../records/record';
import { findingAnswer } from '../rules/answers';
import type { Finding } from '../rules/finding';
import { compareText } from '../text/compareText';
import { type ChangedPart, changedParts, type PartTexts, touchedParts } from './changedParts';

/** A change as git tells it, with what was known before it. */
export interface CheckedChange {
  readonly project: Pick<ProjectView, 'record' | 'linksFor'>;
  /** The records before the change, by path. */
  readonly recordsBefore: ReadonlyMap<FilePath, DocRecord>;
  /** What is gone, and what was added or changed. */
  readonly changes: readonly PathChange[];
  /** Paths that were there. */
  readonly before: ReadonlySet<FilePath>;
  /** Earlier path -> path now. */
  readonly renamed: ReadonlyMap<FilePath, FilePath>;
  /** Of the records in changed files that hold several, before the change and now. */
  readonly parts: { readonly before: PartTexts; readonly now: PartTexts };
  /** What the change brings in or leaves newly dead. */
  readonly findings: readonly Finding[];
}

/** So many records are looked for; the comment shows fewer and says how many more there are. */
const most = 100;

/** What a change has to do with records: which it edits, which govern what it changes, and what it leaves dead. */
export function changeFacts(change: CheckedChange): ChangeFacts {
  const { project, findings } = change;
  const parts = partsOf(change);
  const files = changedFiles(change, parts);
  const moved = [...movedRecords(change), ...movedParts(parts)];
  const touched = touchedRecords(project, files, '', 'in-force', most);
  const dead = findings.filter(({ code }) => code === 'retired-record').map(findingAnswer);
  return {
    edited: [...edited(touched, change.recordsBefore, moved), ...removed(change, parts, moved)],
    // That a record names a changed file does not say that it governs it.
    tied: touched.filter(({ how }) => how === 'scope' || how === 'cites'),
    dead: dead.map(({ file, line, message }) => ({ file, line, says: message })),
  };
}

/** File, by its path now or where it is gone by the one that it had -> what changed of the decisions in it. */
type Parts = ReadonlyMap<FilePath, readonly ChangedPart[]>;

/** A file that holds several decisions is told by those that changed, and as one only where none of them did. */
function partsOf({ project, recordsBefore, changes, before, renamed, parts }: CheckedChange): Parts {
  const earlier = new Map([...renamed].map(([from, to]) => [to, from]));
  const sides = [
    { record: (path: FilePath) => recordsBefore.get(path), texts: parts.before },
    { record: (path: FilePath) => project.record(path), texts: parts.now },
  ] as const;
  const holding = new Set(
    [...parts.before.keys(), ...parts.now.keys()].map((path) => path.slice(0, path.lastIndexOf('#'))),
  );
  const found = changes.map(({ path, kind }): [FilePath, readonly ChangedPart[]] => {
    const was = earlier.get(path) ?? (before.has(path) ? path : null);
    const isTold = holding.has(path) || (was !== null && holding.has(was));
    // Where it was moved to, its decisions are told there.
    if (!isTold || (kind === 'deleted' && renamed.has(path))) return [path, []];
    return [path, changedParts(...sides, was, kind === 'deleted' ? null : path)];
  });
  return new Map(found.filter(([, changed]) => changed.length > 0));
}

function changedFiles({ changes, before }: CheckedChange, parts: Parts): readonly TouchedFile[] {
  return changes.flatMap(({ path, kind }): readonly TouchedFile[] => {
    const own = parts.get(path);
    if (own) return touchedParts(own);
    return kind === 'deleted' ? [] : [{ path, status: before.has(path) ? 'modified' : 'added' }];
  });
}

/** Earlier path, path now. */
type Moved = readonly (readonly [FilePath, FilePath])[];

function edited(
  touched: ReturnType<typeof touchedRecords>,
  recordsBefore: CheckedChange['recordsBefore'],
  moved: Moved,
): readonly EditedRecord[] {
  const earlier = new Map(moved.map(([from, to]) => [to, from]));
  const own = touched.filter(({ how }) => how === 'added' || how === 'changed');
  return own.map((now) => {
    const was = recordsBefore.get(earlier.get(now.path) ?? now.path);
    return { now, before: (was && earlierRecord(was)) ?? null };
  });
}

/**
 * Records that have another path now. Two records of one template are alike enough for git to take a new one for the one
 * that was removed: only number or title tell that it is the same.
 */
function movedRecords({ project, recordsBefore, renamed }: CheckedChange): Moved {
  return [...renamed].filter(([from, to]) => {
    const [was, now] = [recordsBefore.get(from), project.record(to)];
    return was && now && (was.title === now.title || (was.id !== null && recordLabel(was) === recordLabel(now)));
  });
}

function movedParts(parts: Parts): Moved {
  return [...parts.values()].flat().flatMap(({ now, before }) => (now && before ? [[before, now] as const] : []));
}

function removed(
  { project, recordsBefore, changes }: CheckedChange,
  parts: Parts,
  moved: Moved,
): readonly EditedRecord[] {
  const elsewhere = new Set(moved.map(([from]) => from));
  const goneParts = [...parts.values()].flat().flatMap(({ now, before }) => {
    const was = now === null && before !== null ? recordsBefore.get(before) : undefined;
    return was ?? [];
  });
  const goneFiles = changes.flatMap(({ path, kind }) => {
    const was = recordsBefore.get(path);
    const isGone = kind === 'deleted' && !elsewhere.has(path) && !parts.has(path) && !project.record(path);
    return isGone && was ? was : [];
  });
  const gone = [...goneFiles, ...goneParts];
  const known = gone.sort((a, b) => compareText(a.path, b.path)).flatMap((was) => earlierRecord(was) ?? []);
  return known.map((before) => ({ now: null, before }));
}

function earlierRecord(record: DocRecord): EarlierRecord | null {
  const { path, kind, title, status, statusText } = record;
  return isAboutCode(kind) ? { path, kind, label: recordLabel(record), title, status, statusText } : null;
}
