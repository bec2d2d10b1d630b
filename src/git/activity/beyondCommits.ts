import type { RepositoryFacts } from '../../core/activity/facts';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { readArrived } from './arrived';
import { readBeginnings } from './branchBeginnings';
import type { Gaps } from './gaps';
import { readLeftWork, readOlderWork } from './olderWork';
import { readTakenBack } from './takenBack';
import { unpushedModules } from './unpushedModules';

/** Facts that have been read already. */
interface Known extends Pick<RepositoryFacts, 'branches' | 'commits' | 'submodules'> {
  readonly trunks: RepositoryFacts['otherTrunks'];
  /** What is checked out; null before the first commit. */
  readonly head: string | null;
}

type Beyond = Pick<
  RepositoryFacts,
  'arrived' | 'takenBack' | 'beginnings' | 'landed' | 'older' | 'left' | 'unpushedModules'
>;

/** Facts beyond the commits of the interval, read once those are known; a fact that is empty is left out. */
export async function readBeyondCommits(
  runner: GitRunner,
  repository: Repository,
  { branches, commits, trunks, head, submodules }: Known,
  gaps: Gaps,
  options: GitOptions,
): Promise<Beyond> {
  const local = branches.filter(({ remote }) => remote !== true);
  const inInterval = new Set(commits.map(({ hash }) => hash));
  const isWanted = (hash: string) => !inInterval.has(hash);
  const tips = trunks.map(({ tip }) => tip);
  const [arrived, takenBack, beginnings, older, left, modules] = await Promise.all([
    gaps.answer('commits', readArrived(runner, repository, { commits, trunks }, options), []),
    gaps.answer('commits', readTakenBack(runner, repository, { commits, trunks: tips, isWanted }, options), []),
    gaps.answer('branches', readBeginnings(runner, repository, { branches, commits, trunks }, options), {}),
    gaps.answer('branches', readOlderWork(runner, repository, { branches: local, commits, trunks }, options), null),
    gaps.answer('branches', readLeftWork(runner, repository, { branches: local, commits, trunks }, options), []),
    head === null ? [] : gaps.answer('submodule', unpushedModules(runner, repository, head, submodules, options), []),
  ]);
  return {
    ...(arrived.length > 0 && { arrived }),
    ...(takenBack.length > 0 && { takenBack }),
    ...beginnings,
    ...(older && { older }),
    ...(left.length > 0 && { left }),
    ...(modules.length > 0 && { unpushedModules: modules }),
  };
}
