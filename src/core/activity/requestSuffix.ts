/** What GitHub, Azure and GitLab add to the subject of what a request landed: ` (#12)`, ` (!12)`. */
const suffix = /\s\(([#!][1-9]\d{0,8})\)\s*$/;

/** `#12` or `!12`; null for a subject without it. */
export function requestAtEnd(subject: string): string | null {
  return suffix.exec(subject)?.[1] ?? null;
}

export function withoutRequest(subject: string): string {
  return subject.replace(suffix, '').trim();
}
