import { deepEqual, equal, fail } from 'node:assert/strict';
import type { Finding, Severity } from '../../../../../src/core/rules/finding';
import { type RuleCode, sentence } from '../../../../../src/core/rules/sentences';
import {
  findingGroups,
  findingsNow,
  rowsIn,
  uniqueLabels,
} from '../../../../../src/editor/records/checks/model/findingRows';
import { docRecord } from '../../../support/records';

function finding(file: string, line: number, code: RuleCode, severity: Severity, about = 'ADR-0001'): Finding {
  const span = { startLine: line, startColumn: 1, endLine: line, endColumn: 9 };
  return { file, span, code, severity, about, sentence: sentence('no-status', 'none') };
}

const found = [
  finding('src/b.ts', 3, 'gone-path', 'info'),
  finding('src/b.ts', 12, 'retired-record', 'warning'),
  finding('src/a.ts', 7, 'retired-record', 'warning'),
  finding('src/b.ts', 2, 'retired-record', 'error'),
  finding('src/a.ts', 1, 'missing-record', 'warning'),
].map((one) => ({ folder: 'file:///w', finding: one }));

const asText = (by: 'rule' | 'file') =>
  findingGroups(found, by).map(({ by: key, severity, rows }) => {
    const name = 'rule' in key ? key.rule : key.file;
    return `${name} ${severity}: ${rows.map((row) => `${row.finding.file}:${row.finding.span.startLine}`).join(' ')}`;
  });

describe('the rows of findings', () => {
  it('are grouped by rule, the heaviest first, and in a group by place', () => {
    deepEqual(asText('rule'), [
      'retired-record error: src/a.ts:7 src/b.ts:2 src/b.ts:12',
      'missing-record warning: src/a.ts:1',
      'gone-path info: src/b.ts:3',
    ]);
  });

  it('regression: stand under their file in the group of a rule, so that what they say begins the row', () => {
    const [retired] = findingGroups(found, 'rule');
    const files = rowsIn(retired ?? fail()).map((node) => (node.type === 'group' ? node : fail()));
    deepEqual(
      files.map(({ by, severity, rows }) => [by, severity, rows.map(({ finding: { span } }) => span.startLine)]),
      [
        [{ folder: 'file:///w', file: 'src/a.ts', of: 'retired-record' }, 'warning', [7]],
        [{ folder: 'file:///w', file: 'src/b.ts', of: 'retired-record' }, 'error', [2, 12]],
      ],
    );
    deepEqual(
      files.flatMap(rowsIn).map(({ type }) => type),
      ['finding', 'finding', 'finding'],
    );
  });

  it('are grouped by file, by path', () => {
    deepEqual(asText('file'), [
      'src/a.ts warning: src/a.ts:1 src/a.ts:7',
      'src/b.ts error: src/b.ts:2 src/b.ts:3 src/b.ts:12',
    ]);
  });

  it('tells files of one path in two folders apart', () => {
    const two = ['file:///v', 'file:///w'].map((folder) => ({
      folder,
      finding: finding('a.md', 1, 'broken-link', 'info'),
    }));
    equal(findingGroups(two, 'file').length, 2);
    equal(findingGroups(two, 'rule').length, 1);
  });
});

describe('a finding whose text was changed meanwhile', () => {
  const before = finding('a.ts', 10, 'retired-record', 'warning');

  it('is the nearest one of the same rule about the same text', () => {
    const now = [3, 12, 40].map((line) => finding('a.ts', line, 'retired-record', 'warning'));
    equal(findingsNow([before], now).get(before)?.span.startLine, 12);
  });

  it('is gone where only others are left', () => {
    const others = [
      finding('a.ts', 10, 'missing-record', 'warning'),
      finding('a.ts', 10, 'retired-record', 'warning', 'ADR-0002'),
    ];
    equal(findingsNow([before], others).size, 0);
  });

  it('regression: is each another one, of two on a line and of two that moved', () => {
    const second = { ...before, span: { ...before.span, startColumn: 14, endColumn: 22 } };
    const later = finding('a.ts', 12, 'retired-record', 'warning');
    const now = [second, before, later].map((one) => ({ ...one }));
    const moved = [12, 14].map((line) => finding('a.ts', line, 'retired-record', 'warning'));
    const columns = [...findingsNow([before, second], now).values()].map(({ span }) => span.startColumn);
    deepEqual(columns, [1, 14]);
    const lines = [...findingsNow([before, later], moved).values()].map(({ span }) => span.startLine);
    deepEqual(lines, [12, 14]);
  });

  it('regression: name a record by its number only where no other of its folder has it', () => {
    const records = [
      docRecord('docs/adr/0001-a.md'),
      docRecord('docs/adr/0005-b.md'),
      docRecord('docs/adr/0005-c.md'),
      docRecord('lib/docs/adr/0005-d.md'),
    ];
    deepEqual(
      [...uniqueLabels(records)],
      [
        ['docs/adr/0001-a.md', 'ADR-0001'],
        ['lib/docs/adr/0005-d.md', 'ADR-0005'],
      ],
    );
  });
});
