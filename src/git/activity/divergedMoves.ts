import type { BranchFact } from '../../core/activity/facts';
import type { BranchMove } from '../../core/handoffs/changesSince';
import { logFormat } from '../format';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';
import { referenceLog } from './branchLogs';

const list = logFormat({ hash: '%H' });
/** Commits of a branch that its upstream does not have. */
const mostCommits = 100;

/**
 * The moves of local branches whose upstream has other commits, as the logs of both show them: what the branch had
 * before the reader rebased it is no move, and an upstream that no longer has what it had was rewritten. Throws
 * `GitUnanswered`.
 */
export async function divergedMoves(
  runner: GitRunner,
  repository: Repository,
  { moves, branches }: { readonly moves: readonly BranchMove[]; readonly branches: readonly BranchFact[] },
  options: GitOptions,
): Promise<readonly BranchMove[]> {
  const told = moves.map(async (move): Promise<readonly BranchMove[]> => {
    const branch = branches.find(({ name }) => name === move.branch);
    if (!branch?.upstream || branch.upstreamTip === null) return [move];
    const { name, tip, upstream, upstreamTip } = branch;
    if ((await referenceLog(repository, `refs/heads/${name}`)).includes(upstreamTip)) return [];
    const had = await referenceLog(repository, `refs/remotes/${upstream}`);
    if (had === '') return [move];
    const args = ['-z', '--no-patch', `--max-count=${mostCommits}`, list.argument];
    const result = await runner.run({ repository, verb: 'log', args, revisions: [tip, `^${upstreamTip}`] }, options);
    const isRewritten = list.parse(answered(result).stdout).some(({ hash }) => had.includes(hash));
    return [isRewritten ? { ...move, state: 'rewritten' } : move];
  });
  return (await Promise.all(told)).flat();
}
