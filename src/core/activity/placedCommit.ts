import { isProsePath } from '../files/textPaths';
import type { Identity, Interval } from './activity';
import { type Candidate, type Change, pickedFrom } from './copies';
import type { CommitFact, PatchFact, Person } from './facts';
import { detachedName } from './heads';
import { namesOfOthers, roleIn } from './identity';
import type { Landing } from './landings';
import { isTrunk, landedRequest } from './merges';
import type { Places } from './places';
import { requestAtEnd, withoutRequest } from './requestSuffix';
import type { Arrival } from './squashes';
import type { CommitStory, ToldCommit } from './toldWork';
import type { PlacedCommit } from './workItems';

/**
 * A change as it is reported, with the names by which it is assigned to a work item.
 * @param arrival the squash-merge by which it arrived, whose place is then its own; null without one
 * @param revert by which another author took it back since; null without one
 * @param takenBack authors of what the change takes back itself
 */
export function placedCommit(
  change: Change,
  arrival: Arrival | null,
  revert: ToldCommit['revertedBy'] | null,
  takenBack: readonly Person[],
  places: Places,
  { who, interval }: { readonly who: Identity; readonly interval: Interval },
): PlacedCommit {
  const { copies } = change;
  const picks = alsoOn(change);
  const original = pickedFrom(change.commit);
  const takesBack = namesOfOthers(takenBack, who);
  const place = arrival ? places.of(arrival.hash) : change.place;
  const isOnDefault = place.branch === null ? place.standing === 'merged' : place.branch === places.defaultName;
  const copyBranch = copies.find((copy) => copy.place.branch !== null)?.place.branch ?? null;
  const landedFrom = arrival?.branch ?? place.landing?.branch ?? (isOnDefault ? copyBranch : null);
  return {
    told: {
      ...toldCommit(change, place.standing, storyOf(change, arrival, picks.alsoOn.length > 0, interval), who),
      ...picks,
      ...(original !== null && { pickedFrom: original }),
      ...(revert && { revertedBy: revert }),
      ...(takesBack.length > 0 && { takesBack }),
      ...(place.upstreamOnly && { elsewhere: true }),
    },
    trailers: change.commit.trailers,
    line: place.line,
    branch: place.branch,
    writtenOn: landedFrom ?? (isOnDefault ? null : (place.branch ?? place.detached ?? detachedName)),
    landing: arrival ? landingOf(arrival, place.landing) : place.landing,
    beside: arrival ? [] : namesOfOthers(place.landing?.authors ?? [], who),
  };
}

/** The squash where it names its request, else the merge that brought it: GitLab makes both for one request. */
function landingOf(arrival: Arrival, merge: Landing | null): Landing {
  const own = landedRequest({ subject: arrival.subject, body: '' });
  return own.number === null && merge !== null && merge.number !== null ? merge : { ...arrival, authors: [], ...own };
}

function toldCommit(
  { commit, patch }: Change,
  standing: ToldCommit['standing'],
  story: CommitStory,
  who: Identity,
): Omit<ToldCommit, 'alsoOn' | 'alteredOn'> {
  const { hash, author, coAuthors, subject, body, authored, committed, parents } = commit;
  const coAuthored = roleIn(who, commit) === 'co-author';
  return {
    hash,
    body,
    authored,
    committed,
    standing,
    story,
    coAuthored,
    subject: subject.replace(/\s+/gu, ' ').trim(),
    with: namesOfOthers(coAuthored ? [author, ...coAuthors] : coAuthors, who),
    merge: parents.length > 1,
    byHand: parents.length > 1 && (patch?.files.length ?? 0) > 0,
    files: patch?.files ?? [],
    ...(patch?.contents && patch.before && { contents: { before: patch.before, now: patch.contents } }),
    ...(parents.length < 2 && patch?.files.length === 0 && { empty: true }),
  };
}

function storyOf(
  { commit, copies }: Change,
  arrival: Arrival | null,
  isPicked: boolean,
  { start }: Interval,
): CommitStory {
  if (arrival || copies.some((copy) => isSquashOf(commit, copy.commit))) return 'squashed';
  if (isPicked || pickedFrom(commit) !== null) return 'cherry-picked';
  return commit.authored < start && commit.committed >= start ? 'rewritten' : 'new';
}

/**
 * Other branches that the change was picked to: a release beside the default branch, one that took it from there, or an
 * unfinished one beside another. A commit that landed later than its copy was rebased and merged, and a copy that only
 * the branch's upstream has was amended. Both are the same work, and no picks.
 */
function alsoOn({ commit, place, patch, copies }: Change): Pick<ToldCommit, 'alsoOn' | 'alteredOn'> {
  const isLanded = place.standing === 'merged' || place.branch === null;
  const picked = copies.filter((copy) => {
    const { upstreamOnly } = copy.place;
    const branch = nameOf(copy.place);
    if (upstreamOnly || branch === null || branch === place.branch) return false;
    return !isLanded || isTrunk(branch) || copy.commit.committed > commit.committed;
  });
  const names = (some: readonly Candidate[]) => [...new Set(some.flatMap((copy) => nameOf(copy.place) ?? []))];
  const whole = names(picked.filter((copy) => !isAltered(patch, copy.patch)));
  const altered = names(picked).filter((name) => !whole.includes(name));
  return { alsoOn: names(picked), ...(altered.length > 0 && { alteredOn: altered }) };
}

/** Whether a pick has more or fewer lines of a file; equal counts may still be other lines. */
function isAltered(own: PatchFact | null, pick: PatchFact | null): boolean {
  if (own === null || pick === null || own.patchId === pick.patchId) return false;
  const counts = new Map(pick.files.map(({ path, added, removed }) => [path, `${added} ${removed}`]));
  return own.files.some(({ path, added, removed }) => {
    const there = counts.get(path);
    return added !== null && there !== undefined && !isProsePath(path) && there !== `${added} ${removed}`;
  });
}

/** What a change is on: a branch, or a line of releases. */
function nameOf({ branch, line }: Change['place']): string | null {
  return branch ?? line;
}

/** The squash-merge of a single commit is a copy of it, to whose subject the host adds the request: ` (#12)`. */
function isSquashOf({ subject }: CommitFact, copy: CommitFact): boolean {
  const added = subject.startsWith(copy.subject) ? subject.slice(copy.subject.length) : '';
  return added !== '' && requestAtEnd(added) !== null && withoutRequest(added) === '';
}
