/** Why git ran and could not do what was asked. `failures.ts` reads them from standard error. */
export type FailureReason =
  | 'dubious-ownership'
  | 'not-a-repository'
  | 'unknown-format'
  | 'no-commits'
  | 'missing-object'
  | 'locked'
  | 'usage'
  | 'git-missing'
  | 'git-too-old'
  | 'not-started'
  | 'unknown';

/** Why no process was started at all: the answer would be the same on every try. */
export type RefusalReason = 'untrusted' | 'verb' | 'argument';

/** Who ended the process: our limits, the caller, or somebody else (`signal`: the system out of memory, a person). */
export type KilledBy = 'timeout' | 'limit' | 'cancelled' | 'signal';

/** Git answered. `code` is 0, or 1 where 1 is an answer too (`merge-base --is-ancestor`, `config --get-regexp`). */
export interface GitExited {
  readonly kind: 'exited';
  readonly code: 0 | 1;
  /** Empty where the caller took the output by `onStdout`. */
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

export interface GitFailed {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  /** What git or the system said, for the log; the repository can have a hand in it, so never as markup. */
  readonly detail: string;
}

export interface GitKilled {
  readonly kind: 'killed';
  readonly by: KilledBy;
}

export interface GitRefused {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  readonly detail: string;
}

/**
 * How one call of git ended. The kinds are apart so that an empty answer is never mistaken for a killed or broken
 * git: "no commits" is only ever `exited`, or `failed` with `no-commits` (docs/security.md#faults).
 */
export type GitResult = GitExited | GitFailed | GitKilled | GitRefused;

/** Git could not answer. Thrown by readers, whose plain return values mean that it could. */
export class GitUnanswered extends Error {
  override readonly name = 'GitUnanswered';

  constructor(readonly result: GitFailed | GitKilled | GitRefused) {
    super(`git could not answer: ${describe(result)}`);
  }
}

/** @returns the answer; throws `GitUnanswered` where there is none. */
export function answered(result: GitResult): GitExited {
  if (result.kind === 'exited') return result;
  throw new GitUnanswered(result);
}

/** `failed dubious-ownership`, `killed timeout`: our own words, which say nothing of the repository. */
export function reasonOf(result: GitFailed | GitKilled | GitRefused): string {
  return `${result.kind} ${result.kind === 'killed' ? result.by : result.reason}`;
}

function describe(result: GitFailed | GitKilled | GitRefused): string {
  if (result.kind === 'killed') return `killed (${result.by})`;
  return `${result.kind} (${result.reason}) ${result.detail}`.trimEnd();
}
