import type { Octokit } from '@octokit/rest';
import { type ForgeProblem, forgeProblem } from '../core/forge/forgeResult';
import { isObject } from '../core/isObject';
import { JobQueue } from '../core/jobQueue';
import type { Logger } from '../core/ports';
import type { GitHubHost } from './apiHost';
import type { Clock } from './clock';
import { type ErrorAnswer, messageOf, problemOfAnswer, problemOfUnreached, signOnPage, Unreached } from './failures';
import { createOctokit } from './octokit';
import { type Headers, isLimited, isLimitedQuery, RateLimits } from './rateLimits';

/** The account that is signed in. It is fetched for every request and stored nowhere (docs/security.md#r25). */
export interface GitHubSession {
  /** Identifies the account; not a token. */
  readonly account: string;
  readonly token: string;
}

export interface TransportOptions {
  readonly host: GitHubHost;
  readonly log: Logger;
  readonly clock: Clock;
  /** See `OctokitOptions`; about a second, with some jitter. */
  readonly retryUnitMs: number;
  readonly paceKey: string | null;
}

export interface Outgoing {
  /** `GET /repos/{owner}/{repo}/pulls`: Octokit's route, and what the log may say (R26). */
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Reads are retried and run four at a time; a write is sent once, and alone. */
  readonly isRead: boolean;
  readonly etag?: string | null;
}

export type Sent =
  /** `page` is that of single sign-on: GraphQL refuses with status 200, and names the page in a header alone. */
  | { readonly kind: 'answer'; readonly data: unknown; readonly etag: string | null; readonly page: string | null }
  | { readonly kind: 'unchanged' }
  /** `mayHaveArrived`: whether GitHub may have carried it out nevertheless. */
  | { readonly kind: 'problem'; readonly problem: ForgeProblem; readonly mayHaveArrived: boolean };

const apiVersion = '2022-11-28';

/** Sends requests to one GitHub, paced as GitHub asks, and reports how each ended. */
export class Transport {
  private readonly reader: Octokit;
  private readonly writer: Octokit;
  /** By account: each has limits of its own. */
  private readonly limits = new Map<string, RateLimits>();
  /** docs/security.md#r41: four reads, one write. */
  private readonly reads = new JobQueue(4);
  private readonly writes = new JobQueue(1);

  constructor(private readonly options: TransportOptions) {
    const { host, clock, retryUnitMs, paceKey } = options;
    const deadline = (ms: number) => clock.deadline(ms);
    const octokit = { apiUrl: host.apiUrl, paceKey, retryUnitMs, deadline };
    this.reader = createOctokit('reads', octokit);
    this.writer = createOctokit('writes', octokit);
  }

  /** Never rejects. */
  async send(outgoing: Outgoing, session: GitHubSession, signal: AbortSignal): Promise<Sent> {
    const queue = outgoing.isRead ? this.reads : this.writes;
    const sent = await queue.run(signal, () => {
      // Checked only when the request's turn has come: the one before may have been refused.
      const until = this.limitsOf(session).until();
      return until === null
        ? this.request(outgoing, session, signal)
        : Promise.resolve(notSent(forgeProblem('rate-limited', { until })));
    });
    return sent === 'cancelled' ? notSent(forgeProblem('cancelled')) : sent;
  }

  private async request(outgoing: Outgoing, session: GitHubSession, signal: AbortSignal): Promise<Sent> {
    const { route, parameters, isRead, etag } = outgoing;
    const headers = {
      authorization: `Bearer ${session.token}`,
      'x-github-api-version': apiVersion,
      ...(etag ? { 'if-none-match': etag } : {}),
    };
    const octokit = isRead ? this.reader : this.writer;
    try {
      const sent = await octokit.request(route, { ...parameters, headers, request: { signal } });
      const { status, headers: answered, data } = sent;
      this.log(route, status, answered);
      const limits = this.limitsOf(session);
      if (isLimitedQuery(data)) {
        return notSent(forgeProblem('rate-limited', { until: limits.refused(answered), detail: messageOf(data) }));
      }
      limits.answered();
      const page = signOnPage(answered, this.options.host.webUrl);
      return { kind: 'answer', data, etag: typeof answered.etag === 'string' ? answered.etag : null, page };
    } catch (error) {
      return this.failed(route, error, this.limitsOf(session));
    }
  }

  private failed(route: string, error: unknown, limits: RateLimits): Sent {
    if (error instanceof Unreached) {
      this.options.log.warn(`${route}: ${error.message}`);
      return { kind: 'problem', problem: problemOfUnreached(error), mayHaveArrived: error.mayHaveArrived };
    }
    const answer = answerOf(error);
    if (!answer) {
      this.options.log.error(`${route}: ${error instanceof Error ? error.name : 'unknown error'}`);
      return { kind: 'problem', problem: forgeProblem('invalid-answer'), mayHaveArrived: true };
    }
    const { status, headers, data } = answer;
    this.log(route, status, headers);
    if (status === 304) return { kind: 'unchanged' };
    const detail = messageOf(data);
    if (isLimited(status, headers, detail)) {
      return notSent(forgeProblem('rate-limited', { until: limits.refused(headers), detail }));
    }
    const problem = problemOfAnswer(answer, this.options.host.webUrl);
    return { kind: 'problem', problem, mayHaveArrived: status >= 500 };
  }

  private limitsOf({ account }: GitHubSession): RateLimits {
    const limits = this.limits.get(account) ?? new RateLimits(this.options.clock);
    this.limits.set(account, limits);
    return limits;
  }

  /** Logs method, route, status and GitHub's id of the request, and nothing else (R26). */
  private log(route: string, status: number, headers: Headers): void {
    const id = /^[\w:.-]{1,80}$/.exec(String(headers['x-github-request-id'] ?? ''))?.[0] ?? '';
    this.options.log.debug(`${route} ${status} ${id}`.trimEnd());
  }
}

function notSent(problem: ForgeProblem): Sent {
  return { kind: 'problem', problem, mayHaveArrived: false };
}

/**
 * The answer in an error of Octokit or a plugin, or null for an error of another kind. The error's own status takes
 * precedence: for GraphQL's "Something went wrong" the retry plugin sets 500, though the answer had 200.
 */
function answerOf(error: unknown): ErrorAnswer | null {
  if (!isObject(error) || !isObject(error.response)) return null;
  const { headers, data } = error.response;
  const status = error.status ?? error.response.status;
  return typeof status === 'number' && isObject(headers) ? { status, headers: headers as Headers, data } : null;
}
