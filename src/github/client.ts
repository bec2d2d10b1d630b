import { type ForgeProblemKind, type ForgeResult, forgeProblem } from '../core/forge/forgeResult';
import { isObject } from '../core/isObject';
import type { Logger } from '../core/ports';
import { SharedCalls } from '../core/sharedCalls';
import type { GitHubHost } from './apiHost';
import type { Clock } from './clock';
import { EtagCache } from './etagCache';
import type { Shape } from './shape';
import { type GitHubSession, type Outgoing, Transport } from './transport';
import { usable } from './usable';

export interface ClientOptions {
  readonly host: GitHubHost;
  /** Null without a session. Called for every request, so an ended session is never used (docs/security.md#r25). */
  readonly session: () => Promise<GitHubSession | null>;
  readonly log: Logger;
  readonly clock: Clock;
  /** The first wait before a read is retried after a server's error; the next ones are four and nine times as long. */
  readonly retryUnitMs: number;
  /** See `OctokitOptions`. */
  readonly paceKey: string | null;
}

export type Parameters = Readonly<Record<string, unknown>>;

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Whether an earlier answer will not do, because something is about to be decided by it. */
  readonly isFresh?: boolean;
}

/** Problems for which an earlier answer is shown. A person who is signed out or has no access is shown nothing. */
const bridged: ReadonlySet<ForgeProblemKind> = new Set(['offline', 'server', 'invalid-answer', 'rate-limited']);
const signedOut: ForgeResult<never> = { ok: false, problem: forgeProblem('signed-out') };

/**
 * Sends requests to one GitHub for the account that is signed in. Reads are cached by account and route, shared while
 * under way, and retried; writes are none of these. Every answer is checked by a shape. No method rejects.
 */
export class GitHubClient {
  private readonly transport: Transport;
  private readonly cache = new EtagCache();
  private readonly shared = new SharedCalls<ForgeResult<unknown>>();
  private account: string | null = null;

  constructor(private readonly options: ClientOptions) {
    this.transport = new Transport(options);
  }

  /** A GET. A route with the same parameters has to be read with the same shape each time. */
  read<T>(route: string, parameters: Parameters, shape: Shape<T>, options?: ReadOptions): Promise<ForgeResult<T>> {
    return this.ask({ route, parameters, isRead: true }, shape, options);
  }

  /** A GraphQL query, which changes nothing. */
  query<T>(document: string, variables: Parameters, shape: Shape<T>, options?: ReadOptions): Promise<ForgeResult<T>> {
    return this.ask({ ...this.graphql(document, variables), isRead: true }, inData(shape), options);
  }

  /**
   * Sent once. Where no usable answer came though GitHub may have done it, the problem is `unknown-outcome`, and the
   * caller checks whether it was done (R44).
   */
  write<T>(route: string, parameters: Parameters, shape: Shape<T>, signal?: AbortSignal): Promise<ForgeResult<T>> {
    return this.change({ route, parameters, isRead: false }, shape, signal);
  }

  /** A GraphQL mutation, under the rules of `write`. */
  mutate<T>(document: string, variables: Parameters, shape: Shape<T>, signal?: AbortSignal): Promise<ForgeResult<T>> {
    return this.change({ ...this.graphql(document, variables), isRead: false }, inData(shape), signal);
  }

  /** To be called when the session ended or changed: nothing of the account stays in memory. */
  forget(): void {
    this.cache.clear();
    this.account = null;
  }

  private async ask<T>(
    outgoing: Outgoing,
    shape: Shape<T>,
    { signal, isFresh = false }: ReadOptions = {},
  ): Promise<ForgeResult<T>> {
    const session = await this.signIn();
    if (!session) return signedOut;
    const key = `${session.account} ${outgoing.route} ${JSON.stringify(outgoing.parameters)}`;
    const cancelled: ForgeResult<unknown> = { ok: false, problem: forgeProblem('cancelled') };
    const result = await this.shared.join(key, signal, cancelled, (joint) =>
      this.fetch(key, outgoing, shape, session, joint),
    );
    if (!result.ok) return result;
    if (isFresh && result.stale) return { ok: false, problem: result.stale };
    return { ...result, value: result.value as T };
  }

  private async fetch<T>(
    key: string,
    outgoing: Outgoing,
    shape: Shape<T>,
    session: GitHubSession,
    signal: AbortSignal,
  ): Promise<ForgeResult<unknown>> {
    const known = this.cache.get(key);
    const sent = await this.transport.send({ ...outgoing, etag: known?.etag ?? null }, session, signal);
    const asOf = this.options.clock.now();
    const keep = (etag: string | null, value: unknown): ForgeResult<unknown> => {
      this.cache.set(key, { etag, value, asOf });
      return { ok: true, value, asOf, stale: null };
    };
    if (sent.kind === 'unchanged' && known) return keep(known.etag, known.value);
    const answer = usable(sent, shape, outgoing.route, this.options.log);
    if (answer.ok) return keep(answer.etag, answer.value);
    const { problem } = answer;
    if (problem.kind === 'signed-out') this.forget();
    if (known && bridged.has(problem.kind)) return { ok: true, value: known.value, asOf: known.asOf, stale: problem };
    return { ok: false, problem };
  }

  private async change<T>(outgoing: Outgoing, shape: Shape<T>, signal?: AbortSignal): Promise<ForgeResult<T>> {
    const session = await this.signIn();
    if (!session) return signedOut;
    const sent = await this.transport.send(outgoing, session, signal ?? new AbortController().signal);
    const answer = usable(sent, shape, outgoing.route, this.options.log);
    if (answer.ok) return { ok: true, value: answer.value, asOf: this.options.clock.now(), stale: null };
    const { problem, isSettled } = answer;
    if (problem.kind === 'signed-out') this.forget();
    return { ok: false, problem: isSettled ? problem : forgeProblem('unknown-outcome', { detail: problem.detail }) };
  }

  /** The account that is signed in now; the cache of another account is dropped. */
  private async signIn(): Promise<GitHubSession | null> {
    const session = await this.options.session().catch(() => null);
    if (session?.account !== this.account) this.forget();
    this.account = session?.account ?? null;
    return session;
  }

  /** On a self-hosted server GraphQL is at `/api/graphql`, beside the REST interface at `/api/v3`. */
  private graphql(query: string, variables: Parameters): Pick<Outgoing, 'route' | 'parameters'> {
    const baseUrl = this.options.host.apiUrl.replace(/\/api\/v3$/, '/api');
    return { route: 'POST /graphql', parameters: { baseUrl, query, variables } };
  }
}

function inData<T>(shape: Shape<T>): Shape<T> {
  return (value) => shape(isObject(value) ? value.data : value, 'data');
}
