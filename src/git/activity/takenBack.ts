import type { CommitFact, TakenBackFact } from '../../core/activity/facts';
import { landedRequest } from '../../core/activity/merges';
import { revertedBy, revertedRequestBy, standingReverts } from '../../core/activity/reverts';
import { objectName } from '../../core/names/objectName';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { readLog } from './commitLog';

/** More reverts in one walk are a program's; a merge of them costs a call of its own. */
const mostReverts = 20;
const mostMerges = 6;
const mostBrought = 300;

interface Question {
  readonly commits: readonly CommitFact[];
  /** By the hash of what was taken back. */
  readonly isWanted?: (hash: string) => boolean;
}

/**
 * What the reverts among some commits took back that is still taken back: the commit that each names and, of a merge, what
 * it brought. One that names a request is known only where what landed it is among them, too. What is not here is left out.
 * Throws `GitUnanswered`.
 */
export async function readTakenBack(
  runner: GitRunner,
  repository: Repository,
  { commits, isWanted = () => true }: Question,
  options: GitOptions = {},
): Promise<readonly TakenBackFact[]> {
  const named = standingReverts(commits)
    .slice(0, mostReverts)
    .flatMap((revert) => {
      const hash = revertedBy(revert.body) ?? landingOf(revertedRequestBy(revert.body), commits);
      return hash !== null && objectName.test(hash) && isWanted(hash) ? [{ revert, hash }] : [];
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

function landingOf(request: string | null, commits: readonly CommitFact[]): string | null {
  return request === null ? null : (commits.find((commit) => landedRequest(commit).number === request)?.hash ?? null);
}
