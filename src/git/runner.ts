import { JobQueue, type Priority } from '../core/jobQueue';
import { SharedCalls } from '../core/sharedCalls';
import { WithoutChatter } from './chatter';
import { commandLine, type GitCall } from './commandLine';
import { configurationCall } from './configEntries';
import { blankFilters, gitEnvironment, hardenedPrefix } from './environment';
import { GitFinder, type GitHost } from './installation';
import { type ProcessEnd, runProcess } from './process';
import { failureReason, type GitResult, toKilled } from './result';
import { verbRule } from './verbs';

export interface GitOptions {
  /** Default `background`. */
  readonly priority?: Priority;
  /**
   * For the process, without its time in the queue. Default 15 s for interactive and 60 s for background calls
   * (docs/security.md#r18).
   */
  readonly timeoutMs?: number;
  /**
   * Of standard output; default 16 MB (R18). Beyond it the call is `killed` by `limit`, as half an answer is of no use.
   */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
  /** Takes the output in chunks, and must not throw. Such a call shares its process with no other. */
  readonly onStdout?: (chunk: Uint8Array) => void;
}

const defaultTimeoutMs: Readonly<Record<Priority, number>> = { interactive: 15_000, background: 60_000 };
const defaultMaxBytes = 16 * 1024 * 1024;
/** In milliseconds: how long a verb that timed out is not run again, because it would time out once more. */
const restMs = 60_000;
const timedOut: GitResult = { kind: 'killed', by: 'timeout' };
const cancelled: GitResult = { kind: 'killed', by: 'cancelled' };

type Settings = ReturnType<typeof blankFilters>;

/** The only way to git (R11) (docs/adr/0005). Knows no verb that writes or uses the network; see `verbs.ts`. */
export class GitRunner {
  private readonly finder: GitFinder;
  /** At most four processes a window (docs/security.md#faults), one of them reserved for interactive calls. */
  private readonly queue = new JobQueue(4, 1);
  private readonly calls = new SharedCalls<GitResult>();
  private unshared = 0;
  private started: number | null = null;
  /** The verbs that timed out, by verb and repository, and when. */
  private readonly resting = new Map<string, number>();

  constructor(private readonly host: GitHost) {
    this.finder = new GitFinder(host);
  }

  /** Never rejects. In an untrusted workspace a call is refused before anything else is checked (R11). */
  async run(call: GitCall, options: GitOptions = {}): Promise<GitResult> {
    if (!this.host.isTrusted()) return { kind: 'refused', reason: 'untrusted', detail: '' };
    const line = commandLine(call);
    if ('kind' in line) return line;
    const key = this.keyOf(call, line, options);
    return this.calls.join(key, options.signal, cancelled, (signal) => this.execute(call, line, options, signal));
  }

  /** Ends every process. */
  dispose(): void {
    this.calls.cancelAll();
  }

  private keyOf(call: GitCall, line: readonly string[], options: GitOptions): string {
    if (options.onStdout !== undefined) {
      this.unshared += 1;
      return String(this.unshared);
    }
    const { priority, timeoutMs, maxBytes } = options;
    return JSON.stringify([call.repository.root, line, priority, timeoutMs, maxBytes]);
  }

  private async execute(
    call: GitCall,
    line: readonly string[],
    options: GitOptions,
    signal: AbortSignal,
  ): Promise<GitResult> {
    // First of all, so that it is in time to share the call of a reader of settings that runs beside this one.
    const settings = verbRule(call.verb)?.readsWorktree ? await this.withoutFilters(call, options, signal) : [];
    if ('kind' in settings) return settings;
    const found = this.isResting('version') ? timedOut : await this.finder.find(this.remaining());
    if ('kind' in found) return this.noted('version', found);
    const kind = `${call.verb} ${call.repository.root}`;
    if (this.isResting(kind) || this.remaining() <= 0) return timedOut;
    const git = found;
    const { priority = 'background' } = options;
    const started = performance.now();
    const output: Uint8Array[] = [];
    const filter = new WithoutChatter(git.chatter, options.onStdout ?? ((chunk) => output.push(chunk)));
    const run = () =>
      runProcess({
        binary: git.binary,
        args: [...hardenedPrefix, ...line],
        cwd: call.repository.root,
        environment: gitEnvironment(this.host.environment, git.searchPath, call.repository, settings),
        timeoutMs: Math.max(0, Math.min(options.timeoutMs ?? defaultTimeoutMs[priority], this.remaining())),
        maxBytes: options.maxBytes ?? defaultMaxBytes,
        signal,
        onStdout: (chunk) => filter.take(chunk),
      });
    const end = await this.queue.run(signal, run, priority);
    filter.end();
    const result = end === 'cancelled' ? cancelled : toResult(end, output);
    this.log(call, result, performance.now() - started);
    return this.noted(kind, result);
  }

  /** Milliseconds until the deadline of all calls. */
  private remaining(): number {
    this.started ??= performance.now();
    return this.started + (this.host.mostMs ?? Number.POSITIVE_INFINITY) - performance.now();
  }

  private isResting(what: string): boolean {
    return performance.now() - (this.resting.get(what) ?? Number.NEGATIVE_INFINITY) < restMs;
  }

  /** Remembers a timeout; later timeouts, such as those of calls already under way, do not extend it. */
  private noted(what: string, result: GitResult): GitResult {
    if (result.kind === 'killed' && result.by === 'timeout' && !this.isResting(what)) {
      this.resting.set(what, performance.now());
    }
    return result;
  }

  private async withoutFilters(
    { repository }: GitCall,
    { priority = 'background' }: GitOptions,
    signal: AbortSignal,
  ): Promise<Settings | GitResult> {
    const listed = await this.run({ repository, ...configurationCall }, { priority, signal });
    return listed.kind === 'exited' ? blankFilters(listed.stdout) : listed;
  }

  /** Logs fixed words only: arguments and output can hold secrets and names. */
  private log(call: GitCall, result: GitResult, milliseconds: number): void {
    const outcome = result.kind === 'exited' ? result.code : result.kind === 'killed' ? result.by : result.reason;
    this.host.logger.debug(`git ${call.verb}: ${result.kind} ${outcome}, ${Math.round(milliseconds)} ms`);
  }
}

function toResult(end: ProcessEnd, output: readonly Uint8Array[]): GitResult {
  if (end.kind === 'killed') return toKilled(end);
  if (end.kind === 'not-started') return { kind: 'failed', reason: 'not-started', detail: end.detail };
  const { code, stderr } = end;
  const stdout = output.length === 1 && output[0] !== undefined ? output[0] : Buffer.concat(output);
  if (code === 0 || code === 1) return { kind: 'exited', code, stdout, stderr };
  return { kind: 'failed', reason: failureReason(stderr), detail: stderr };
}
