import { dirname } from 'node:path';
import type { Logger } from '../core/ports';
import { type BinarySearch, findGit, safeSearchPath } from './binary';
import { chatterAbove } from './chatter';
import { type Environment, gitEnvironment } from './environment';
import { runProcess } from './process';
import { type GitFailed, type GitKilled, toKilled } from './result';

/** What git needs from its host. Functions, because trust, folders and settings change while a runner lives. */
export interface GitHost {
  readonly isTrusted: () => boolean;
  /** Absolute paths. */
  readonly workspaceFolders: () => readonly string[];
  /** Git's path from the built-in git extension or a machine setting. */
  readonly suggestedBinary: () => string | undefined;
  readonly environment: Environment;
  readonly platform: NodeJS.Platform;
  /** Milliseconds that all calls together have, from the first one on; no limit where it is left out. */
  readonly mostMs?: number;
  readonly logger: Logger;
}

/** A git that may be run and is new enough. */
export interface GitInstallation {
  readonly binary: string;
  /** The safe entries of PATH, joined. */
  readonly searchPath: string;
  /** The lines of `chatterAbove`. */
  readonly chatter: readonly string[];
}

type Checked = Pick<GitInstallation, 'chatter'> | GitFailed | GitKilled;

const versionTimeoutMs = 15_000;
const versionBytes = 65_536;

/** Finds git, and asks each binary once for its version. */
export class GitFinder {
  private readonly checked = new Map<string, Promise<Checked>>();

  constructor(private readonly host: GitHost) {}

  /** Searches anew each time, because it costs a few file lookups, and workspace folders come and go. Never rejects. */
  async find(timeoutMs: number): Promise<GitInstallation | GitFailed | GitKilled> {
    const { environment, platform } = this.host;
    const search: BinarySearch = {
      platform,
      searchPath: Object.entries(environment).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '',
      suggested: this.host.suggestedBinary(),
      workspaceFolders: this.host.workspaceFolders(),
    };
    const [binary, entries] = await Promise.all([findGit(search), safeSearchPath(search)]);
    if (binary === null) return { kind: 'failed', reason: 'git-missing', detail: '' };
    const searchPath = entries.join(platform === 'win32' ? ';' : ':');
    const known = await (this.checked.get(binary) ?? this.check(binary, searchPath, timeoutMs));
    return 'chatter' in known ? { binary, searchPath, chatter: known.chatter } : known;
  }

  private check(binary: string, searchPath: string, timeoutMs: number): Promise<Checked> {
    const checked = runProcess({
      binary,
      args: ['version'],
      // Not the repository, where nothing may influence this call.
      cwd: dirname(binary),
      environment: gitEnvironment(this.host.environment, searchPath, null, []),
      timeoutMs: Math.min(timeoutMs, versionTimeoutMs),
      maxBytes: versionBytes,
      signal: new AbortController().signal,
    }).then((end): Checked => {
      if (end.kind !== 'closed') {
        // A busy machine says nothing about the binary, so the next call tries again.
        this.checked.delete(binary);
        return end.kind === 'killed' ? toKilled(end) : { kind: 'failed', reason: 'not-started', detail: end.detail };
      }
      const output = new TextDecoder().decode(end.stdout);
      const version = parseVersion(output);
      if (version !== undefined && isAtLeast(version, oldestGit)) return { chatter: chatterAbove(output, versionLine) };
      return { kind: 'failed', reason: 'git-too-old', detail: version?.join('.') ?? 'unknown version' };
    });
    this.checked.set(binary, checked);
    return checked;
  }
}

/** `[major, minor]`. */
type GitVersion = readonly [number, number];

/**
 * The oldest git that is used: `--end-of-options` in `rev-parse` came with 2.30, `GIT_CONFIG_COUNT` and
 * `--diff-merges=first-parent` with 2.31 (March 2021). One minimum, instead of a switch for each feature.
 */
export const oldestGit: GitVersion = [2, 31];

const versionLine = /^git version (\d{1,6})\.(\d{1,6})/m;

/** Parses the answer of `git version`, on whichever line it is: some wrappers print warnings first. */
export function parseVersion(output: string): GitVersion | undefined {
  const match = versionLine.exec(output);
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

export function isAtLeast(version: GitVersion, floor: GitVersion): boolean {
  return version[0] > floor[0] || (version[0] === floor[0] && version[1] >= floor[1]);
}
