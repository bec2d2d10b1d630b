import type { CommitStory, Identity, Interval, ToldCommit } from './activity';
import type { Change } from './copies';
import type { CommitFact } from './facts';
import { detachedName } from './heads';
import { isOneOf, roleIn } from './identity';
import { isMachine } from './machines';
import { landedRequest } from './merges';
import type { Places } from './places';
import type { Arrival } from './squashes';
import type { PlacedCommit } from './workItems';

/**
 * A change as it is told, with the names by which it finds its work item.
 * @param arrival where it arrived by a squash-merge: there it is now
 */
export function placedCommit(
  change: Change,
  arrival: Arrival | null,
  places: Places,
  { who, interval }: { readonly who: Identity; readonly interval: Interval },
): PlacedCommit {
  const { copies } = change;
  const place = arrival ? places.of(arrival.hash) : change.place;
  const isOnDefault = place.branch === null ? place.standing === 'merged' : place.branch === places.defaultName;
  const copyBranch = copies.find((copy) => copy.place.branch !== null)?.place.branch ?? null;
  const landedFrom = arrival?.branch ?? place.landing?.branch ?? (isOnDefault ? copyBranch : null);
  return {
    told: toldCommit(change, place.standing, storyOf(change, arrival, interval), who),
    trailers: change.commit.trailers,
    branch: place.branch,
    writtenOn: landedFrom ?? (isOnDefault ? null : (place.branch ?? place.detached ?? detachedName)),
    landing: arrival ? { ...arrival, ...landedRequest({ subject: arrival.subject, body: '' }) } : place.landing,
  };
}

function toldCommit(
  { commit, patch }: Change,
  standing: ToldCommit['standing'],
  story: CommitStory,
  who: Identity,
): ToldCommit {
  const { hash, author, coAuthors, subject, body, authored, committed, parents } = commit;
  const coAuthored = roleIn(who, commit) === 'co-author';
  const others = (coAuthored ? [author, ...coAuthors] : coAuthors).filter(
    (person) => !isOneOf(who, person) && !isMachine(person.name, person.address),
  );
  return {
    ...{ hash, body, authored, committed, standing, story, coAuthored },
    subject: subject.replace(/\s+/gu, ' ').trim(),
    with: [...new Set(others.map(({ name }) => name.trim()))].filter((name) => name !== ''),
    merge: parents.length > 1,
    files: patch?.files ?? [],
  };
}

function storyOf({ commit, copies }: Change, arrival: Arrival | null, { start }: Interval): CommitStory {
  if (arrival || copies.some((copy) => isSquashOf(commit, copy.commit))) return 'squashed';
  if (copies.some(({ place }) => !place.upstreamOnly)) return 'cherry-picked';
  return commit.authored < start && commit.committed >= start ? 'rewritten' : 'new';
}

/** The squash-merge of a single commit is a copy of it, to whose subject the host adds the request: ` (#12)`. */
function isSquashOf({ subject }: CommitFact, copy: CommitFact): boolean {
  const added = subject.startsWith(copy.subject) ? subject.slice(copy.subject.length) : '';
  return /^\s\([#!]\d+\)$/.test(added);
}
