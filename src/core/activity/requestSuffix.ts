import type { CommitFact } from './facts';

/** What GitHub, Azure and GitLab add to the subject of what a request landed: ` (#12)`, ` (!12)`. */
const suffix = /\s\(([#!][1-9]\d{0,8})\)\s*$/;

/** `#12` or `!12`; null for a subject without it. */
export function requestAtEnd(subject: string): string | null {
  return suffix.exec(subject)?.[1] ?? null;
}

export function withoutRequest(subject: string): string {
  return subject.replace(suffix, '').trim();
}

/** GitHub's, Azure's and GitLab's squashes end with the number of the request, ` (#12)`. */
export function isSquashOfRequest({ subject }: Pick<CommitFact, 'subject'>): boolean {
  return requestAtEnd(subject) !== null;
}

/** The first commit that landed a request and has the subject of one of a branch's commits. */
export function namedLike(landed: readonly CommitFact[], own: readonly CommitFact[]): CommitFact | undefined {
  const subjects = new Set(own.map(ownSubject));
  return landed.find((commit) => isSquashOfRequest(commit) && subjects.has(ownSubject(commit)));
}

/** The subject in lower case, without the number that hosts add. */
export function ownSubject({ subject }: CommitFact): string {
  return withoutRequest(subject).toLowerCase();
}
