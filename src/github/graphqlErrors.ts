import { type ForgeProblem, type ForgeProblemKind, forgeProblem } from '../core/forge/forgeResult';
import { cut, oneLine } from '../core/text/escape';
import { isObject } from './shape';

const kindOfType: ReadonlyMap<unknown, ForgeProblemKind> = new Map([
  ['NOT_FOUND', 'not-found'],
  ['FORBIDDEN', 'forbidden'],
  ['INSUFFICIENT_SCOPES', 'forbidden'],
  ['RATE_LIMITED', 'rate-limited'],
  ['UNPROCESSABLE', 'refused'],
]);

/**
 * GraphQL answers with status 200 and says in the body what went wrong. A part of an answer is none: a list that lacks
 * what could not be read would look complete.
 */
export function problemOfErrors(data: unknown): ForgeProblem | null {
  if (!isObject(data) || !('data' in data || 'errors' in data) || !Array.isArray(data.errors)) return null;
  const first: unknown = data.errors[0];
  if (!isObject(first)) return null;
  const detail = typeof first.message === 'string' ? cut(oneLine(first.message), 300) : '';
  return forgeProblem(kindOfType.get(first.type) ?? 'server', { detail });
}
