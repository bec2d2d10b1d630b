import type { BranchFact } from '../../core/activity/facts';
import { trackedName } from '../../core/activity/trackedName';
import type { Repository } from '../repository';
import { referenceLog } from './branchLogs';

/** Each costs the reading of two files. */
const mostBranches = 50;
/** The first entry of the log of a branch that was made from one: `<zeros> <hash> <who and when>\tbranch: …`. */
const created = /^0{40,64} ([0-9a-f]{40,64}) [^\t]*\tbranch: Created from (?:refs\/remotes\/)?(\S+)$/;

/**
 * The branches with what the logs of both sides show: which side was rewritten since it was pushed, and what the remote
 * had when the branch was made here. A branch without a log, or whose log does not show it, is as it was. Starts no
 * process, never rejects.
 * @param unpushed commits that no remote-tracking branch has
 */
export async function withPasts(
  repository: Repository,
  branches: readonly BranchFact[],
  unpushed: readonly string[],
): Promise<readonly BranchFact[]> {
  const here = new Set(unpushed);
  const followed = new Set(
    branches.filter(({ upstreamTip, remote }) => upstreamTip !== null && !remote).slice(0, mostBranches),
  );
  return Promise.all(
    branches.map(async (branch) => {
      if (!followed.has(branch)) return branch;
      const names = [`refs/heads/${branch.name}`, `refs/remotes/${branch.upstream}`];
      const [own = [], there = []] = await Promise.all(
        names.map(async (name) => (await referenceLog(repository, name)).trimEnd().split('\n')),
      );
      const rewrite = branch.tip === branch.upstreamTip ? {} : rewriteOf(branch, own, there, here);
      return { ...branch, ...rewrite, ...takenFrom(branch, own) };
    }),
  );
}

function rewriteOf(
  { upstreamTip }: BranchFact,
  own: readonly string[],
  there: readonly string[],
  unpushed: ReadonlySet<string>,
): Pick<BranchFact, 'rewritten' | 'hadThere'> {
  const last = there.at(-1) ?? '';
  const isOfHere = last.endsWith('\tupdate by push') && hashOf(last) === upstreamTip;
  if (isOfHere && own.some((line) => hashOf(line) === upstreamTip)) return { rewritten: 'here' };
  const had = there.map(hashOf).findLast((hash) => unpushed.has(hash));
  return had === undefined ? {} : { rewritten: 'there', hadThere: had };
}

function takenFrom({ name, upstream }: BranchFact, [first = '']: readonly string[]): Pick<BranchFact, 'takenAt'> {
  const [, hash, source] = created.exec(first) ?? [];
  const isOfName = upstream !== null && trackedName(upstream) === name;
  return hash !== undefined && isOfName && source === upstream ? { takenAt: hash } : {};
}

/** What an entry of a log set the reference to. */
function hashOf(line: string): string {
  return line.split(' ', 2)[1] ?? '';
}
