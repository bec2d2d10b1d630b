import type { Identity, Interval, LostWork } from './activity';
import type { CommitFact, PatchFact, RepositoryFacts, TakenBackFact } from './facts';
import { roleIn } from './identity';
import { landedRequest } from './merges';
import type { Places } from './places';
import { isWholeOf } from './reverts';
import { isTelling } from './telling';

/** Reverts, by other authors and in the interval, of the person's work that was merged before it. */
export function lostIn(
  { takenBack = [] }: RepositoryFacts,
  places: Places,
  who: Identity,
  interval: Interval,
): readonly TakenBackFact[] {
  return takenBack.filter(({ revert, original, brought }) => {
    const isNews = places.isMerged(revert.hash) && revert.committed <= interval.end;
    const work = workTakenBack({ original, brought });
    // The person's own revert is reported among their commits.
    return isNews && roleIn(who, revert) === null && work.some((commit) => roleIn(who, commit) === 'author');
  });
}

/** The commits whose work a revert took back: of a merge what it brought, because its author need not have written any. */
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
  // A merge without a title gets that of the first telling commit of its branch, and the number of the others.
  const words = brought.findLast(({ subject }) => isTelling(subject)) ?? brought.at(-1);
  return {
    request: number,
    title: (title ?? words?.subject ?? '').trim(),
    ...(title === null && brought.length > 1 && { more: brought.length - 1 }),
    by: revert.author.name.trim(),
    whole: isWholeOf({ revert, original: original.hash }, patches),
  };
}
