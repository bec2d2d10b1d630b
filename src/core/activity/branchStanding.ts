import type { BranchStanding, BranchState } from './activity';
import type { BranchFact, RepositoryFacts } from './facts';
import type { Places } from './places';
import { trackedName } from './trackedName';

/** @param isLanded whether everything on the branch that is not merged by ancestry has arrived otherwise */
export function branchStanding(
  branch: BranchFact,
  facts: RepositoryFacts,
  places: Places,
  isLanded: (branch: BranchFact) => boolean,
): BranchStanding {
  // New commits of the default branch do not block the push of a branch that was made from it.
  const behind = hasOwnUpstream(branch, places.trunks) ? behindOf(branch, facts, places) : 0;
  return { branch: branch.name, state: stateOf(branch, facts, places, isLanded, behind), behind };
}

/** Whether the branch has an upstream that is no longer at its remote. */
export function isGone({ upstream, upstreamTip }: BranchFact): boolean {
  return upstream !== null && upstreamTip === null;
}

/** Until it is pushed, a new branch may have the branch that it was made from as upstream, which is not its own. */
function hasOwnUpstream({ name, upstream }: BranchFact, trunks: RepositoryFacts['otherTrunks']): boolean {
  if (upstream === null) return false;
  const followed = trackedName(upstream);
  return followed === name || trunks.every((trunk) => trunk.name !== followed);
}

/** The name of a branch at its remote where that is another one; null where it is the same, or it is not at a remote. */
export function nameAtRemote(branch: BranchFact, trunks: RepositoryFacts['otherTrunks']): string | null {
  const { name, upstream, upstreamTip } = branch;
  if (upstream === null || upstreamTip === null || !hasOwnUpstream(branch, trunks)) return null;
  const there = trackedName(upstream);
  return there === name ? null : there;
}

function stateOf(
  branch: BranchFact,
  facts: RepositoryFacts,
  places: Places,
  isLanded: (branch: BranchFact) => boolean,
  behind: number | null,
): BranchState {
  const { tip, upstreamTip } = branch;
  const isOwn = hasOwnUpstream(branch, places.trunks);
  const isTrunk = places.trunks.some(({ name }) => name === branch.name);
  const isHere = facts.unpushed?.includes(tip) ?? false;
  if (!isTrunk && !isHere && places.isMerged(tip)) return 'merged';
  if (!isTrunk && isLanded(branch)) return 'merged';
  if (!isOwn) return isHere ? 'local' : 'elsewhere';
  if (isGone(branch)) return 'gone';
  if (tip === upstreamTip) return 'pushed';
  if (behind !== 0) return isHere ? 'diverged' : 'behind';
  return isHere ? 'ahead' : 'pushed';
}

function behindOf({ upstreamTip }: BranchFact, { upstreamOnly, branches }: RepositoryFacts, places: Places) {
  if (upstreamTip === null || !upstreamOnly?.includes(upstreamTip)) return 0;
  const only = new Set(upstreamOnly);
  const others = branches.filter((other) => other.upstreamTip !== null && only.has(other.upstreamTip));
  if (new Set(others.map((other) => other.upstreamTip)).size === 1) return only.size;
  const known = [...places.graph.reach(upstreamTip).keys()].filter((hash) => only.has(hash)).length;
  return known > 0 ? known : null;
}
