import { newestFirst } from './commitGraph';
import type { Change } from './copies';
import type { CommitFact, PatchFact } from './facts';
import { landedRequest } from './merges';
import type { Places } from './places';
import type { Arrival } from './squashes';

/**
 * The changes without those that were reverted and without their reverts: nothing of either is left. What a revert
 * names may be one commit, a merge, or what a request landed. A revert that was itself reverted takes nothing back.
 * @returns `standing`: the changes that are left; `landed`: those of the others that had been merged
 * @param arrivals where commits arrived by a squash-merge
 */
export function withoutReverted(
  changes: readonly Change[],
  places: Places,
  arrivals: ReadonlyMap<string, Arrival>,
): { readonly standing: readonly Change[]; readonly landed: readonly Change[] } {
  const undone = new Set<Change>();
  const landed: Change[] = [];
  for (const change of changes.toSorted((a, b) => newestFirst(a.commit, b.commit))) {
    const isNamed = namedBy(change.commit);
    if (!isNamed || undone.has(change)) continue;
    const originals = changes.filter((other) => other !== change && isNamed(namesOf(other)));
    // Something is left where a part was undone otherwise, or the revert waits on another branch for its review.
    const isNothing = originals.every((one) => !undone.has(one) && placeOf(one) === placeOf(change));
    if (originals.length === 0 || !isNothing || !isWhole(change, originals)) continue;
    for (const one of [change, ...originals]) undone.add(one);
    if (places.isMerged(change.commit.hash)) landed.push(...originals.filter((one) => !isRevert(one.commit)));
  }
  return { standing: changes.filter((change) => !undone.has(change)), landed };

  /** The branch or line of releases that alone has the change; null where the default branch has it. */
  function placeOf({ commit }: Change): string | null {
    const { hash } = arrivals.get(commit.hash) ?? commit;
    const { branch, line } = places.of(hash);
    return places.isInDefault(hash) ? line : branch;
  }

  function namesOf(change: Change): Names {
    return namesIn(change, places, arrivals);
  }
}

/** A revert by another author. */
export interface TakenBack {
  readonly revert: CommitFact;
  /** The commit that it took back, as it was merged. */
  readonly original: string;
}

/** Whether a revert changed as many lines as the commit that it names; true where a count is not known. */
export function isWholeOf({ revert, original }: TakenBack, patches: ReadonlyMap<string, PatchFact>): boolean {
  // A revert of several commits has the lines of the others as well.
  const isWholeLength = commitsRevertedBy(revert.body).length < 2 ? isSame : isAtMost;
  return compareLengths(patches.get(original) ?? null, patches.get(revert.hash) ?? null, isWholeLength);
}

/**
 * The merged changes that another author reverted on a branch that work is merged into, each with the revert. A revert
 * that was itself reverted, by whomever, took nothing back.
 * @returns by the hash of the change's commit
 */
export function takenBackBy(
  changes: readonly Change[],
  places: Places,
  arrivals: ReadonlyMap<string, Arrival>,
): ReadonlyMap<string, TakenBack> {
  const own = new Set(changes.flatMap(({ commit, copies }) => [commit, ...copies.map((copy) => copy.commit)]));
  const merged = places.graph.commits.filter(({ hash }) => places.isMerged(hash));
  const reverts = standingReverts(merged).filter((commit) => !own.has(commit));
  if (reverts.length === 0) return new Map();
  const named = changes.map((change) => ({ change, names: namesIn(change, places, arrivals) }));
  const found = new Map<string, TakenBack>();
  for (const revert of reverts) {
    const isNamed = namedBy(revert);
    if (!isNamed) continue;
    for (const { change, names } of named) {
      if (found.has(change.commit.hash) || !isNamed(names)) continue;
      const before = names.hashes.filter((hash) => places.isMerged(hash) && !places.graph.leadsTo(hash, revert.hash));
      const [first] = before;
      if (first === undefined) continue;
      const original =
        before.find((hash) => isNamed({ hashes: [hash], request: null })) ??
        arrivals.get(change.commit.hash)?.hash ??
        first;
      found.set(change.commit.hash, { revert, original });
    }
  }
  return found;
}

/** Whether a patch was merged once more after its revert, and so is there again. */
export function isMadeAgain(
  patchId: string | null,
  revert: CommitFact,
  changes: readonly Change[],
  places: Places,
): boolean {
  if (patchId === null) return false;
  const isAfter = ({ hash }: CommitFact) => places.isMerged(hash) && places.graph.leadsTo(hash, revert.hash);
  return changes.some(({ commit, patch }) => patch?.patchId === patchId && isAfter(commit));
}

/** The reverts among the commits that none of the others reverts, newest first. */
export function standingReverts(commits: readonly CommitFact[]): readonly CommitFact[] {
  const reverts = commits.filter(isRevert).toSorted(newestFirst);
  const merges = new Map(commits.flatMap((merge) => merge.parents.slice(1).map((parent) => [parent, merge] as const)));
  const named = reverts.map((revert) => ({ revert, names: namesOfRevert(revert, merges.get(revert.hash)) }));
  const undone = new Set<CommitFact>();
  return reverts.filter((revert) => {
    if (undone.has(revert)) return false;
    const isNamed = namedBy(revert);
    for (const other of named) if (other.revert !== revert && isNamed?.(other.names)) undone.add(other.revert);
    return true;
  });
}

/** Whether its message says what it takes back. */
export function isRevert(commit: CommitFact): boolean {
  return namedBy(commit) !== null;
}

/** The commits that none of the others reverts. */
export function stillThere(commits: readonly CommitFact[]): readonly CommitFact[] {
  const reverts = standingReverts(commits).flatMap((revert) => namedBy(revert) ?? []);
  return commits.filter((commit) => !reverts.some((isNamed) => isNamed(namesOfRevert(commit, undefined))));
}

/** What another revert can call a revert by: hosts name the request that landed it, or the merge that brought it. */
function namesOfRevert(revert: CommitFact, merge: CommitFact | undefined): Names {
  return {
    hashes: [revert.hash, ...(merge ? [merge.hash] : [])],
    request: landedRequest(merge ?? revert).number,
  };
}

/** What a revert can call a change by. */
function namesIn({ commit, copies }: Change, places: Places, arrivals: ReadonlyMap<string, Arrival>): Names {
  const arrival = arrivals.get(commit.hash);
  const landing = places.of(commit.hash).landing;
  const own = [commit, ...copies.map((copy) => copy.commit)].map(({ hash }) => hash);
  return {
    hashes: [...own, ...(arrival ? [arrival.hash] : []), ...(landing ? [landing.hash] : [])],
    request: arrival ? landedRequest({ subject: arrival.subject, body: '' }).number : (landing?.number ?? null),
  };
}

/** Whether a revert changed as many lines as the original did: it may have kept a part. */
function isWhole(revert: Change, [original, ...others]: readonly Change[]): boolean {
  // The changes of several commits may overlap.
  if (!original || others.length > 0) return true;
  return compareLengths(original.patch, revert.patch, isSame);
}

const isSame = (lines: number, others: number) => lines === others;
const isAtMost = (lines: number, others: number) => lines <= others;

/** Compares how many lines two patches change; true where one of the counts is not known. */
function compareLengths(one: PatchFact | null, other: PatchFact | null, holds: typeof isSame): boolean {
  const [lines, others] = [lineCount(one), lineCount(other)];
  return lines === null || others === null || holds(lines, others);
}

function lineCount(patch: PatchFact | null): number | null {
  if (!patch || patch.files.some(({ added }) => added === null)) return null;
  return patch.files.reduce((sum, { added, removed }) => sum + (added ?? 0) + (removed ?? 0), 0);
}

interface Names {
  readonly hashes: readonly string[];
  readonly request: string | null;
}

/** As git writes it, and GitHub in the commit of a request that reverts another. */
const revertedCommit = /^This reverts commit ([0-9a-f]{7,64})\b/gm;
/** As GitHub and Azure, GitLab, and Bitbucket write it. */
const revertedRequest = /^(?:Reverts|This reverts (?:merge|pull) request) [\w./-]{0,200}([#!]\d{1,9})\b/m;

/** Hashes of the commits that a message takes back, as they are written there: a squash of reverts names several. */
export function commitsRevertedBy(body: string): readonly string[] {
  return [...body.matchAll(revertedCommit)].map(([, hash = '']) => hash);
}

/** The request that a message takes back, `#12` or `!12`, or null. */
export function revertedRequestBy(body: string): string | null {
  return revertedRequest.exec(body)?.[1] ?? null;
}

/** Tests whether names are those of what a commit takes back; null where it takes nothing back. */
function namedBy({ body }: CommitFact): ((names: Names) => boolean) | null {
  const taken = commitsRevertedBy(body);
  if (taken.length > 0) return ({ hashes }) => hashes.some((known) => taken.some((hash) => known.startsWith(hash)));
  const number = revertedRequestBy(body);
  return number === null ? null : ({ request }) => request === number;
}
