import type { Instant } from '../time/zone';

/**
 * `same`: at the noted commit or behind it. `moved`: further commits follow it. `rewritten`: its history no longer has
 * the noted commit. `gone`: neither here nor at a remote. `unknown`: the noted commit is not in this clone, because it
 * was never pushed or not fetched yet.
 */
export type BranchState = 'same' | 'moved' | 'rewritten' | 'gone' | 'unknown';

/** What became of a branch that a handoff gave the tip of. `src/git/activity/branchMoves.ts` reads it. */
export interface BranchMove {
  /** Without `refs/heads/`. */
  readonly branch: string;
  readonly state: BranchState;
  /** Whether the default branch has the noted commit now, and the branch is not the default branch itself. */
  readonly merged: boolean;
  /** Commits that the noted one does not reach, at most 500. */
  readonly commits: number;
  /** Their authors, those of most commits first. */
  readonly people: readonly string[];
  /** When the newest of them was committed; null where there is none. */
  readonly latest: Instant | null;
}
