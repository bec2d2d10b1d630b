/** How a request ended that brought no whole answer. */
export type UnreachedReason = 'offline' | 'timeout' | 'cancelled' | 'foreign' | 'redirects' | 'too-large';

/**
 * Thrown by `guardedFetch`. Octokit passes errors of the name `AbortError` on as they are and never sends the request
 * again, which is what all of these need.
 */
export class Unreached extends Error {
  override readonly name = 'AbortError';

  constructor(
    readonly reason: UnreachedReason,
    /** Whether the server may have seen the request, so that a write may have happened. */
    readonly mayHaveArrived: boolean,
    cause?: unknown,
  ) {
    super(`GitHub was not reached: ${reason}`, { cause });
  }
}

/** Codes of Node's network and TLS that say that no request was sent. */
const notSent =
  /^(?:ENOTFOUND|EAI_\w+|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_\w+|ERR_INVALID_URL)$/;

/** What a failed `fetch` means. It wraps the system's error, at times twice (one error for each address tried). */
export function unreached(error: unknown): Unreached {
  if (error instanceof Unreached) return error;
  return new Unreached('offline', !codesOf(error).some((code) => notSent.test(code)), error);
}

function codesOf(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 3) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const causes = [
    'cause' in error ? error.cause : undefined,
    ...('errors' in error && Array.isArray(error.errors) ? error.errors.slice(0, 8) : []),
  ];
  return [...own, ...causes.flatMap((cause) => codesOf(cause, depth + 1))];
}
