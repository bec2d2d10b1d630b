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

/** A change as git reports it, with the records and findings before and after it. */
export interface CheckedChange {
  readonly project: Pick<ProjectView, 'record' | 'linksFor'>;
  /** The records before the change, by path. */
  readonly recordsBefore: ReadonlyMap<FilePath, DocRecord>;
  /** Files that were added, changed or deleted. */
  readonly changes: readonly PathChange[];
  /** Paths that existed before the change. */
  readonly before: ReadonlySet<FilePath>;
  /** Earlier path -> path now. */
  readonly renamed: ReadonlyMap<FilePath, FilePath>;
  /** Texts of the records in changed collections, before the change and now. */
  readonly parts: { readonly before: PartTexts; readonly now: PartTexts };
  /** Findings that the change brings in, among them citations of what it retired. */
  readonly findings: readonly Finding[];
}

/** Records that are collected; the comment shows fewer and says how many more there are. */
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

/** Path of a collection (its former one where it is gone) -> the decisions in it that changed. */
type Parts = ReadonlyMap<FilePath, readonly ChangedPart[]>;

/** A collection is reported by the decisions in it that changed, and as one record only where none of them did. */
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
    // The decisions of a file that was moved are reported at its new path.
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

/** Pairs of the former path of a record and its path now. */
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
 * Records that have another path now. Two records of one template are so alike that git may take a new one for a
 * renamed one, so only an equal number or title shows that a record was moved.
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
