import { append } from '../lists';
import type { Identity } from './activity';
import { CommitGraph, newestFirst } from './commitGraph';
import type { CommitFact, RepositoryFacts } from './facts';
import { roleIn } from './identity';
import type { Places } from './places';

/**
 * By branch, the person's commits on it from before the interval, the oldest first. Those of a branch below it are its own,
 * and one whose copy is merged is not what is left of the branch.
 */
export function beginningsIn(
  { branches, commits, beginnings = [] }: RepositoryFacts,
  who: Identity,
  places: Pick<Places, 'isMerged'>,
): ReadonlyMap<string, readonly CommitFact[]> {
  if (beginnings.length === 0) return new Map();
  const graph = new CommitGraph([...commits, ...beginnings], [], () => null);
  const branchOf = graph.nearest(
    branches.map(({ name, tip }) => [tip, name]),
    new Map(),
  );
  const landed = new Set(commits.filter(({ hash }) => places.isMerged(hash)).map(asWritten));
  const found = new Map<string, CommitFact[]>();
  for (const commit of beginnings.toSorted(newestFirst).reverse()) {
    const branch = branchOf.get(commit.hash);
    if (branch === undefined || commit.parents.length > 1 || roleIn(who, commit) !== 'author') continue;
    if (landed.has(asWritten(commit))) continue;
    append(found, branch, commit);
  }
  return found;
}

/** What a commit keeps of itself wherever it is picked or rebased to. */
function asWritten({ author, authored, subject }: CommitFact): string {
  return JSON.stringify([author.address.toLowerCase(), authored, subject]);
}
