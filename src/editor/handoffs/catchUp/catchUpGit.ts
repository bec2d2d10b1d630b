import type { Identity } from '../../../core/activity/activity';
import { isOneOf } from '../../../core/activity/identity';
import { pathBelow } from '../../../core/files/paths';
import type { BranchMove } from '../../../core/handoffs/branchMove';
import type { FilePath } from '../../../core/ports';
import type { Instant } from '../../../core/time/zone';
import { branchMoves } from '../../../git/activity/branchMoves';
import { changedFiles, recentCommits } from '../../../git/activity/recentChanges';
import { readReferences } from '../../../git/activity/references';
import type { GitOptions } from '../../../git/runner';
import type { OpenRepository } from '../../workspace/lazyGit';

/** What somebody did in a repository lately. */
export interface OwnWork {
  /** When they committed, newest first. */
  readonly committed: readonly Instant[];
  /** Files that they committed to, the latest first, relative to the workspace folder. */
  readonly files: readonly FilePath[];
}

/** Of a person's commits, the newest are enough to tell what they work on. */
const mostCommits = 300;
const mostFiles = 300;

/** @param since how long ago counts as lately. Throws `GitUnanswered`. */
export async function ownWork(
  place: OpenRepository,
  who: Identity,
  since: Instant,
  options: GitOptions,
): Promise<OwnWork> {
  const { runner, repository } = place;
  const commits = await recentCommits(runner, repository, since, { ...options, branches: true });
  const own = commits.filter(
    ({ author, writtenAddress }) => isOneOf(who, author) || isOneOf(who, { name: '', address: writtenAddress }),
  );
  const hashes = own.slice(0, mostCommits).map(({ hash }) => hash);
  const changes = await changedFiles(runner, repository, hashes, null, options);
  const latest = [...changes]
    .sort((a, b) => b.committed - a.committed)
    .flatMap(({ path }) => pathBelow(place.prefix, path) ?? []);
  return { committed: own.map(({ committed }) => committed), files: [...new Set(latest)].slice(0, mostFiles) };
}

/** Local branches that others moved at the remote. Nothing is fetched. */
export async function branchesMovedByOthers(
  { runner, repository }: OpenRepository,
  options: GitOptions,
): Promise<readonly BranchMove[]> {
  const { branches } = await readReferences(runner, repository, null, options);
  const behind = branches.filter(({ tip, upstreamTip }) => upstreamTip !== null && upstreamTip !== tip);
  const tips = Object.fromEntries(behind.map(({ name, tip }) => [name, tip]));
  const moves = await branchMoves(runner, repository, { note: null, tips }, options);
  return moves.filter(({ state }) => state === 'moved');
}
