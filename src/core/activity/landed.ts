import type { ActivitySource } from './activitySource';
import { isGone } from './branchStanding';
import type { Change } from './copies';
import type { BranchFact, RepositoryFacts } from './facts';
import type { Places } from './places';
import type { Arrival } from './squashes';

/**
 * Whether each commit of a branch is in a squash-merge, or has a copy that is merged; false for a branch without known
 * commits. Where the person's commits arrived by a squash and the branch is gone at its remote, those of others on it
 * arrived with them.
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

/** Branches that are searched for; each costs some calls of git. */
const mostBefore = 6;

/**
 * Names of the branches that landed by a squash or a rebase although the interval has none of their commits. Asked for
 * branches that the last handoff reported or that are checked out; only their tips are known.
 */
export async function landedBefore(
  source: ActivitySource,
  facts: RepositoryFacts,
  places: Places,
  told: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  // A draft mentions what is checked out in any case.
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
