/** How a request ended that brought no whole answer. */
export type UnreachedReason = 'offline' | 'timeout' | 'cancelled' | 'foreign' | 'redirects' | 'too-large';

/**
 * Thrown by `guardedFetch`. Octokit passes errors of the name `AbortError` on as they are and never sends the request
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
