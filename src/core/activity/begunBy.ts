import type { Identity } from './activity';
import type { BranchFact } from './facts';
import { namesOfOthers, roleIn } from './identity';
import type { Places } from './places';

/**
 * Who wrote what a remote had of a branch when it was first checked out here. Empty where the person wrote some of it,
 * and may have begun it in another clone, or where all of it is merged.
 */
export function begunBy({ takenAt }: BranchFact, places: Places, who: Identity): readonly string[] {
  if (takenAt === undefined) return [];
  const graph = places.graphFromBeginnings;
  const found = [...graph.reach(takenAt).keys()].flatMap((hash) => graph.get(hash) ?? []);
  const open = found.filter(({ hash, parents }) => parents.length < 2 && !places.isMerged(hash));
  if (open.some((commit) => roleIn(who, commit) !== null)) return [];
  return namesOfOthers(
    open.map(({ author }) => author),
    who,
  );
}
