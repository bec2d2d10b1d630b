import type { Identity, Interval, LostWork } from './activity';
import type { CommitFact, PatchFact, RepositoryFacts, TakenBackFact } from './facts';
import { roleIn } from './identity';
import { landedRequest } from './merges';
import type { Places } from './places';
import { isWholeOf } from './reverts';
import { isTelling } from './telling';

/** What of the person's work, merged before the interval, another author took back in it. */
export function lostIn(
  { takenBack = [] }: RepositoryFacts,
  places: Places,
  who: Identity,
  interval: Interval,
): readonly TakenBackFact[] {
  return takenBack.filter(({ revert, original, brought }) => {
    const isNews = places.isMerged(revert.hash) && revert.committed <= interval.end;
    const work = workTakenBack({ original, brought });
    // The person's own revert is told as what they did.
    return isNews && roleIn(who, revert) === null && work.some((commit) => roleIn(who, commit) === 'author');
  });
}

/** The commits that a revert took the work of back. The author of a merge need not have written any of it. */
export function workTakenBack({
  original,
  brought,
}: Pick<TakenBackFact, 'original' | 'brought'>): readonly CommitFact[] {
  return original.parents.length > 1 ? brought : [original];
}

/** @param patches of the reverts, and of what they took back where that is no merge */
export function lostWork(
  { revert, original, brought }: TakenBackFact,
  patches: ReadonlyMap<string, PatchFact>,
): LostWork {
  const { number, title } = landedRequest(original);
  // Of a merge without a title what its branch began with, and how much there was.
  const words = brought.findLast(({ subject }) => isTelling(subject)) ?? brought.at(-1);
  return {
    request: number,
    title: (title ?? words?.subject ?? '').trim(),
    ...(title === null && brought.length > 1 && { more: brought.length - 1 }),
    by: revert.author.name.trim(),
    whole: isWholeOf({ revert, original: original.hash }, patches),
  };
}
