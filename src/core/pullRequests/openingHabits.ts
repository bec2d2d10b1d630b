import type { OpenedWith, RequestedReviewers } from '../forge/forge';
import { compareText } from '../text/compareText';
import type { Reviewer } from './pullRequestInput';

/** How an author's last pull requests were opened. It is offered for the next one, and never applied without asking. */
export interface OpeningHabits {
  /** How many requests were counted. */
  readonly of: number;
  /** Labels and on how many each was; on most first. */
  readonly labels: readonly { readonly name: string; readonly on: number }[];
  /** Whether more than half were opened as drafts. */
  readonly asDraft: boolean;
}

const mostLabels = 8;

export function openingHabits(before: readonly OpenedWith[]): OpeningHabits {
  const counts = new Map<string, number>();
  for (const name of before.flatMap(({ labels }) => [...new Set(labels)]))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  const labels = [...counts].map(([name, on]) => ({ name, on }));
  return {
    of: before.length,
    labels: labels.sort((a, b) => b.on - a.on || compareText(a.name, b.name)).slice(0, mostLabels),
    asDraft: before.filter(({ asDraft }) => asDraft).length * 2 > before.length,
  };
}

/** The owners that GitHub can request a review from: people by login, and teams of the repository's own organization. */
export function requestable(reviewers: readonly Reviewer[], organization: string): readonly Reviewer[] {
  return reviewers.filter(({ owner }) => {
    const [, first = '', team] = /^@([A-Za-z0-9-]{1,39})(?:\/([\w.-]{1,100}))?$/.exec(owner) ?? [];
    return first !== '' && (team === undefined || first.toLowerCase() === organization.toLowerCase());
  });
}

/** @param owners as CODEOWNERS writes them, and `requestable` lets through */
export function requestedReviewers(owners: readonly string[]): RequestedReviewers {
  const names = owners.map((owner) => owner.replace(/^@/, ''));
  return {
    logins: names.filter((name) => !name.includes('/')),
    teams: names.filter((name) => name.includes('/')).map((name) => name.slice(name.indexOf('/') + 1)),
  };
}
