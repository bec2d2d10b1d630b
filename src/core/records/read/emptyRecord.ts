import type { FilePath } from '../../ports';
import type { ParsedRecord, RecordKind } from '../record';

/** A record of which only the path and title are known. */
export function emptyRecord(path: FilePath, kind: RecordKind, title: string): ParsedRecord {
  return {
    path,
    kind,
    id: null,
    idPrefix: null,
    title,
    status: 'none',
    statusText: null,
    date: null,
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
  };
}
