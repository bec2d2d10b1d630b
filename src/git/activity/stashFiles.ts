import type { FilePath } from '../../core/ports';
import { changesFormat } from '../changesFormat';
import { logFormat } from '../format';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

const parentsFormat = logFormat({ hash: '%H', parents: '%P' });
const filesFormat = changesFormat({ hash: '%H' });
const selected = ['-z', '--no-walk=unsorted', '--ignore-missing'] as const;

/**
 * By stash, the files that it would change, those included that git did not know. A stash is a merge of the commit that
 * it was made on, of the index, and where it took new files along of a commit without parents that has them. Throws
 * `GitUnanswered`.
 */
export async function readStashFiles(
  runner: GitRunner,
  repository: Repository,
  stashes: readonly string[],
  options: GitOptions = {},
): Promise<ReadonlyMap<string, readonly FilePath[]>> {
  if (stashes.length === 0) return new Map();
  const parentsOf = await runner.run(
    { repository, verb: 'log', args: [...selected, '--no-patch', parentsFormat.argument], revisions: stashes },
    options,
  );
  const ownerOf = new Map(stashes.map((stash) => [stash, stash]));
  for (const { hash, parents } of parentsFormat.parse(answered(parentsOf).stdout)) {
    const untracked = parents.split(' ')[2];
    if (untracked !== undefined) ownerOf.set(untracked, hash);
  }
  const files = new Map<string, Set<FilePath>>(stashes.map((stash) => [stash, new Set()]));
  const onStdout = filesFormat.reader(({ hash }, { path }) => files.get(ownerOf.get(hash) ?? '')?.add(path));
  const args = [...selected, '--name-status', '--no-renames', '--root', '--diff-merges=first-parent'];
  const call = {
    repository,
    verb: 'log' as const,
    args: [...args, filesFormat.argument],
    revisions: [...ownerOf.keys()],
  };
  answered(await runner.run(call, { ...options, onStdout }));
  return new Map([...files].map(([stash, paths]) => [stash, [...paths].sort()]));
}
