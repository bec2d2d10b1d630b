import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { objectName } from '../core/names/objectName';
import { regularText } from './regularFile';

/** A repository with a working tree. All paths are absolute and canonical. */
export interface Repository {
  readonly root: string;
  /** The folder above `root`. */
  readonly parent: string;
  /** Where HEAD and the index are: `.git`, or the folder of a linked worktree or submodule. */
  readonly gitDirectory: string;
  /** Where objects and references are; the same for all worktrees of a repository, so it tells repositories apart. */
  readonly commonDirectory: string;
}

/**
 * `missing`: there is no such folder. `none`: no `.git` here or above. `bare`: the folder is itself a repository,
 * without a working tree. `elsewhere`: `.git` is a file that leads to a repository which does not know this folder
 * (docs/security.md#hostile-input, G11). `broken`: `.git` is neither a repository nor the name of one.
 */
export type RepositoryProblem = 'missing' | 'none' | 'bare' | 'elsewhere' | 'broken';

/** Whether there is something that should be a repository and cannot be opened. */
export function isUnopenable(reason: RepositoryProblem): boolean {
  return reason === 'elsewhere' || reason === 'broken';
}

export type RepositoryResult =
  | { readonly ok: true; readonly repository: Repository; readonly prefix: string }
  | { readonly ok: false; readonly reason: RepositoryProblem };

/** `.git` files, `commondir` and the like are one line; more is not read. */
const pointerLimit = 4096;

/**
 * The repository that a folder is in, found by reading files alone: it works before the workspace is trusted, and a
 * bare repository among the documents (G12) is never used. `prefix` is the folder relative to the root, `/`-separated,
 * `''` for the root itself. Never rejects.
 */
export async function findRepository(folder: string): Promise<RepositoryResult> {
  const start = await canonical(folder);
  if (start === undefined) return { ok: false, reason: 'missing' };
  for (let root = start; ; root = dirname(root)) {
    const marker = join(root, '.git');
    const entry = await lstat(marker).catch(() => undefined);
    if (entry !== undefined) {
      const found = entry.isFile() ? await followPointer(root, marker) : await openDirectory(root, marker);
      if (typeof found === 'string') return { ok: false, reason: found };
      return { ok: true, repository: found, prefix: relative(root, start).split(sep).join('/') };
    }
    if (dirname(root) === root) return { ok: false, reason: (await isGitDirectory(start)) ? 'bare' : 'none' };
  }
}

async function openDirectory(root: string, marker: string): Promise<Repository | RepositoryProblem> {
  const gitDirectory = await canonical(marker);
  // A symbolic link can lead elsewhere, too.
  if (gitDirectory !== marker) return gitDirectory === undefined ? 'broken' : 'elsewhere';
  if (!(await isGitDirectory(gitDirectory))) return 'broken';
  return { root, parent: dirname(root), gitDirectory, commonDirectory: gitDirectory };
}

/**
 * A `.git` file is followed only to a folder that is registered for this very root, as git's own commands register it.
 */
async function followPointer(root: string, marker: string): Promise<Repository | RepositoryProblem> {
  const target = (await readPointer(marker))?.match(/^gitdir: (.+)$/)?.[1];
  if (target === undefined) return 'broken';
  const place = pointedAt(root, target);
  if (place === undefined) return 'elsewhere';
  const gitDirectory = await canonical(place);
  if (gitDirectory === undefined) return 'broken';
  const commonDirectory = await worktreeOwner(marker, gitDirectory);
  const owner = commonDirectory ?? (isSubmodule(root, gitDirectory) ? gitDirectory : undefined);
  if (owner === undefined) return 'elsewhere';
  if (!(await isGitDirectory(owner))) return 'broken';
  return { root, parent: dirname(root), gitDirectory, commonDirectory: owner };
}

/**
 * The common directory of a worktree whose `gitdir` file, `<common>/worktrees/<name>/gitdir`, names the `.git` file
 * back.
 */
async function worktreeOwner(marker: string, gitDirectory: string): Promise<string | undefined> {
  const back = await readPointer(join(gitDirectory, 'gitdir'));
  const common = await readPointer(join(gitDirectory, 'commondir'));
  if (back === undefined || common === undefined) return undefined;
  const commonDirectory = await canonical(pointedAt(gitDirectory, common));
  const worktrees = dirname(gitDirectory);
  if (basename(worktrees) !== 'worktrees' || dirname(worktrees) !== commonDirectory) return undefined;
  return (await canonical(pointedAt(gitDirectory, back))) === marker ? commonDirectory : undefined;
}

/** `<super>/.git/modules/<name>`, with the submodule somewhere below `<super>`. */
function isSubmodule(root: string, gitDirectory: string): boolean {
  const modules = `${sep}.git${sep}modules${sep}`;
  const at = gitDirectory.indexOf(modules);
  return at >= 0 && root.startsWith(gitDirectory.slice(0, at) + sep);
}

async function isGitDirectory(directory: string): Promise<boolean> {
  const parts = await Promise.all(
    ['HEAD', 'objects', 'refs'].map((name) => stat(join(directory, name)).catch(() => undefined)),
  );
  return parts.every((part) => part !== undefined);
}

/** The one line of a file such as `.git` or `HEAD`; undefined where it is no small regular file. */
export async function readPointer(file: string): Promise<string | undefined> {
  const entry = await lstat(file).catch(() => undefined);
  if (!entry?.isFile() || entry.size > pointerLimit) return undefined;
  return (await readFile(file, 'utf8').catch(() => undefined))?.trimEnd();
}

/**
 * Resolves a pointer in a file of a folder. Undefined for a path on another machine (`\\\\host\\share`): on Windows,
 * opening it would send that machine the person's name and the hash of their password.
 */
export function pointedAt(folder: string, pointer: string): string | undefined {
  const isShare = (path: string) => /^[\\/]{2}/.test(path);
  return isShare(pointer) && !isShare(folder) ? undefined : resolve(folder, pointer);
}

async function canonical(path: string | undefined): Promise<string | undefined> {
  return path === undefined ? undefined : realpath(path).catch(() => undefined);
}

/** The commits at which a shallow clone was cut off; they appear to add every file. Never rejects. */
export async function shallowBorder({ commonDirectory }: Repository): Promise<readonly string[]> {
  const text = await regularText(join(commonDirectory, 'shallow'));
  return text.split('\n').filter((line) => objectName.test(line));
}
