import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { guardedFetch } from './guardedFetch';

export interface OctokitOptions {
  readonly apiUrl: string;
  /**
   * Clients with the same key share their pace of writes and searches. Null: no pace, where nobody's limits are at
   * stake.
   */
  readonly paceKey: string | null;
  /** The first wait before a read is tried again; the others are four and nine times as long. */
  readonly retryUnitMs: number;
  readonly deadline: (ms: number) => AbortSignal;
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
/** Only what a server's own trouble may mend is tried again; a limit above all is not (docs/security.md#faults). */
const notTriedAgain = Array.from({ length: 100 }, (_, index) => 400 + index);

/**
 * Octokit as we need it, one for reads and one for writes: the retry plugin would send a POST again too
 * (docs/adr/0012), so writes do without it. It paces writes and searches, and waits for no limit by itself, since it
 * takes `retry-after` as it comes, negative or beyond what a timer can hold (A7). Its own log is silent: it would name
 * repositories (R26).
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
