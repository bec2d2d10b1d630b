import { type CommitGraph, newestFirst } from './commitGraph';
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

/** A change with the copies of it that are not told, which may be copies of copies. */
export interface Change extends Candidate {
  readonly copies: readonly Candidate[];
}

interface Rule {
  /** Candidates of one key are copies of each other; one of null is no copy of any. */
  readonly keyOf: (candidate: Candidate) => string | null;
  /** Which of them is told: the smaller number, else the newest. */
  readonly rankOf: (candidate: Candidate) => number;
  readonly mayBeCopy: (copy: Candidate, told: Candidate) => boolean;
}

const rules: readonly Rule[] = [
  // The same patch: the one in the default branch counts, then the one in a line of releases.
  {
    keyOf: ({ patch }) => patch?.patchId ?? null,
    rankOf: ({ place }) => rankMerged(place),
    mayBeCopy: () => true,
  },
  // Author, moment and subject outlive conflicts: of a rebase the newest counts, it is what there is now. What was picked
  // from where it landed onto a branch is work of its own, for another place, and what was amended there is not.
  {
    keyOf: ({ commit }) => asWritten(commit),
    rankOf: ({ place }) => (isShared(place.branch ?? '') ? rankHere(place) : rankMerged(place)),
    mayBeCopy: (copy, told) =>
      told.place.standing !== 'merged' ||
      copy.place.standing === 'merged' ||
      copy.commit.committed < told.commit.committed,
  },
  // An amended message: the commit before it is at the upstream still.
  {
    keyOf: ({ commit }) => whenWritten(commit),
    rankOf: ({ place }) => rankHere(place),
    mayBeCopy: (copy, told) => copy.place.upstreamOnly && !told.place.upstreamOnly,
  },
];

/**
 * Puts copies together, whatever a change was rebased, amended or cherry-picked into, so that it is told once
 * (docs/adr/0018). Two commits in line are no copies: what is reverted and made again is made twice.
 */
export function changesIn(candidates: readonly Candidate[], { graph }: Places): readonly Change[] {
  const alone: readonly Change[] = candidates.map((candidate) => ({ ...candidate, copies: [] }));
  return rules.reduce((changes, rule) => joined(changes, rule, graph), alone);
}

interface Group {
  readonly told: Change;
  readonly copies: Candidate[];
}

function joined(changes: readonly Change[], rule: Rule, graph: CommitGraph): readonly Change[] {
  const kept: Group[] = [];
  const groups = new Map<string, Group[]>();
  const order = (a: Change, b: Change) => rule.rankOf(a) - rule.rankOf(b) || newestFirst(a.commit, b.commit);
  for (const change of [...changes].sort(order)) {
    const key = rule.keyOf(change);
    const group = key === null ? [] : (groups.get(key) ?? []);
    const original = group.find(
      ({ told }) => rule.mayBeCopy(change, told) && !graph.areInLine(told.commit.hash, change.commit.hash),
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

/** What is on the branch itself is what there is, until a rebase of it is done. */
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
