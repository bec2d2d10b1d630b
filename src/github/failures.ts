import { type ForgeProblem, type ForgeProblemKind, forgeProblem } from '../core/forge/forgeResult';
import { cut, oneLine } from '../core/text/escape';
import type { Headers } from './rateLimits';
import { isObject } from './shape';
import type { Unreached, UnreachedReason } from './unreached';

/** An answer whose status is an error. */
export interface ErrorAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
}

const kindOfStatus: ReadonlyMap<number, ForgeProblemKind> = new Map([
  [401, 'signed-out'],
  [403, 'forbidden'],
  // GitHub says 404 too where the person may not know that it exists.
  [404, 'not-found'],
  [409, 'conflict'],
  [410, 'not-found'],
  [451, 'forbidden'],
]);

const kindOfReason: Readonly<Record<UnreachedReason, ForgeProblemKind>> = {
  offline: 'offline',
  timeout: 'offline',
  cancelled: 'cancelled',
  foreign: 'invalid-answer',
  redirects: 'invalid-answer',
  'too-large': 'invalid-answer',
};

/** What an error status means (docs/security.md#faults); limits are told apart before. */
export function problemOfAnswer({ status, headers, data }: ErrorAnswer, webUrl: string): ForgeProblem {
  const kind = kindOfStatus.get(status) ?? (status >= 500 ? 'server' : status >= 400 ? 'refused' : 'invalid-answer');
  return forgeProblem(kind, { detail: saidBy(data), page: signOnPage(headers['x-github-sso'], webUrl) });
}

/** What to say of a request that got no answer. */
export function problemOfUnreached({ reason, code }: Unreached): ForgeProblem {
  return forgeProblem(kindOfReason[reason], { detail: reason === 'offline' ? code : reason });
}

/**
 * GitHub's message and the messages of its fields, one line. A page of HTML, as a proxy sends it, says nothing (A1).
 */
export function saidBy(data: unknown): string {
  if (!isObject(data)) return '';
  const errors = Array.isArray(data.errors) ? data.errors.slice(0, 5) : [];
  const said = [data.message, ...errors.map(fieldMessage)].filter((part) => typeof part === 'string' && part !== '');
  // Nothing that somebody could mend, where a field says what is wrong.
  const told = said.length > 1 ? said.filter((part) => part !== 'Validation Failed') : said;
  return cut(oneLine(told.join('; ')), 300);
}

function fieldMessage(error: unknown): unknown {
  if (!isObject(error)) return error;
  return error.message ?? [error.field, error.code].filter((part) => typeof part === 'string').join(' ');
}

/** Where an organisation's single sign-on is passed: `required; url=https://github.com/orgs/acme/sso?…`. */
function signOnPage(header: string | number | undefined, webUrl: string): string | null {
  const url = /^required; url=(\S{1,2000})$/.exec(String(header ?? ''))?.[1];
  if (!url || !URL.canParse(url)) return null;
  const { protocol, origin, href } = new URL(url);
  return protocol === 'https:' && origin === new URL(webUrl).origin ? href : null;
}
