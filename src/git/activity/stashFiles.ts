import type { FilePath } from '../../core/ports';
import { changesFormat } from '../changesFormat';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

/** `%S` is the revision by which a commit was asked for. */
const filesFormat = changesFormat({ asked: '%S' });
/** The third parent of a stash, a root commit with its untracked files. */
const untracked = '^3';

/**
 * By stash, the files that it would change, untracked ones included. A stash is a merge of the commit on which it was
 * made and of the index. Where it includes untracked files, it has a third parent with them, which has no parents
 * itself; git ignores the revision where a stash has none. Throws `GitUnanswered`.
 */
export async function readStashFiles(
  runner: GitRunner,
  repository: Repository,
  stashes: readonly string[],
  options: GitOptions = {},
): Promise<ReadonlyMap<string, readonly FilePath[]>> {
  if (stashes.length === 0) return new Map();
  const files = new Map<string, Set<FilePath>>(stashes.map((stash) => [stash, new Set()]));
  const onStdout = filesFormat.reader(({ asked }, { path }) => files.get(asked.split('^', 1)[0] ?? '')?.add(path));
  const selected = ['-z', '--no-walk=unsorted', '--ignore-missing', '--name-status', '--no-renames', '--root'];
  const call = {
    repository,
    verb: 'log' as const,
    args: [...selected, '--diff-merges=first-parent', filesFormat.argument],
    revisions: stashes.flatMap((stash) => [stash, `${stash}${untracked}`]),
  };
  answered(await runner.run(call, { ...options, onStdout }));
  return new Map([...files].map(([stash, paths]) => [stash, [...paths].sort()]));
}
