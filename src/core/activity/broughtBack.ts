import type { CommitFact, PatchFact, RepositoryFacts, TakenBackFact } from './facts';
import { landedRequest } from './merges';
import type { Places } from './places';
import { requestAtEnd } from './requestSuffix';
import { commitsRevertedBy, isRevert, revertedRequestBy } from './reverts';
import type { ToldCommit } from './toldWork';

/** What brought something back itself: a revert of that takes it back. */
const reapplied = /^(?:Revert ")?(?:Reapply|Re-?land)\b|^Revert "Revert\b/i;

type BroughtBack = NonNullable<ToldCommit['bringsBack']>;

/** What a commit brings back by its message: it takes back a revert, whose own words say of what. */
export function broughtBackBy(
  { hash, body }: CommitFact,
  { takenBack = [] }: RepositoryFacts,
  { graph }: Places,
): BroughtBack {
  const known = takenBack.filter(({ revert }) => revert.hash === hash).map(({ original }) => original);
  const reverts = known.length > 0 ? known : commitsRevertedBy(body).flatMap((each) => graph.get(each) ?? []);
  const names = reverts.filter(isRevert).flatMap((revert) => {
    if (reapplied.test(revert.subject)) return [];
    const title = /^Revert "(.{1,400})"/.exec(revert.subject)?.[1] ?? null;
    return revertedRequestBy(revert.body) ?? (title && requestAtEnd(title)) ?? title ?? [];
  });
  return [...new Set(names)].map((name) => ({ name, isPart: false }));
}

/**
 * What another took back of which a change that landed after it has a part again: each of its files is as that had left it.
 * @param lost what is not there again as a whole
 * @param landed the commit by which the change arrived
 */
export function partsBroughtBack(
  patch: PatchFact | null,
  landed: string,
  lost: readonly TakenBackFact[],
  patches: ReadonlyMap<string, PatchFact>,
  places: Places,
): BroughtBack {
  const contents = [...(patch?.contents ?? [])];
  const isPartOf = ({ revert, original }: TakenBackFact) => {
    const left = patches.get(original.hash)?.contents;
    return (
      places.graph.leadsTo(landed, revert.hash) && contents.every(([path, content]) => left?.get(path) === content)
    );
  };
  if (contents.length === 0 || !places.isMerged(landed)) return [];
  return lost.filter(isPartOf).flatMap(({ original }) => {
    const { number, title } = landedRequest(original);
    const name = number ?? title;
    return name === null ? [] : [{ name, isPart: true }];
  });
}
