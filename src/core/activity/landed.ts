import { isGone } from './branchStanding';
import type { Change } from './copies';
import type { ActivitySource, BranchFact, RepositoryFacts } from './facts';
import type { Places } from './places';
import type { Arrival } from './squashes';

/**
 * Whether each commit of a branch is in a squash-merge, or has a copy that is merged. A branch without known ones is not.
 * Where the branch as a whole was found to have arrived and is gone at its remote, commits of others on it went along.
 */
export function landedBy(
  places: Places,
  changes: readonly Change[],
  squashed: ReadonlyMap<string, Arrival>,
): (branch: BranchFact) => boolean {
  const copied = changes.filter(({ commit }) => places.isMerged(commit.hash)).flatMap(({ copies }) => copies);
  const landed = new Set([...squashed.keys(), ...copied.map(({ commit }) => commit.hash)]);
  const known = new Set(changes.map(({ commit }) => commit.hash));
  const arrived = new Set([...squashed.values()].map(({ branch }) => branch));
  return (branch: BranchFact) => {
    const all = [...places.openFrom(branch.tip).keys()];
    const open = all.filter((hash) => (places.graph.get(hash)?.parents.length ?? 0) < 2);
    const isWhole = arrived.has(branch.name) && isGone(branch);
    const own = isWhole ? open.filter((hash) => known.has(hash)) : open;
    return own.length > 0 && own.every((hash) => landed.has(hash));
  };
}

/** Each costs some calls of git. */
const mostBefore = 6;

/**
 * Branches that a handoff before has told of, or that are checked out, whose commits are none of the interval's: they may have landed since by
 * a squash or a rebase, and only their tips are known here.
 */
export async function landedBefore(
  source: ActivitySource,
  facts: RepositoryFacts,
  places: Places,
  told: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  // What is checked out is spoken of in any case.
  const heads = facts.worktrees.flatMap(({ head }) => (head.kind === 'unborn' ? [] : [head.hash]));
  const reported = new Set([...told, ...heads]);
  const trunks = new Set(places.trunks.map(({ name }) => name));
  const unknown = facts.branches.filter((branch) => {
    const { name, tip } = branch;
    return (
      reported.has(tip) && !trunks.has(name) && !places.graph.get(tip) && (isGone(branch) || tip !== branch.upstreamTip)
    );
  });
  const landed = new Set<string>();
  for (const { name, tip } of unknown.slice(0, mostBefore)) {
    if (await source.landedAs(facts, tip, signal)) landed.add(name);
  }
  return landed;
}
