import type { ParsedRecord } from '../../../src/core/records/record';

/** A record with everything left out that a test does not name. */
export function recordOf(path: string, given: Partial<ParsedRecord> = {}): ParsedRecord {
  const id = given.id ?? /(?:^|[-_/a-z])(\d+)(?=[-_.]|$)/i.exec(path.split('/').at(-1) ?? '')?.[1] ?? null;
  return {
    path,
    kind: 'decision',
    id,
    idPrefix: null,
    title: path,
    status: 'accepted',
    statusText: 'Accepted',
    date: null,
    people: [],
    supersedes: [],
    supersededBy: [],
    tags: [],
    format: 'section',
    decision: null,
    scope: [],
    mentions: [],
    runbook: null,
    problem: null,
    ...given,
  };
}
