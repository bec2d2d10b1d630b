import { type ForgeProblem, type ForgeProblemKind, forgeProblem } from '../core/forge/forgeResult';
import { isObject } from '../core/isObject';
import { cut, oneLine } from '../core/text/escape';
import type { Headers } from './rateLimits';
import { refusal } from './refusal';

/** Why a request brought no whole answer. */
type UnreachedReason = 'offline' | 'timeout' | 'cancelled' | 'foreign' | 'redirects' | 'too-large';

/**
 * Thrown by `guardedFetch` in `octokit.ts`. Octokit passes on an error named `AbortError` unchanged and never retries
 * the request, which is right for all of these.
 */
export class Unreached extends Error {
  override readonly name = 'AbortError';
  /** Node's error code (`CERT_HAS_EXPIRED`), which tells a proxy from a wrong host name; `''` for none. */
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

/** Node's network and TLS error codes that mean that no request was sent. */
const notSent =
  /^(?:ENOTFOUND|EAI_\w+|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_\w+|ERR_INVALID_URL)$/;

const codeForm = /^[A-Z][A-Z0-9_]{1,39}$/;

/**
 * The meaning of a failed `fetch`. Its error wraps the system's, sometimes twice (one error for each address tried).
 */
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
  // GitHub also answers 404 where the person may not know that it exists.
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

/** The problem that an error status means (docs/security.md#faults); rate limits have been handled before. */
export function problemOfAnswer({ status, headers, data }: ErrorAnswer, webUrl: string): ForgeProblem {
  const kind = kindOfStatus.get(status) ?? (status >= 500 ? 'server' : status >= 400 ? 'refused' : 'invalid-answer');
  return refusal(kind, messageOf(data), signOnPage(headers, webUrl));
}

/** The problem of a request that got no answer. */
export function problemOfUnreached({ reason, code }: Unreached): ForgeProblem {
  return forgeProblem(kindOfReason[reason], { detail: reason === 'offline' ? code : reason });
}

/** GitHub's message and those of its fields, on one line. `''` for a page of HTML, as a proxy sends it (A1). */
export function messageOf(data: unknown): string {
  if (!isObject(data)) return '';
  const errors = Array.isArray(data.errors) ? data.errors.slice(0, 5) : [];
  const messages = [data.message, ...errors.map(fieldMessage)].filter(
    (part) => typeof part === 'string' && part !== '',
  );
  // The general message adds nothing to the specific one of a field.
  const specific = messages.length > 1 ? messages.filter((part) => part !== 'Validation Failed') : messages;
  return cut(oneLine(specific.join('; ')), 300);
}

function fieldMessage(error: unknown): unknown {
  if (!isObject(error)) return error;
  return error.message ?? [error.field, error.code].filter((part) => typeof part === 'string').join(' ');
}

/** The page of an organisation's single sign-on: `required; url=https://github.com/orgs/acme/sso?…`. */
export function signOnPage(headers: Headers, webUrl: string): string | null {
  const url = /^required; url=(\S{1,2000})$/.exec(String(headers['x-github-sso'] ?? ''))?.[1];
  if (!url || !URL.canParse(url)) return null;
  const { protocol, origin, href } = new URL(url);
  return protocol === 'https:' && origin === new URL(webUrl).origin ? href : null;
}
