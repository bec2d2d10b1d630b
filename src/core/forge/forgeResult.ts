import type { Instant } from '../time/zone';

/** Why a forge gave no answer that can be used (docs/security.md#faults). */
export type ForgeProblemKind =
  | 'offline'
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  /** The forge understood and said no: nothing between the branches, an empty title. `detail` has its words. */
  | 'refused'
  /** What is there is no longer what the caller had seen. */
  | 'conflict'
  | 'server'
  | 'invalid-answer'
  /** A write was sent, no answer came, and a look at the forge did not show it. It may still appear there. */
  | 'unknown-outcome'
  | 'cancelled';

/** What a person can do about it. */
export type Remedy =
  | 'check-network'
  | 'sign-in'
  | 'ask-for-access'
  | 'check-name'
  | 'wait'
  | 'mend-text'
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
  refused: 'mend-text',
  conflict: 'fetch-again',
  server: 'try-later',
  'invalid-answer': 'try-later',
  'unknown-outcome': 'look-at-forge',
  cancelled: 'none',
};

export interface ForgeProblem {
  readonly kind: ForgeProblemKind;
  readonly remedy: Remedy;
  /** What was said about it, one line of at most 300 characters, `''` for nothing. The forge's words: hostile. */
  readonly detail: string;
  /** For `rate-limited`: from when on it is worth trying again. */
  readonly until: Instant | null;
  /** Where a person can mend it (single sign-on), `https` at the forge's own host, or null. */
  readonly page: string | null;
}

/** An answer. `stale` says why it is an earlier one; `asOf` is when the forge last stood by it. */
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
  { detail = '', until = null, page = null }: Partial<Pick<ForgeProblem, 'detail' | 'until' | 'page'>> = {},
): ForgeProblem {
  return { kind, remedy: remedies[kind], detail, until, page };
}

/** The same answer with another value, whether fresh or stale; a failure stays what it is. */
export function mapResult<T, U>(result: ForgeResult<T>, change: (value: T) => U): ForgeResult<U> {
  return result.ok ? { ...result, value: change(result.value) } : result;
}
