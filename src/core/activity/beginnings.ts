import { append, groupedBy } from '../lists';
import type { Identity } from './activity';
import { CommitGraph, newestFirst } from './commitGraph';
import { asWritten, whenWritten } from './copies';
import type { CommitFact, RepositoryFacts } from './facts';
import { trunksOf } from './heads';
import { roleIn } from './identity';
import type { PatchQuestions } from './landedOtherwise';
import { leftToMerge } from './leftToMerge';
import type { Places } from './places';
import { stillThere } from './reverts';

/**
 * By branch, the person's commits on it from before the interval, the oldest first. In a stack, a commit belongs to the
 * branch whose tip is nearest. Left out are commits with a merged copy, and commits that were amended since, even by a
 * colleague or under another subject.
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
  const written = groupedBy(commits, whenWritten);
  const upstreams = new Map(branches.map(({ name, upstreamTip }) => [name, upstreamTip]));
  // A copy on another branch was cherry-picked there, so the original is still work of this branch.
  const isOn = (hash: string, branch: string) => {
    const upstream = upstreams.get(branch) ?? null;
    return branchOf.get(hash) === branch || (upstream !== null && graph.leadsTo(upstream, hash));
  };
  const isAmended = (old: CommitFact, branch: string) =>
    (written.get(whenWritten(old)) ?? []).some(({ hash, committed }) => {
      return committed > old.committed && isOn(hash, branch) && !graph.areInLine(hash, old.hash);
    });
  const found = new Map<string, CommitFact[]>();
  for (const commit of beginnings.toSorted(newestFirst).reverse()) {
    const branch = branchOf.get(commit.hash);
    if (branch === undefined || commit.parents.length > 1 || roleIn(who, commit) !== 'author') continue;
    if (landed.has(asWritten(commit)) || isAmended(commit, branch)) continue;
    append(found, branch, commit);
  }
  return found;
}

/** Branches whose beginnings are compared with what landed; each costs some calls of git. */
const mostCompared = 6;

/** The beginnings that are still unmerged: what landed as a squash before the interval is no open work of its branch. */
export async function openBeginnings(
  ask: PatchQuestions,
  beginnings: ReadonlyMap<string, readonly CommitFact[]>,
  facts: RepositoryFacts,
): Promise<ReadonlyMap<string, readonly CommitFact[]>> {
  const trunk = trunksOf(facts).at(-1)?.tip;
  const open = new Map(beginnings);
  if (trunk === undefined) return open;
  const landed = stillThere(facts.landed ?? []);
  for (const [branch, begun] of [...beginnings].slice(0, mostCompared)) {
    const [last] = begun.slice(-1);
    const work = last && { tip: last.hash, commits: begun.toReversed() };
    if (work) open.set(branch, (await leftToMerge(ask, work, landed, trunk)).toReversed());
  }
  return open;
}
