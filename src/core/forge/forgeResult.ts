import type { Instant } from '../time/zone';

/** Why a forge gave no answer that can be used (docs/security.md#faults). */
export type ForgeProblemKind =
  | 'offline'
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  /**
   * The forge understood the request and rejected it: no commits between the branches, an empty title. `detail` has its
   * words.
   */
  | 'refused'
  /** The forge's state is no longer the one that the caller had seen. */
  | 'conflict'
  | 'server'
  | 'invalid-answer'
  /** A write was sent and no answer came; a check of the forge did not find the result. It may still appear there. */
  | 'unknown-outcome'
  | 'cancelled';

/** What a person can do about it. */
export type Remedy =
  | 'check-network'
  | 'sign-in'
  /** The organization's single sign-on; `page` is its address where the forge names it. */
  | 'sign-on'
  | 'ask-for-access'
  /** The organization has to approve the app that the editor signs in with. */
  | 'ask-for-approval'
  | 'check-name'
  | 'wait'
  | 'mend-text'
  /** The forge allows no draft pull request here, but an ordinary one. */
  | 'create-ready'
  /** The forge has no commit of the branch that its base lacks: the branch has to be pushed. */
  | 'push'
  | 'choose-base'
  | 'fetch-again'
  | 'try-later'
  | 'look-at-forge'
  | 'none';

const remedies: Readonly<Record<ForgeProblemKind, Remedy>> = {
  offline: 'check-network',
  'signed-out': 'sign-in',
  forbidden: 'ask-for-access',
  'not-found': 'check-name',
  'rate-limited': 'wait',
  refused: 'none',
  conflict: 'fetch-again',
  server: 'try-later',
  'invalid-answer': 'try-later',
  'unknown-outcome': 'look-at-forge',
  cancelled: 'none',
};

export interface ForgeProblem {
  readonly kind: ForgeProblemKind;
  readonly remedy: Remedy;
  /** The forge's words about the problem, one line of at most 300 characters, `''` for none. Hostile text. */
  readonly detail: string;
  /** For `rate-limited`: the instant from which it is worth trying again. */
  readonly until: Instant | null;
  /** Where a person can solve the problem (single sign-on), `https` at the forge's own host, or null. */
  readonly page: string | null;
}

/** An answer. `stale` says why an earlier answer is given; `asOf` is when the forge last confirmed it. */
export interface ForgeAnswer<T> {
  readonly ok: true;
  readonly value: T;
  readonly asOf: Instant;
  readonly stale: ForgeProblem | null;
}

export interface ForgeFailure {
  readonly ok: false;
  readonly problem: ForgeProblem;
}

export type ForgeResult<T> = ForgeAnswer<T> | ForgeFailure;

export function forgeProblem(
  kind: ForgeProblemKind,
  { remedy = remedies[kind], detail = '', until = null, page = null }: Partial<Omit<ForgeProblem, 'kind'>> = {},
): ForgeProblem {
  return { kind, remedy: page === null ? remedy : 'sign-on', detail, until, page };
}

/** The same answer with another value, whether fresh or stale; a failure stays what it is. */
export function mapResult<T, U>(result: ForgeResult<T>, change: (value: T) => U): ForgeResult<U> {
  return result.ok ? { ...result, value: change(result.value) } : result;
}
