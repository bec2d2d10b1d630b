import { type ForgeProblem, forgeProblem } from '../core/forge/forgeResult';
import type { Logger } from '../core/ports';
import { problemOfErrors } from './graphqlErrors';
import { type Shape, WrongShape } from './shape';
import type { Sent } from './transport';

export type Usable<T> =
  | { readonly ok: true; readonly value: T; readonly etag: string | null }
  /** `isSettled`: GitHub did not do it, so a write may be tried again by a person without looking first. */
  | { readonly ok: false; readonly problem: ForgeProblem; readonly isSettled: boolean };

/** What is left of an answer once status, GraphQL's errors and the shape have been looked at. */
export function usable<T>(sent: Sent, shape: Shape<T>, route: string, log: Logger): Usable<T> {
  if (sent.kind === 'unchanged') return { ok: false, problem: forgeProblem('invalid-answer'), isSettled: true };
  if (sent.kind === 'problem') return { ok: false, problem: sent.problem, isSettled: !sent.mayHaveArrived };
  const problem = problemOfErrors(sent.data);
  if (problem) return { ok: false, problem, isSettled: problem.kind !== 'server' };
  try {
    return { ok: true, value: shape(sent.data, ''), etag: sent.etag };
  } catch (error) {
    if (!(error instanceof WrongShape)) throw error;
    log.warn(`${route}: ${error.message}`);
    return { ok: false, problem: forgeProblem('invalid-answer', { detail: error.message }), isSettled: false };
  }
}
