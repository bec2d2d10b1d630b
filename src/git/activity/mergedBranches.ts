import { isGone } from '../../core/activity/branchStanding';
import type { BranchFact, CommitFact } from '../../core/activity/facts';
import { isMachine } from '../../core/activity/machines';
import { mergeMeaning } from '../../core/activity/merges';
import type { BranchMove } from '../../core/handoffs/changesSince';
import { dayMs } from '../../core/time/durations';
import type { Instant } from '../../core/time/zone';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { whoReverted } from './branchMoves';
import { readLog, sinceArgument } from './commitLog';
import { readLandedBranch } from './landedBranch';
import type { References } from './references';

/** Merges that are read: as many as in the time of a vacation. */
const mostMerges = 500;

/** What was left longer before is given up. */
const recentMs = 30 * dayMs;

/** Branches gone at their remote that are compared with what landed; each costs four calls. */
const mostCompared = 6;

/**
 * Local branches that were merged, since an instant, into what work is merged into, and those that are gone at their
 * remote with commits that no other branch there has. Each that was merged has who did so, and who reverted it since. It
 * counts as merged where a merge brought its tip, or where it is gone at its remote and was squashed. A merge by which a
 * colleague only pulled the default branch does not count. Nothing is fetched. Throws `GitUnanswered`.
 */
export async function mergedBranches(
  runner: GitRunner,
  repository: Repository,
  { branches, defaultBranch, otherTrunks }: References,
  since: Instant,
  options: GitOptions = {},
): Promise<readonly BranchMove[]> {
  const trunks = [...(defaultBranch ? [defaultBranch] : []), ...otherTrunks];
  const shared = new Set(trunks.map(({ name }) => name));
  const own = branches.filter(({ name }) => !shared.has(name));
  if (own.length === 0 || trunks.length === 0) return [];
  const args = ['--merges', '--first-parent', sinceArgument(since)];
  const revisions = [...new Set(trunks.map(({ tip }) => tip))];
  const found = await readLog(runner, repository, { most: mostMerges, args, revisions }, options);
  const defaultName = defaultBranch?.name ?? null;
  const isLanding = ({ subject }: CommitFact) => mergeMeaning(subject, true, defaultName).kind === 'landing';
  const merges = found.filter((merge) => merge.committed > since && isLanding(merge));
  const trunkTips = [...new Set(trunks.map(({ tip }) => tip))];
  let compared = 0;
  const moves: BranchMove[] = [];
  for (const branch of own) {
    const { name, tip } = branch;
    const merge = merges.find(({ parents }) => parents.slice(1).includes(tip));
    const isCompared = !merge && isGone(branch) && compared++ < mostCompared;
    const landed = isCompared ? await readLandedBranch(runner, repository, tip, trunkTips, options) : null;
    const arrival = merge ?? landed;
    if (isCompared && !landed) moves.push(...(await lost(runner, repository, branch, since, options)));
    if (!arrival || arrival.committed <= since) continue;
    const back = await whoReverted(runner, repository, { tip, trunkTips, landed }, options);
    // The author of a squash wrote the branch; where the host committed it, nothing says who merged it.
    const { name: person, address } = merge ? merge.author : arrival.committer;
    const people = isMachine(person, address) ? [] : [person];
    moves.push({ branch: name, state: 'same', merged: true, ...back, commits: 0, people, latest: arrival.committed });
  }
  return moves;
}

/** The move of a branch whose last commit no remote has any more; none where it is much older than `since`. */
async function lost(
  runner: GitRunner,
  repository: Repository,
  { name, tip }: BranchFact,
  since: Instant,
  options: GitOptions,
): Promise<readonly BranchMove[]> {
  // The second `--not` makes the hash, which comes last, positive again.
  const args = ['--not', '--remotes', '--not'];
  const [last] = await readLog(runner, repository, { most: 1, args, revisions: [tip] }, options);
  if (last === undefined || last.committed < since - recentMs) return [];
  const none = { merged: false, commits: 0, people: [] };
  return [{ ...none, branch: name, state: 'gone', kept: true, latest: last.committed }];
}
