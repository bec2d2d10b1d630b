import { append } from '../lists';
import type { Identity } from './activity';
import { CommitGraph, newestFirst } from './commitGraph';
import type { CommitFact, RepositoryFacts } from './facts';
import { roleIn } from './identity';

/** By branch, the person's commits on it from before the interval, the oldest first. Those of a branch below it are its own. */
export function beginningsIn(
  { branches, commits, beginnings = [] }: RepositoryFacts,
  who: Identity,
): ReadonlyMap<string, readonly CommitFact[]> {
  if (beginnings.length === 0) return new Map();
  const graph = new CommitGraph([...commits, ...beginnings], [], () => null);
  const branchOf = graph.nearest(
    branches.map(({ name, tip }) => [tip, name]),
    new Map(),
  );
  const found = new Map<string, CommitFact[]>();
  for (const commit of beginnings.toSorted(newestFirst).reverse()) {
    const branch = branchOf.get(commit.hash);
    if (branch === undefined || commit.parents.length > 1 || roleIn(who, commit) !== 'author') continue;
    append(found, branch, commit);
  }
  return found;
}
