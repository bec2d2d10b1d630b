import { deepEqual } from 'node:assert/strict';
import { recordLabel } from '../../../src/core/names/series';
import type { DocRecord } from '../../../src/core/records/record';
import { livingSuccessors } from '../../../src/core/records/succession';
import { docRecord, relation } from '../support/records';

function superseded(path: string, ...by: DocRecord['supersededBy']): DocRecord {
  return docRecord(path, { status: 'superseded', supersededBy: by });
}

function ends(start: string, ...records: readonly DocRecord[]): readonly string[] {
  const byPath = new Map(records.map((record) => [record.path, record]));
  const record = byPath.get(start);
  return record ? livingSuccessors(record, (path) => byPath.get(path)).map(({ path }) => path) : [];
}

describe('living successors', () => {
  it('are at the end of the chain', () => {
    const chain = [superseded('1', relation('2')), superseded('2', relation('3')), docRecord('3')];
    deepEqual(ends('1', ...chain), ['3']);
  });

  it('can be several', () => {
    deepEqual(ends('1', superseded('1', relation('2'), relation('3')), docRecord('2'), docRecord('3')), ['2', '3']);
  });

  it('are not drafts, partial ones, or those of other repositories', () => {
    const record = superseded('1', relation('2', { pending: true }), relation('3', { partial: true }), relation(null));
    deepEqual(ends('1', record, docRecord('2'), docRecord('3')), []);
  });

  it('are none where the chain ends in a retired record or in itself', () => {
    deepEqual(ends('1', superseded('1', relation('2')), docRecord('2', { status: 'deprecated' })), []);
    deepEqual(ends('1', superseded('1', relation('2')), superseded('2', relation('1'))), []);
    deepEqual(ends('1', superseded('1', relation('1'))), []);
  });

  it('are found ten thousand steps away', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => superseded(`${index}`, relation(`${index + 1}`)));
    deepEqual(ends('0', ...chain, docRecord('10000')), ['10000']);
  });
});

describe('the label of a record', () => {
  const cases: readonly (readonly [Partial<DocRecord>, string | null])[] = [
    [{ id: '0012' }, 'ADR-0012'],
    [{ id: '12', idPrefix: 'PAY-ADR' }, 'PAY-ADR-12'],
    [{ id: '7', kind: 'rfc' }, 'RFC-7'],
    [{ id: '20200927-avoid-default-exports' }, null],
    [{ id: null }, null],
    [{ id: '1', kind: 'runbook' }, null],
  ];
  for (const [fields, label] of cases) {
    it(`of ${JSON.stringify(fields)} is ${label}`, () => deepEqual(recordLabel(docRecord('x.md', fields)), label));
  }
});
