import { touchedRecords } from '../drafts/touchedRecords';
import { recordLabel } from '../names/series';
import type { FilePath } from '../ports';
import type { PathChange, ProjectView } from '../projectView';
import type { ChangeFacts, EarlierRecord, EditedRecord } from '../pullRequests/changeComment';
import { type DocRecord, isAboutCode } from '../records/record';
import { findingAnswer } from '../rules/answers';
import type { Finding } from '../rules/finding';
import { compareText } from '../text/compareText';

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
  /** What the change brings in or leaves newly dead. */
  readonly findings: readonly Finding[];
}

/** So many records are looked for; the comment shows fewer and says how many more there are. */
const most = 100;

/** What a change has to do with records: which it edits, which govern what it changes, and what it leaves dead. */
export function changeFacts(change: CheckedChange): ChangeFacts {
  const { project, changes, before, findings } = change;
  const files = changes.flatMap(({ path, kind }) =>
    kind === 'deleted' ? [] : [{ path, status: before.has(path) ? ('modified' as const) : ('added' as const) }],
  );
  const moved = movedRecords(change);
  const touched = touchedRecords(project, files, '', 'in-force', most);
  const dead = findings.filter(({ code }) => code === 'retired-record').map(findingAnswer);
  return {
    edited: [...edited(touched, change.recordsBefore, moved), ...removed(change, moved)],
    // That a record names a changed file does not say that it governs it.
    tied: touched.filter(({ how }) => how === 'scope' || how === 'cites'),
    dead: dead.map(({ file, line, message }) => ({ file, line, says: message })),
  };
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

function removed({ project, recordsBefore, changes }: CheckedChange, moved: Moved): readonly EditedRecord[] {
  const elsewhere = new Set(moved.map(([from]) => from));
  const gone = changes.flatMap(({ path, kind }) => {
    const was = recordsBefore.get(path);
    return kind === 'deleted' && was && !elsewhere.has(path) && !project.record(path) ? was : [];
  });
  const known = gone.sort((a, b) => compareText(a.path, b.path)).flatMap((was) => earlierRecord(was) ?? []);
  return known.map((before) => ({ now: null, before }));
}

function earlierRecord(record: DocRecord): EarlierRecord | null {
  const { path, kind, title, status, statusText } = record;
  return isAboutCode(kind) ? { path, kind, label: recordLabel(record), title, status, statusText } : null;
}
