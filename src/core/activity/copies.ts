import { newestFirst } from './commitGraph';
import type { CommitFact, PatchFact } from './facts';
import { isReleaseLine, isTrunk } from './merges';
import type { Place, Places } from './places';

/** One of the selected commits with what is known about it. */
export interface Candidate {
  readonly commit: CommitFact;
  readonly place: Place;
  /** Null for merges, and where git gave none. */
  readonly patch: PatchFact | null;
}

/** A change with its copies, which are not reported themselves. Copies of copies are among them. */
export interface Change extends Candidate {
  readonly copies: readonly Candidate[];
}

interface Rule {
  /** Candidates with equal keys may be copies of each other; one with null is a copy of none. */
  readonly keyOf: (candidate: Candidate) => string | null;
  /** Of several copies the one with the smallest rank is reported, then the newest. */
  readonly rankOf: (candidate: Candidate) => number;
  readonly mayBeCopy: (copy: Candidate, group: Group, places: Places) => boolean;
}

const rules: readonly Rule[] = [
  // The same patch: the one in the default branch counts, then the one in a line of releases.
  {
    keyOf: ({ patch }) => patch?.patchId ?? null,
    rankOf: ({ place }) => rankMerged(place),
    mayBeCopy: (copy, group, places) => !isBackport(copy, group, places),
  },
  // Author, author date and subject survive conflicts. After a rebase the newest copy counts, because it is what exists
  // now. A commit that was picked onto a branch from where it landed is work of its own, for another place. One that
  // was amended where it landed is not.
  {
    keyOf: ({ commit }) => asWritten(commit),
    rankOf: ({ place }) => (isShared(place.branch ?? '') ? rankHere(place) : rankMerged(place)),
    mayBeCopy: (copy, group, places) =>
      group.told.place.standing === 'merged'
        ? copy.place.standing === 'merged' || copy.commit.committed < group.told.commit.committed
        : !isBackport(copy, group, places),
  },
  // An amended message: the upstream still has the commit that was amended.
  {
    keyOf: ({ commit }) => whenWritten(commit),
    rankOf: ({ place }) => rankHere(place),
    mayBeCopy: (copy, { told }) => copy.place.upstreamOnly && !told.place.upstreamOnly,
  },
];

/**
 * Groups the copies of a change, whether rebased, amended or cherry-picked, so that it is reported once
 * (docs/adr/0018). A commit and its ancestor are no copies: what is reverted and made again is made twice.
 */
export function changesIn(candidates: readonly Candidate[], places: Places): readonly Change[] {
  const alone: readonly Change[] = candidates.map((candidate) => ({ ...candidate, copies: [] }));
  return rules.reduce((changes, rule) => joined(changes, rule, places), alone);
}

/**
 * Whether what has landed waits at a remote to land on another line of releases, too: on a branch with nothing but what
 * git notes as picked, or with one change on top of what only such a line has. What is picked to go on with is on a
 * branch beside other work. Where a line took it since, the branch may be where it came from.
 */
function isBackport({ commit, place }: Candidate, { told, copies }: Group, places: Places): boolean {
  const isOther = told.place.branch !== place.branch && !place.upstreamOnly;
  const isOfLanded = told.place.standing === 'merged' || pickedFrom(told.commit) !== null;
  if (!isOther || !isOfLanded || place.standing !== 'pushed') return false;
  if (pickedFrom(commit) === null && !isOffLine(commit, places)) return false;
  const isTaken = [told, ...copies].some((one) => one.place.line !== null && one.commit.committed >= commit.committed);
  if (isTaken) return false;
  const whole = places.graphFromBeginnings;
  const line = whole.lineThrough(commit.hash);
  return whole.commits.every(
    (other) =>
      other.hash === commit.hash || !line.has(other.hash) || places.isMerged(other.hash) || pickedFrom(other) !== null,
  );
}

/** Whether its branch was made on a line of releases, and not on the default branch. */
function isOffLine({ hash }: CommitFact, places: Places): boolean {
  return [...places.graph.reach(hash).keys()].some((each) => isReleaseLine(places.of(each).line ?? ''));
}

/** The commit that git notes where it is told to (`cherry-pick -x`); null where it did not. */
export function pickedFrom({ body, trailers }: CommitFact): string | null {
  return /^\(cherry picked from commit ([0-9a-f]{7,64})\)$/m.exec(`${body}\n${trailers}`)?.[1] ?? null;
}

interface Group {
  readonly told: Change;
  readonly copies: Candidate[];
}

function joined(changes: readonly Change[], rule: Rule, places: Places): readonly Change[] {
  const { graph } = places;
  const kept: Group[] = [];
  const groups = new Map<string, Group[]>();
  const order = (a: Change, b: Change) => rule.rankOf(a) - rule.rankOf(b) || newestFirst(a.commit, b.commit);
  for (const change of [...changes].sort(order)) {
    const key = rule.keyOf(change);
    const group = key === null ? [] : (groups.get(key) ?? []);
    const original = group.find(
      (each) => rule.mayBeCopy(change, each, places) && !graph.areInLine(each.told.commit.hash, change.commit.hash),
    );
    if (original) {
      original.copies.push(change, ...change.copies);
      continue;
    }
    const entry = { told: change, copies: [...change.copies] };
    kept.push(entry);
    group.push(entry);
    if (key !== null) groups.set(key, group);
  }
  return kept.map(({ told, copies }) => ({ ...told, copies }));
}

function isShared(branch: string): boolean {
  return isTrunk(branch) && !isReleaseLine(branch);
}

function rankMerged(place: Place): number {
  return place.standing === 'merged' ? Number(place.line !== null) : 2 + rankHere(place);
}

/** A commit on the branch itself goes before one that only its upstream or an unfinished rebase has. */
function rankHere({ upstreamOnly, rebased }: Place): number {
  return upstreamOnly || rebased ? 1 : 0;
}

/** What an amended commit keeps of the one that it replaces. */
export function whenWritten({ author, authored }: CommitFact): string {
  return JSON.stringify([author.address.toLowerCase(), authored]);
}

/** What a commit keeps of itself wherever it is picked or rebased to. */
export function asWritten({ author, authored, subject }: CommitFact): string {
  return JSON.stringify([author.address.toLowerCase(), authored, subject]);
}
