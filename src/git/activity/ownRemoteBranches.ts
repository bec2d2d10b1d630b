import type { ActivityRequest } from '../../core/activity/activitySource';
import type { BranchFact, RepositoryFacts } from '../../core/activity/facts';
import { isOneOf } from '../../core/activity/identity';
import { isProgramsBranch } from '../../core/activity/merges';
import { refFormat } from '../format';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';
import { remoteBranch } from './references';

const format = refFormat({
  name: '%(refname)',
  hash: '%(objectname)',
  target: '%(symref)',
  author: '%(authorname)',
  address: '%(authoremail)',
  committed: '%(committerdate:unix)',
});
/** The most recent branches of a repository, which may have thousands. */
const mostLooked = 200;
const mostOwn = 20;

/**
 * Branches that only a remote has, whose last commit is the person's and in the interval: work of another clone of
 * theirs. Throws `GitUnanswered`.
 */
export async function readOwnRemoteBranches(
  runner: GitRunner,
  repository: Repository,
  { start, own }: Pick<ActivityRequest, 'start' | 'own'>,
  options: GitOptions = {},
): Promise<readonly BranchFact[]> {
  if (own === undefined) return [];
  const args = ['--sort=-committerdate', `--count=${mostLooked}`, format.argument];
  const result = await runner.run({ repository, verb: 'for-each-ref', args, operands: ['refs/remotes'] }, options);
  const found = format.parse(answered(result).stdout).filter((one) => {
    const isRecent = Number(one.committed) * 1000 >= start;
    const address = one.address.replace(/^<|>$/g, '');
    return one.target === '' && isRecent && isOneOf(own, { name: one.author, address });
  });
  const branches = found.map(remoteBranch).filter(({ name }) => !isProgramsBranch(name));
  return branches.slice(0, mostOwn);
}

/** The branches, with those of `found` that no local branch or trunk equals or follows. */
export function withOwnRemote(
  branches: readonly BranchFact[],
  trunks: RepositoryFacts['otherTrunks'],
  found: readonly BranchFact[],
): readonly BranchFact[] {
  const names = new Set([...branches, ...trunks].map(({ name }) => name));
  const followed = new Set(branches.map(({ upstream }) => upstream));
  // A host shows a request's commits under another name, and two remotes may have the same branch.
  const tips = new Set([
    ...branches.flatMap(({ tip, upstreamTip }) => [tip, upstreamTip]),
    ...trunks.map(({ tip }) => tip),
  ]);
  const others = found.filter(({ name, tip, upstream }) => {
    if (names.has(name) || followed.has(upstream) || tips.has(tip)) return false;
    names.add(name);
    tips.add(tip);
    return true;
  });
  return others.length === 0 ? branches : [...branches, ...others];
}
