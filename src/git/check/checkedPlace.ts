import type { FilePath } from '../../core/ports';
import type { NotedCommit } from '../../core/rules/pathHistory';
import type { Repository } from '../repository';
import type { GitRunner } from '../runner';

/** A folder that is a repository or a part of one, with what may ask it. */
export interface CheckedPlace {
  readonly runner: GitRunner;
  readonly repository: Repository;
  /** The folder relative to the repository's root, `/`-separated; `''` for the root itself. */
  readonly prefix: FilePath;
  readonly signal: AbortSignal;
}

/** A path of the folder as the repository has it. */
export function inRepository({ prefix }: Pick<CheckedPlace, 'prefix'>, path: FilePath): FilePath {
  return prefix === '' ? path : `${prefix}/${path}`;
}

/** A path of the repository as the folder has it; null where it is outside. */
export function inFolder({ prefix }: Pick<CheckedPlace, 'prefix'>, path: FilePath): FilePath | null {
  if (prefix === '') return path;
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : null;
}

/** A commit, and when it was made by its committer's clock. */
export interface TimedCommit extends NotedCommit {
  /** The whole hash. */
  readonly full: string;
  /** Seconds since 1970. */
  readonly instant: number;
}
