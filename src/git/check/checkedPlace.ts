import type { FilePath } from '../../core/ports';
import type { NotedCommit } from '../../core/rules/pathHistory';
import type { Repository } from '../repository';
import type { GitRunner } from '../runner';

/** A folder that is a repository or a part of one, with what is needed to ask git about it. */
export interface CheckedPlace {
  readonly runner: GitRunner;
  readonly repository: Repository;
  /** The folder relative to the repository's root, `/`-separated; `''` for the root itself. */
  readonly prefix: FilePath;
  readonly signal: AbortSignal;
}

/** A path of the folder, made relative to the repository's root. */
export function inRepository({ prefix }: Pick<CheckedPlace, 'prefix'>, path: FilePath): FilePath {
  return prefix === '' ? path : `${prefix}/${path}`;
}

/** A path of the repository, made relative to the folder; null where it is outside. */
export function inFolder({ prefix }: Pick<CheckedPlace, 'prefix'>, path: FilePath): FilePath | null {
  if (prefix === '') return path;
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : null;
}

/** A commit, and its commit date. */
export interface TimedCommit extends NotedCommit {
  /** The whole hash. */
  readonly full: string;
  /** Seconds since 1970. */
  readonly instant: number;
}
