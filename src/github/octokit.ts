import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { Unreached, unreached } from './failures';

export interface OctokitOptions {
  readonly apiUrl: string;
  /**
   * Clients with the same key share their pace of writes and searches. Null: no pace, for a server without limits.
   */
  readonly paceKey: string | null;
  /** The first wait before a read is retried; the next ones are four and nine times as long. */
  readonly retryUnitMs: number;
  readonly deadline: (ms: number) => AbortSignal;
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
/** Only errors of the server itself are retried; rate limits above all are not (docs/security.md#faults). */
const notTriedAgain = Array.from({ length: 100 }, (_, index) => 400 + index);

/**
 * Octokit as configured here, one for reads and one for writes: the retry plugin would send a POST again too
 * (docs/adr/0012), so writes do without it. It paces writes and searches, and waits for no limit by itself, since it
 * takes `retry-after` unchecked, negative or longer than a timer can hold (A7). Its own log is silent, because it would
 * name repositories (R26).
 */
export function createOctokit(use: 'reads' | 'writes', options: OctokitOptions): Octokit {
  const { apiUrl, paceKey, retryUnitMs, deadline } = options;
  const WithPlugins = Octokit.plugin(throttling, retry);
  return new WithPlugins({
    baseUrl: apiUrl,
    userAgent: 'meridian-vscode',
    log: silent,
    request: { fetch: guardedFetch(apiUrl, deadline), log: silent },
    retry: { enabled: use === 'reads', retries: 3, doNotRetry: notTriedAgain, retryAfterBaseValue: retryUnitMs },
    throttle: {
      enabled: paceKey !== null,
      id: paceKey ?? '',
      onRateLimit: () => false,
      onSecondaryRateLimit: () => false,
    },
  });
}

/** docs/security.md#r45. */
const timeoutMs = 20_000;
/** A page of a hundred pull requests is 1 to 3 MB; GitHub's largest bodies would make it 9. */
const largestAnswer = 16_000_000;
const mostRedirects = 3;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Redirects that repeat the same request; the others would turn a write into a read. */
const repeating: ReadonlySet<number> = new Set([307, 308]);
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/** The only headers that are passed on; clients have tripped over others (`link`, `deprecation`) (A2, A8). */
const headersRead = [
  'content-type',
  'date',
  'etag',
  'retry-after',
  'x-github-request-id',
  'x-github-sso',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
];

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * The only way to the network. It sends nothing to another origin than the API's own, whatever asked for it (R27, A2,
 * A4), follows redirects within that origin alone (a renamed repository), waits at most 20 s, and reads whole answers
 * up to 16 MB, so that a truncated body is an error and not an empty success.
 * @param deadline a signal that fires after so many milliseconds
 * @throws Unreached
 */
function guardedFetch(apiUrl: string, deadline: (ms: number) => AbortSignal): Fetch {
  const { origin } = new URL(apiUrl);

  async function follow(url: string, init: RequestInit): Promise<Response> {
    let at = new URL(url);
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      if (at.origin !== origin) throw new Unreached('foreign', hop > 0);
      const response = await fetch(at.href, { ...init, redirect: 'manual' });
      if (!redirects.has(response.status)) return whole(response);
      await response.body?.cancel();
      const location = response.headers.get('location') ?? '';
      const isAllowed = (init.method ?? 'GET') === 'GET' || repeating.has(response.status);
      if (!isAllowed || !URL.canParse(location, at.href)) throw new Unreached('redirects', true);
      at = new URL(location, at.href);
    }
    throw new Unreached('redirects', true);
  }

  return async (url, init) => {
    const limit = deadline(timeoutMs);
    const given = init.signal ?? null;
    if (given?.aborted) throw new Unreached('cancelled', false);
    const signal = given ? AbortSignal.any([given, limit]) : limit;
    try {
      return await follow(url, { ...init, signal });
    } catch (error) {
      if (given?.aborted) throw new Unreached('cancelled', true, error);
      if (limit.aborted) throw new Unreached('timeout', true, error);
      throw unreached(error);
    }
  };
}

async function whole(response: Response): Promise<Response> {
  const { status } = response;
  const headers = headersRead.flatMap((header): [string, string][] => {
    const value = response.headers.get(header);
    return value === null ? [] : [[header, value]];
  });
  if (!response.body || withoutBody.has(status)) return new Response(null, { status, headers });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const part of response.body as AsyncIterable<Uint8Array<ArrayBuffer>>) {
    size += part.length;
    if (size > largestAnswer) throw new Unreached('too-large', true);
    parts.push(part);
  }
  return new Response(new Blob(parts), { status, headers });
}
