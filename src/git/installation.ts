import { dirname } from 'node:path';
import type { Logger } from '../core/ports';
import { type BinarySearch, findGit, safeSearchPath } from './binary';
import { type Environment, gitEnvironment } from './environment';
import { runProcess } from './process';
import type { GitFailed } from './result';

/** What git needs from its host. Functions, because trust, folders and settings change while a runner lives. */
export interface GitHost {
  readonly isTrusted: () => boolean;
  /** Absolute paths. */
  readonly workspaceFolders: () => readonly string[];
  /** Git's path from the built-in git extension or a machine setting. */
  readonly suggestedBinary: () => string | undefined;
  readonly environment: Environment;
  readonly platform: NodeJS.Platform;
  readonly logger: Logger;
}

/** A git that may be run and is new enough. */
export interface GitInstallation {
  readonly binary: string;
  /** The safe entries of PATH, joined. */
  readonly searchPath: string;
}

const versionTimeoutMs = 15_000;
const versionBytes = 65_536;

/** Finds git, and asks each binary once for its version. */
export class GitFinder {
  private readonly problems = new Map<string, Promise<GitFailed | undefined>>();

  constructor(private readonly host: GitHost) {}

  /** Looks anew each time, because it costs a few file lookups and workspace folders come and go. Never rejects. */
  async find(): Promise<GitInstallation | GitFailed> {
    const { environment, platform } = this.host;
    const search: BinarySearch = {
      platform,
      searchPath: Object.entries(environment).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '',
      suggested: this.host.suggestedBinary(),
      workspaceFolders: this.host.workspaceFolders(),
    };
    const [binary, entries] = await Promise.all([findGit(search), safeSearchPath(search)]);
    if (binary === null) return { kind: 'failed', reason: 'git-missing', detail: '' };
    const installation = { binary, searchPath: entries.join(platform === 'win32' ? ';' : ':') };
    const known = this.problems.get(binary) ?? this.check(installation);
    return (await known) ?? installation;
  }

  private check(installation: GitInstallation): Promise<GitFailed | undefined> {
    const { binary, searchPath } = installation;
    const problem = runProcess({
      binary,
      args: ['version'],
      // Not the repository: nothing there has a say in this.
      cwd: dirname(binary),
      environment: gitEnvironment(this.host.environment, searchPath, null, []),
      timeoutMs: versionTimeoutMs,
      maxBytes: versionBytes,
      signal: new AbortController().signal,
    }).then((end): GitFailed | undefined => {
      if (end.kind !== 'closed') {
        // A busy machine is no property of the binary: the next call asks again.
        this.problems.delete(binary);
        return { kind: 'failed', reason: 'not-started', detail: end.kind === 'killed' ? end.by : end.detail };
      }
      const version = parseVersion(new TextDecoder().decode(end.stdout));
      if (version !== undefined && isAtLeast(version, oldestGit)) return undefined;
      return { kind: 'failed', reason: 'git-too-old', detail: version?.join('.') ?? 'unknown version' };
    });
    this.problems.set(binary, problem);
    return problem;
  }
}

/** `[major, minor]`. */
type GitVersion = readonly [number, number];

/**
 * The oldest git that is used: `--end-of-options` in `rev-parse` came with 2.30, `GIT_CONFIG_COUNT` and
 * `--diff-merges=first-parent` with 2.31 (March 2021). One floor instead of a switch for each feature.
 */
export const oldestGit: GitVersion = [2, 31];

/** Reads the answer of `git version`, wherever in it the line is: some wrappers print warnings first. */
export function parseVersion(output: string): GitVersion | undefined {
  const match = /^git version (\d{1,6})\.(\d{1,6})/m.exec(output);
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

export function isAtLeast(version: GitVersion, floor: GitVersion): boolean {
  return version[0] > floor[0] || (version[0] === floor[0] && version[1] >= floor[1]);
}
