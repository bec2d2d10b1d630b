import { JobQueue, type Priority } from '../core/jobQueue';
import { SharedCalls } from '../core/sharedCalls';
import { commandLine, type GitCall } from './commandLine';
import { configurationCall } from './configEntries';
import { blankFilters, gitEnvironment, hardenedPrefix } from './environment';
import { GitFinder, type GitHost } from './installation';
import { type ProcessEnd, runProcess } from './process';
import { failureReason, type GitResult } from './result';
import { verbRule } from './verbs';

export interface GitOptions {
  /** Default `background`. */
  readonly priority?: Priority;
  /**
   * Of the process, not of the wait for it. Default 15 s for interactive and 60 s for background calls
   * (docs/security.md#r18).
   */
  readonly timeoutMs?: number;
  /** Of standard output; default 16 MB (R18). Past it the call is `killed` by `limit`: half an answer is none. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
  /** Takes the output as it comes, and must not throw. Such a call shares its process with no other. */
  readonly onStdout?: (chunk: Uint8Array) => void;
}

const defaultTimeoutMs: Readonly<Record<Priority, number>> = { interactive: 15_000, background: 60_000 };
const defaultMaxBytes = 16 * 1024 * 1024;
const cancelled: GitResult = { kind: 'killed', by: 'cancelled' };

type Settings = ReturnType<typeof blankFilters>;

/** The one way to git (R11) (docs/adr/0005). Knows no verb that writes or uses the network; see `verbs.ts`. */
export class GitRunner {
  private readonly finder: GitFinder;
  /** At most four processes a window (docs/security.md#faults), one of them reserved for what a person waits for. */
  private readonly queue = new JobQueue(4, 1);
  private readonly calls = new SharedCalls<GitResult>();
  private unshared = 0;

  constructor(private readonly host: GitHost) {
    this.finder = new GitFinder(host);
  }

  /** Never rejects. The call of an untrusted workspace is refused before anything else is looked at (R11). */
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
    // First of all, so that it is in time to share the call of who reads the settings beside this one.
    const settings = verbRule(call.verb)?.readsWorktree ? await this.withoutFilters(call, options, signal) : [];
    if ('kind' in settings) return settings;
    const git = await this.finder.find();
    if ('kind' in git) return git;
    const { priority = 'background' } = options;
    const started = performance.now();
    const run = () =>
      runProcess({
        binary: git.binary,
        args: [...hardenedPrefix, ...line],
        cwd: call.repository.root,
        environment: gitEnvironment(this.host.environment, git.searchPath, call.repository, settings),
        timeoutMs: options.timeoutMs ?? defaultTimeoutMs[priority],
        maxBytes: options.maxBytes ?? defaultMaxBytes,
        signal,
        ...(options.onStdout && { onStdout: options.onStdout }),
      });
    const end = await this.queue.run(signal, run, priority);
    const result = end === 'cancelled' ? cancelled : toResult(end);
    this.log(call, result, performance.now() - started);
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

  /** Fixed words only: arguments and output can hold secrets and names. */
  private log(call: GitCall, result: GitResult, milliseconds: number): void {
    const outcome = result.kind === 'exited' ? result.code : result.kind === 'killed' ? result.by : result.reason;
    this.host.logger.debug(`git ${call.verb}: ${result.kind} ${outcome}, ${Math.round(milliseconds)} ms`);
  }
}

function toResult(end: ProcessEnd): GitResult {
  if (end.kind === 'killed') return end;
  if (end.kind === 'not-started') return { kind: 'failed', reason: 'not-started', detail: end.detail };
  const { code, stdout, stderr } = end;
  if (code === 0 || code === 1) return { kind: 'exited', code, stdout, stderr };
  return { kind: 'failed', reason: failureReason(stderr), detail: stderr };
}
