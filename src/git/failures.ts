import type { FailureReason } from './result';

/** First match wins. The texts are stable because the environment fixes the language (see `environment.ts`). */
const patterns: readonly (readonly [RegExp, FailureReason])[] = [
  [/detected dubious ownership|unsafe repository \(/, 'dubious-ownership'],
  // Before "not a git repository", which git says of it, too.
  [/unknown repository extension|[Ee]xpected git repo version/, 'unknown-format'],
  [/not a git repository|not in a git directory/, 'not-a-repository'],
  [
    /does not have any commits yet|bad default revision 'HEAD'|(?:ambiguous argument|bad revision) 'HEAD'/,
    'no-commits',
  ],
  [/transport '[^']*' not allowed|could not fetch|lazy fetching disabled|promisor remote/, 'missing-object'],
  [
    /unable to read|[Cc]ould not read [0-9a-f]{40}|traverse parents|bad object|is corrupt|missing (?:blob|tree|commit) object|not a valid object/i,
    'missing-object',
  ],
  [/\.lock': File exists/, 'locked'],
  [/^usage: |unrecognized argument|unknown (?:option|switch)/m, 'usage'],
];

/**
 * What git's standard error means (docs/security.md#r19: dubious ownership has a name of its own, because it is shown
 * and never fixed).
 */
export function failureReason(stderr: string): FailureReason {
  return patterns.find(([pattern]) => pattern.test(stderr))?.[1] ?? 'unknown';
}
