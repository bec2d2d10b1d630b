import { CommitGraph } from '../../core/activity/commitGraph';
import type { CommitFact, TakenBackFact } from '../../core/activity/facts';
import { landedRequest } from '../../core/activity/merges';
import { commitsRevertedBy, isRevert, revertedRequestBy, standingReverts } from '../../core/activity/reverts';
import { objectName } from '../../core/names/objectName';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { readLog } from './commitLog';

/** A program makes more reverts in one walk; reverts of merges cost a call each. */
const mostReverts = 20;
const mostMerges = 6;
const mostBrought = 300;
const mostOfOne = 20;

interface Question {
  readonly commits: readonly CommitFact[];
  /** Tips of what work is merged into: a revert of a revert that waits in a branch takes nothing back there. */
  readonly trunks?: readonly string[];
  /** Whether the caller wants a reverted commit, by its hash. */
  readonly isWanted?: (hash: string) => boolean;
}

/**
 * What reverts among the commits reverted that is still reverted: the named commit and, for a merge, what it brought.
 * Where a revert names a request, the commit that landed it is searched for among the commits and shortly before them.
 * Commits that are not in this clone are left out. Throws `GitUnanswered`.
 */
export async function readTakenBack(
  runner: GitRunner,
  repository: Repository,
  { commits, trunks = [], isWanted = () => true }: Question,
  options: GitOptions = {},
): Promise<readonly TakenBackFact[]> {
  if (!commits.some(isRevert)) return [];
  const graph = new CommitGraph(commits, [], () => null);
  const reached = trunks.map((tip) => graph.reach(tip));
  const merged = standingReverts(commits.filter(({ hash }) => reached.some((known) => known.has(hash))));
  const reverts = [...new Set([...merged, ...standingReverts(commits)])].slice(0, mostReverts);
  const known = [...commits, ...(await readBefore(runner, repository, reverts, commits, options))];
  const named = reverts.flatMap((revert) => {
    const taken = commitsRevertedBy(revert.body);
    const landing = taken.length > 0 ? null : landingOf(revertedRequestBy(revert.body), known);
    const hashes = landing === null ? taken.slice(0, mostOfOne) : [landing];
    return hashes.filter((hash) => objectName.test(hash) && isWanted(hash)).map((hash) => ({ revert, hash }));
  });
  if (named.length === 0) return [];
  const args = ['--no-walk', '--ignore-missing'];
  const revisions = [...new Set(named.map(({ hash }) => hash))];
  const found = await readLog(runner, repository, { most: revisions.length, args, revisions }, options);
  const originals = new Map(found.map((commit) => [commit.hash, commit]));
  let merges = 0;
  const facts = named.map(async ({ revert, hash }): Promise<readonly TakenBackFact[]> => {
    const original = originals.get(hash);
    if (original === undefined) return [];
    const [first, ...others] = original.parents;
    if (others.length === 0 || ++merges > mostMerges) return [{ revert, original, brought: [] }];
    const range = { most: mostBrought, args: ['--no-merges'], revisions: [...others, `^${first}`] };
    return [{ revert, original, brought: await readLog(runner, repository, range, options) }];
  });
  return (await Promise.all(facts)).flat();
}

/** Commits before a revert that names a request which none of the commits landed. */
async function readBefore(
  runner: GitRunner,
  repository: Repository,
  reverts: readonly CommitFact[],
  commits: readonly CommitFact[],
  options: GitOptions,
): Promise<readonly CommitFact[]> {
  const revert = reverts.find(({ body }) => {
    const request = commitsRevertedBy(body).length === 0 ? revertedRequestBy(body) : null;
    return request !== null && landingOf(request, commits) === null;
  });
  const [parent] = revert?.parents ?? [];
  const range = { most: mostBrought, args: ['--first-parent'], revisions: parent === undefined ? [] : [parent] };
  return parent === undefined ? [] : readLog(runner, repository, range, options);
}

function landingOf(request: string | null, commits: readonly CommitFact[]): string | null {
  return request === null ? null : (commits.find((commit) => landedRequest(commit).number === request)?.hash ?? null);
}
