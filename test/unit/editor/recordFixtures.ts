import type { DocRecord, Relation } from '../../../src/core/records/record';

/** A decision with nothing in it but what the test names. */
export function docRecord(path: string, fields: Partial<DocRecord> = {}): DocRecord {
  return {
    path,
    kind: 'decision',
    id: /(\d+)/.exec(path)?.[1] ?? null,
    idPrefix: null,
    title: path,
    status: 'accepted',
    statusText: null,
    date: null,
    dateSource: null,
    people: [],
    supersedes: [],
    supersededBy: [],
    tags: [],
    format: 'plain',
    decision: null,
    scope: [],
    mentions: [],
    runbook: null,
    problem: null,
    ...fields,
  };
}

export function relation(path: string | null, fields: Partial<Relation> = {}): Relation {
  return { path, text: path ?? '', partial: false, mirrored: false, pending: false, ...fields };
}
