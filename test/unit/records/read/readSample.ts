import { strict as assert } from 'node:assert';
import { readRecord } from '../../../../src/core/records/read/readRecord';
import type { ParsedRecord, RecordKind } from '../../../../src/core/records/record';

/** Reads a text that must come out as a record. */
export function readSample(
  text: string,
  path = 'docs/adr/0007-use-foo.md',
  kind: RecordKind = 'decision',
): ParsedRecord {
  const outcome = readRecord({ path, kind }, text);
  assert.ok('record' in outcome, `not a record: ${JSON.stringify(outcome)}`);
  return outcome.record;
}
