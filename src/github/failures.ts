import { type ForgeProblem, type ForgeProblemKind, forgeProblem } from '../core/forge/forgeResult';
import { isObject } from '../core/isObject';
import { cut, oneLine } from '../core/text/escape';
import type { Headers } from './rateLimits';
import { refusal } from './refusal';

/** How a request ended that brought no whole answer. */
type UnreachedReason = 'offline' | 'timeout' | 'cancelled' | 'foreign' | 'redirects' | 'too-large';

/**
 * Thrown by `guardedFetch` in `octokit.ts`. Octokit passes errors of the name `AbortError` on as they are and never sends the request
 * again, which is what all of these need.
 */
export class Unreached extends Error {
  override readonly name = 'AbortError';
  /** Node's word for what happened (`CERT_HAS_EXPIRED`), which tells a proxy from a name that is wrong; `''` for none. */
  readonly code: string;

  constructor(
    readonly reason: UnreachedReason,
    /** Whether the server may have seen the request, so that a write may have happened. */
    readonly mayHaveArrived: boolean,
    cause?: unknown,
  ) {
    super('', { cause });
    this.code = codesOf(cause)[0] ?? '';
    this.message = `GitHub was not reached: ${reason}${this.code === '' ? '' : ` (${this.code})`}`;
  }
}

/** Codes of Node's network and TLS that say that no request was sent. */
const notSent =
  /^(?:ENOTFOUND|EAI_\w+|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_\w+|ERR_INVALID_URL)$/;

const codeForm = /^[A-Z][A-Z0-9_]{1,39}$/;

/** What a failed `fetch` means. It wraps the system's error, at times twice (one error for each address tried). */
export function unreached(error: unknown): Unreached {
  if (error instanceof Unreached) return error;
  return new Unreached('offline', !codesOf(error).some((code) => notSent.test(code)), error);
}

function codesOf(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 3) return [];
  const own = 'code' in error && typeof error.code === 'string' && codeForm.test(error.code) ? [error.code] : [];
  const causes = [
    'cause' in error ? error.cause : undefined,
    ...('errors' in error && Array.isArray(error.errors) ? error.errors.slice(0, 8) : []),
  ];
  return [...own, ...causes.flatMap((cause) => codesOf(cause, depth + 1))];
}

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
  return refusal(kind, messageOf(data), signOnPage(headers, webUrl));
}

/** What to say of a request that got no answer. */
export function problemOfUnreached({ reason, code }: Unreached): ForgeProblem {
  return forgeProblem(kindOfReason[reason], { detail: reason === 'offline' ? code : reason });
}

/**
 * GitHub's message and the messages of its fields, one line. A page of HTML, as a proxy sends it, says nothing (A1).
 */
export function messageOf(data: unknown): string {
  if (!isObject(data)) return '';
  const errors = Array.isArray(data.errors) ? data.errors.slice(0, 5) : [];
  const messages = [data.message, ...errors.map(fieldMessage)].filter(
    (part) => typeof part === 'string' && part !== '',
  );
  // The general message adds nothing where a field's own says what is wrong.
  const specific = messages.length > 1 ? messages.filter((part) => part !== 'Validation Failed') : messages;
  return cut(oneLine(specific.join('; ')), 300);
}

function fieldMessage(error: unknown): unknown {
  if (!isObject(error)) return error;
  return error.message ?? [error.field, error.code].filter((part) => typeof part === 'string').join(' ');
}

/** Where an organisation's single sign-on is passed: `required; url=https://github.com/orgs/acme/sso?…`. */
export function signOnPage(headers: Headers, webUrl: string): string | null {
  const url = /^required; url=(\S{1,2000})$/.exec(String(headers['x-github-sso'] ?? ''))?.[1];
  if (!url || !URL.canParse(url)) return null;
  const { protocol, origin, href } = new URL(url);
  return protocol === 'https:' && origin === new URL(webUrl).origin ? href : null;
}
