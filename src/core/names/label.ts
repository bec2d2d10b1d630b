import type { ParsedRecord, RecordKind } from '../records/record';

/** The series that a number belongs to where the record itself names none. */
export const seriesOfKind: Partial<Record<RecordKind, string>> = { decision: 'ADR', rfc: 'RFC' };

/** What people call a record: `ADR-0012`. Null where it has no number; `0002` of a runbook means nothing to anybody. */
export function recordLabel(record: Pick<ParsedRecord, 'id' | 'idPrefix' | 'kind'>): string | null {
  const series = record.idPrefix ?? seriesOfKind[record.kind];
  if (record.id === null || series === undefined || !/^\d{1,6}$/.test(record.id)) return null;
  return `${series}-${record.id}`;
}
