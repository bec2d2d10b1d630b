import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own, canonical, so that paths can be compared. The caller removes it. */
export function temporaryFolder(): string {
  return realpathSync.native(mkdtempSync(join(tmpdir(), 'meridian-')));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Writes a file with the folders above it. */
export function writeFileIn(folder: string, path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** A shell script that can be run, for systems that have a shell. */
export function writeScript(folder: string, path: string, body: string): string {
  const file = writeFileIn(folder, path, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}

export interface CommitOptions {
  /** Author date, ISO with offset or `@seconds +0000`. */
  readonly date: string;
  /** Default: the author date. */
  readonly committed?: string;
  readonly message?: string;
  /** `Ann <ann@example.com>`, the default. */
  readonly author?: string;
  /** Default `Kenji <kenji@example.com>`. */
  readonly committer?: string;
  readonly amend?: boolean;
}

/** Each commit would start another process to see whether there is anything to tidy up. */
const untidied = ['-c', 'maintenance.auto=false', '-c', 'gc.auto=0'];
const settings = ['-c', 'commit.gpgSign=false', '-c', 'protocol.file.allow=always', ...untidied];

let empty: TemporaryRepository | undefined;

/** A real repository with fixed names and dates, whatever the machine's own configuration says. */
export class TemporaryRepository {
  private constructor(readonly root: string) {}

  /** @param root an existing empty folder; default a new one. */
  static create(root: string = temporaryFolder()): TemporaryRepository {
    empty ??= TemporaryRepository.begun();
    cpSync(join(empty.root, '.git'), join(root, '.git'), { recursive: true });
    return new TemporaryRepository(root);
  }

  /** Made once in a process: to copy its files costs far less than to start git. */
  private static begun(): TemporaryRepository {
    const repository = new TemporaryRepository(temporaryFolder());
    process.once('exit', () => repository.dispose());
    repository.git('init', '--quiet', '--initial-branch=main', '--template=');
    return repository;
  }

  /** The same in a folder of its own, file by file. The caller disposes of it. */
  copy(): TemporaryRepository {
    const copy = new TemporaryRepository(temporaryFolder());
    cpSync(this.root, copy.root, { recursive: true });
    return copy;
  }

  /** A copy of a clone, that is one of a copy of its origin. */
  copyFor(origin: TemporaryRepository, before: TemporaryRepository): TemporaryRepository {
    const copy = this.copy();
    const config = join(copy.root, '.git/config');
    writeFileSync(config, readFileSync(config, 'utf8').replaceAll(before.root, origin.root));
    return copy;
  }

  /** A clone into a folder of its own, by `file://`, so that `--depth` and `--filter` mean something. */
  clone(...options: readonly string[]): TemporaryRepository {
    const clone = new TemporaryRepository(temporaryFolder());
    clone.git('clone', '--quiet', ...options, `file://${this.root}`, '.');
    return clone;
  }

  /** A linked worktree at HEAD: `worktree('--detach')`, `worktree('-b', 'topic')`. The caller disposes of it. */
  worktree(...options: readonly string[]): TemporaryRepository {
    const worktree = new TemporaryRepository(temporaryFolder());
    this.git('worktree', 'add', '--quiet', '--force', ...options, worktree.root);
    return worktree;
  }

  /** @returns standard output without the last line feed. */
  git(...args: readonly string[]): string {
    return this.gitWith({}, ...args);
  }

  gitWith(environment: Readonly<Record<string, string>>, ...args: readonly string[]): string {
    const { PATH, HOME, SystemRoot } = process.env;
    const output = execFileSync('git', [...settings, ...args], {
      cwd: this.root,
      encoding: 'utf8',
      // A commit of ten thousand files names each of them.
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...{ PATH, HOME, SystemRoot },
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: devNull,
        GIT_AUTHOR_NAME: 'Ann',
        GIT_AUTHOR_EMAIL: 'ann@example.com',
        GIT_COMMITTER_NAME: 'Kenji',
        GIT_COMMITTER_EMAIL: 'kenji@example.com',
        ...environment,
      },
    });
    return output.trimEnd();
  }

  write(path: string, text: string): this {
    writeFileIn(this.root, path, text);
    return this;
  }

  /** Commits everything that is in the folder. @returns the hash. */
  commit({ date, committed = date, message = 'work', author, committer, amend = false }: CommitOptions): string {
    const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: committed };
    const people = { ...signature('AUTHOR', author), ...signature('COMMITTER', committer) };
    const more = amend ? ['--amend', '--reset-author'] : [];
    // To start a process from one with much memory costs more than the commit: an alias makes one of two, and the answer
    // names the commit in full, which saves a third.
    const answer = this.gitWith(
      { ...dates, ...people },
      '-c',
      'core.abbrev=40',
      '-c',
      'alias.commit-all=!git add --all && git commit',
      'commit-all',
      '--allow-empty',
      '--allow-empty-message',
      ...more,
      `--message=${message}`,
    );
    const hash = /^\[[^\n]*?\b([0-9a-f]{40})\] /m.exec(answer)?.[1];
    if (hash === undefined) throw new Error(`git commit did not name what it made: ${answer}`);
    return hash;
  }

  dispose(): void {
    removeFolder(this.root);
  }
}

function signature(role: 'AUTHOR' | 'COMMITTER', written: string | undefined): Readonly<Record<string, string>> {
  const [, name, address] = /^(.*?) ?<(.*)>$/.exec(written ?? '') ?? [];
  if (name === undefined || address === undefined) return {};
  return { [`GIT_${role}_NAME`]: name, [`GIT_${role}_EMAIL`]: address };
}
