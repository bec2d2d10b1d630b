import type { FilePath } from '../ports';
import { compareText } from '../text/compareText';
import type { Instant } from '../time/zone';
import type { HandoffNote } from './note';

/** A record that a note links to or that governs what its work touched, as it is now. The editor's side collects it. */
export interface RecordNow {
  /** Null where the record is gone; the other fields are then as they were. */
  readonly path: FilePath | null;
  /** `ADR-0012`, or null. */
  readonly label: string | null;
  readonly title: string;
  /** When git first had it, and when it last changed; null where that is not known, and then no change is reported. */
  readonly added: Instant | null;
  readonly changed: Instant | null;
  /** Who changed it since the note was written; the newest first. */
  readonly people: readonly string[];
  /** Records that retire it, with when they began to: they were added, or last changed. */
  readonly supersededBy: readonly {
    readonly path: FilePath;
    readonly label: string | null;
    readonly since: Instant | null;
  }[];
}

/** How things stand now. */
export interface CurrentFacts {
  /** What became of the tips of the note, by the repository's name as the note has it. */
  readonly branches: Readonly<Record<string, readonly BranchMove[]>>;
  readonly records: readonly RecordNow[];
}

export interface BranchChange {
  readonly kind: 'branch';
  readonly repository: string;
  /** `merged` takes precedence over the other states. `unknown`: this clone cannot tell, so it says so. */
  readonly what: 'merged' | 'moved' | 'rewritten' | 'gone' | 'unknown';
  readonly move: BranchMove;
  /** Whether the note asks to go on with it. */
  readonly named: boolean;
}

export interface ItemChange {
  readonly kind: 'item';
  readonly what: 'done';
  readonly text: string;
  /** Counts from 1. */
  readonly line: number;
}

export interface RecordChange {
  readonly kind: 'record';
  readonly what: 'superseded' | 'changed' | 'added' | 'removed';
  readonly record: RecordNow;
}

/** One thing that is no longer as the note says. */
export type NoteChange = BranchChange | ItemChange | RecordChange;

/**
 * What changed since a note was written: the branches that it asks to go on with, then what is done, then records, then
 * other branches. Nothing about records where it is not known when it was written.
 */
export function changesSince(note: HandoffNote, { branches, records }: CurrentFacts): readonly NoteChange[] {
  const moves = Object.keys(note.tips).flatMap((repository) => {
    const found = Object.hasOwn(branches, repository) ? branches[repository] : undefined;
    return (found ?? []).flatMap((move) => branchChange(move, repository, note));
  });
  const place = ({ move }: BranchChange) => note.branches.indexOf(move.branch);
  const named = moves.filter((change) => change.named).sort((a, b) => place(a) - place(b));
  const others = moves.filter((change) => !change.named).sort(byCommits);
  const done = note.next.filter((item) => item.done);
  return [
    ...named,
    ...done.map(({ text, line }): ItemChange => ({ kind: 'item', what: 'done', text, line })),
    ...records.flatMap((record) => recordChange(record, note.written)),
    ...others,
  ];
}

function branchChange(move: BranchMove, repository: string, { branches }: HandoffNote): BranchChange[] {
  const what = move.merged ? 'merged' : move.state;
  return what === 'same' ? [] : [{ kind: 'branch', repository, what, move, named: branches.includes(move.branch) }];
}

function byCommits(a: BranchChange, b: BranchChange): number {
  return b.move.commits - a.move.commits || compareText(a.move.branch, b.move.branch);
}

function recordChange(record: RecordNow, written: Instant | null): RecordChange[] {
  if (written === null) return [];
  if (record.path === null) return [{ kind: 'record', what: 'removed', record }];
  const isLater = (instant: Instant | null) => instant !== null && instant > written;
  const isRetired = record.supersededBy.some(({ since }) => isLater(since));
  const what = isLater(record.added) ? 'added' : isRetired ? 'superseded' : isLater(record.changed) ? 'changed' : null;
  return what === null ? [] : [{ kind: 'record', what, record }];
}

/**
 * `same`: at the noted commit or behind it. `moved`: further commits follow it. `rewritten`: its history no longer has
 * the noted commit. `gone`: neither here nor at a remote. `unknown`: the noted commit is not in this clone, because it
 * was never pushed or not fetched yet.
 */
type BranchState = 'same' | 'moved' | 'rewritten' | 'gone' | 'unknown';

/** What became of a branch that a handoff gave the tip of. `src/git/activity/branchMoves.ts` reads it. */
export interface BranchMove {
  /** Without `refs/heads/`. */
  readonly branch: string;
  readonly state: BranchState;
  /**
   * Whether a branch that work is merged into has the noted commit or its content, and this branch is no such branch.
   */
  readonly merged: boolean;
  /** Who reverted what was merged, and whether all of it or only its last commit; absent where nothing was reverted. */
  readonly reverted?: { readonly by: string; readonly whole: boolean };
  /** Of a `gone` one: it is still here, and only its remote has it no longer. */
  readonly kept?: true;
  /** How many commits of the branch the noted commit does not reach, at most 500. */
  readonly commits: number;
  /** Their authors, those of most commits first. */
  readonly people: readonly string[];
  /** When the newest of them was committed; null where there is none. */
  readonly latest: Instant | null;
}
