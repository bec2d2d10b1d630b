/** Why git ran and could not do what was asked. `failureReason` derives it from standard error. */
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

/** Why no process was started at all: a further try would be refused as well. */
export type RefusalReason = 'untrusted' | 'verb' | 'argument';

/** What ended the process: a limit of this program, the caller, or a signal from outside (out of memory, a person). */
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
  /**
   * The words of git or the system, for the log. A repository can influence them, so they are never shown as markup.
   */
  readonly detail: string;
}

export interface GitKilled {
  readonly kind: 'killed';
  readonly by: KilledBy;
  /** What git had written to standard error; never shown as markup. */
  readonly detail?: string;
}

export interface GitRefused {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  readonly detail: string;
}

/**
 * How one call of git ended. The kinds are separate so that an empty answer is never mistaken for a killed or broken
 * git: "no commits" is only ever `exited`, or `failed` with `no-commits` (docs/security.md#faults).
 */
export type GitResult = GitExited | GitFailed | GitKilled | GitRefused;

/** Git could not answer. Readers throw it, so a plain return value always means an answer. */
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

/**
 * `failed dubious-ownership`, `killed timeout`: fixed words. Where they do not say what is wrong, git's own line
 * follows: `failed unknown: fatal: …`.
 */
export function reasonOf(result: GitFailed | GitKilled | GitRefused): string {
  const words = `${result.kind} ${result.kind === 'killed' ? result.by : result.reason}`;
  const isTelling = result.kind === 'failed' && result.reason !== 'unknown' && result.reason !== 'not-started';
  const said = isTelling ? '' : ownLine(result.detail ?? '');
  return said === '' ? words : `${words}: ${said}`;
}

/** The line that says what went wrong: git's `fatal:` or `error:`, else the last one; at most 200 characters. */
function ownLine(stderr: string): string {
  const lines = stderr
    .slice(-20_000)
    .split('\n')
    .map((line) => line.trim());
  const line = lines.find((each) => /^(?:fatal|error): /.test(each)) ?? lines.findLast((each) => each !== '') ?? '';
  return line.slice(0, 200);
}

/** The result of a process that was ended before it finished. */
export function toKilled({ by, stderr }: { readonly by: KilledBy; readonly stderr: string }): GitKilled {
  return stderr === '' ? { kind: 'killed', by } : { kind: 'killed', by, detail: stderr };
}

function describe(result: GitFailed | GitKilled | GitRefused): string {
  if (result.kind === 'killed') return `killed (${result.by}) ${ownLine(result.detail ?? '')}`.trimEnd();
  return `${result.kind} (${result.reason}) ${result.detail}`.trimEnd();
}

/** First match wins. The texts are stable because the environment fixes the language (see `environment.ts`). */
const patterns: readonly (readonly [RegExp, FailureReason])[] = [
  [/detected dubious ownership|unsafe repository \(/, 'dubious-ownership'],
  // Before "not a git repository", which git prints for this, too.
  [/unknown repository extension|[Ee]xpected git repo version/, 'unknown-format'],
  [/not a git repository|not in a git directory/, 'not-a-repository'],
  [
    /does not have any commits yet|bad default revision 'HEAD'|(?:ambiguous argument|bad revision) 'HEAD'/,
    'no-commits',
  ],
  [/transport '[^']*' not allowed|could not fetch|lazy fetching disabled|promisor remote/, 'missing-object'],
  [
    /unable to read|[Cc]ould not read [0-9a-f]{40}|traverse parents|bad object|is corrupt|missing (?:blob|tree|commit) object|not a valid object/i,
    'missing-object',
  ],
  [/\.lock': File exists/, 'locked'],
  [/^usage: |unrecognized argument|unknown (?:option|switch)/m, 'usage'],
];

/**
 * What git's standard error means (docs/security.md#r19: dubious ownership has a name of its own, because it is shown
 * and never fixed).
 */
export function failureReason(stderr: string): FailureReason {
  return patterns.find(([pattern]) => pattern.test(stderr))?.[1] ?? 'unknown';
}
