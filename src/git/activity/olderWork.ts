import type { BranchFact, CommitFact, OlderWork, RepositoryFacts } from '../../core/activity/facts';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';
import { commitFormat, commitOf } from './commitFormat';

/** The most recent ones; somebody with more open branches has made them by a program. */
const mostBranches = 20;
const mostCommits = 500;
/** Of what landed since such a branch was begun. */
const mostLanded = 3_000;

/**
 * The commits of branches that the interval did not touch and that are not merged by ancestry, and what landed since.
 * Branches that are gone at their remote are left out: hosts delete what they merged. Null where there is none.
 * Throws `GitUnanswered`.
 * @param commits of the interval
 */
export async function readOlderWork(
  runner: GitRunner,
  repository: Repository,
  known: {
    readonly branches: readonly BranchFact[];
    readonly commits: readonly CommitFact[];
    readonly trunks: RepositoryFacts['otherTrunks'];
  },
  options: GitOptions = {},
): Promise<OlderWork | null> {
  const { branches, trunks } = known;
  const recent = new Set(known.commits.map(({ hash }) => hash));
  const trunkTips = new Set(trunks.map(({ tip }) => tip));
  const tips = branches
    .filter(({ name, tip, upstream, upstreamTip }) => {
      const isGone = upstream !== null && upstreamTip === null;
      return !isGone && !recent.has(tip) && !trunkTips.has(tip) && trunks.every((trunk) => trunk.name !== name);
    })
    .slice(0, mostBranches)
    .map(({ tip }) => tip);
  if (tips.length === 0 || trunks.length === 0) return null;
  const log = async (limit: number, args: readonly string[], revisions: readonly string[]) => {
    const fixed = ['-z', '--use-mailmap', '--encoding=UTF-8', `--max-count=${limit}`];
    const request = { repository, verb: 'log', args: [...fixed, ...args, commitFormat.argument], revisions } as const;
    const result = await runner.run(request, options);
    return commitFormat.parse(answered(result).stdout).map((row) => commitOf(row));
  };
  const commits = await log(mostCommits, [], [...new Set(tips), ...[...trunkTips].map((tip) => `^${tip}`)]);
  if (commits.length === 0) return null;
  const since = Math.min(...commits.map(({ authored, committed }) => Math.min(authored, committed)));
  const landed = await log(
    mostLanded,
    ['--no-merges', `--since=@${Math.max(0, Math.floor(since / 1000))} +0000`],
    [...trunkTips],
  );
  return { commits, landed, isWhole: commits.length < mostCommits && landed.length < mostLanded };
}
