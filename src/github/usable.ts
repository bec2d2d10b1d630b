import { type ForgeProblem, type ForgeProblemKind, forgeProblem } from '../core/forge/forgeResult';
import { isObject } from '../core/isObject';
import type { Logger } from '../core/ports';
import { cut, oneLine } from '../core/text/escape';
import { refusal } from './refusal';
import { type Shape, WrongShape } from './shape';
import type { Sent } from './transport';

export type Usable<T> =
  | { readonly ok: true; readonly value: T; readonly etag: string | null }
  /** `isSettled`: GitHub did not carry it out, so a person may try a write again without checking first. */
  | { readonly ok: false; readonly problem: ForgeProblem; readonly isSettled: boolean };

/** The value of an answer after its status, GraphQL's errors and the shape have been checked. */
export function usable<T>(sent: Sent, shape: Shape<T>, route: string, log: Logger): Usable<T> {
  if (sent.kind === 'unchanged') return { ok: false, problem: forgeProblem('invalid-answer'), isSettled: true };
  if (sent.kind === 'problem') return { ok: false, problem: sent.problem, isSettled: !sent.mayHaveArrived };
  const problem = problemOfErrors(sent.data, sent.page);
  if (problem) return { ok: false, problem, isSettled: problem.kind !== 'server' };
  try {
    return { ok: true, value: shape(sent.data, ''), etag: sent.etag };
  } catch (error) {
    if (!(error instanceof WrongShape)) throw error;
    log.warn(`${route}: ${error.message}`);
    return { ok: false, problem: forgeProblem('invalid-answer', { detail: error.message }), isSettled: false };
  }
}

const kindOfType: ReadonlyMap<unknown, ForgeProblemKind> = new Map([
  ['NOT_FOUND', 'not-found'],
  ['FORBIDDEN', 'forbidden'],
  ['INSUFFICIENT_SCOPES', 'forbidden'],
  ['UNPROCESSABLE', 'refused'],
]);

/**
 * GraphQL answers with status 200 and reports errors in the body. A partial answer is not used: a list that lacks what
 * could not be read would look complete.
 */
function problemOfErrors(data: unknown, page: string | null): ForgeProblem | null {
  if (!isObject(data) || !('data' in data || 'errors' in data) || !Array.isArray(data.errors)) return null;
  const first: unknown = data.errors[0];
  if (!isObject(first)) return null;
  const detail = typeof first.message === 'string' ? cut(oneLine(first.message), 300) : '';
  return refusal(kindOfType.get(first.type) ?? 'server', detail, page);
}
