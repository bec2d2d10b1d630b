import type { FileStat, PatchFact } from '../../core/activity/facts';
import { leftToMerge } from '../../core/activity/leftToMerge';
import { stillThere } from '../../core/activity/reverts';
import type { BranchCommit } from '../../core/pullRequests/branchFacts';
import { readLog } from '../activity/commitLog';
import { readPatches, readRangePatch } from '../activity/patches';
import { pathspecs } from '../pathspecs';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';

/** More commits of either are no stack of requests, and with more files git is not asked. */
const mostCommits = 60;
const mostLanded = 200;
const mostFiles = 200;

interface Branch {
  /** Hashes. */
  readonly base: string;
  readonly head: string;
  /** Newest first. */
  readonly commits: readonly BranchCommit[];
  /** The patch of the whole branch. */
  readonly patch: PatchFact;
}

/**
 * The beginning of a branch that its base has by other commits: a lower branch of a stack that was squashed. Null where
 * nothing shows that there is such a part. Git is asked for more than one log only where another commit changed the
 * branch's files in the base. Throws `GitUnanswered`.
 */
export async function readLandedPart(
  runner: GitRunner,
  repository: Repository,
  { base, head, commits, patch }: Branch,
  options: GitOptions,
): Promise<{ readonly landed: ReadonlySet<string>; readonly files: readonly FileStat[] } | null> {
  const paths = patch.files.map(({ path }) => path);
  if (commits.length < 2 || commits.length > mostCommits || paths.length > mostFiles) return null;
  const range = { most: mostLanded, args: ['--no-merges'], revisions: [base, `^${head}`], paths: pathspecs(paths) };
  const since = stillThere(await readLog(runner, repository, range, options));
  if (since.length === 0) return null;
  const ask = {
    patches: (hashes: readonly string[]) => readPatches(runner, repository, hashes, options),
    rangePatch: async (from: string, to: string) =>
      from === base && to === head ? patch : readRangePatch(runner, repository, from, to, options),
  };
  const left = await leftToMerge(ask, { tip: head, commits }, since, base);
  // Only the oldest commits are split off; a landed commit above them shows by its files, which the base has the same.
  const at = commits.findLastIndex((commit) => left.includes(commit)) + 1;
  const [last, ...below] = commits.slice(at);
  if (at === 0 || !last) return null;
  const own = await readRangePatch(runner, repository, last.hash, head, options);
  const touched = new Set(commits.flatMap((commit) => (left.includes(commit) ? commit.files : [])));
  const files = own?.files.filter(({ path }) => touched.has(path)) ?? [];
  return files.length === 0 ? null : { landed: new Set([last, ...below].map(({ hash }) => hash)), files };
}
