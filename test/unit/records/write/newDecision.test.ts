import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { basename } from '../../../../src/core/files/paths';
import type { DocRecord } from '../../../../src/core/records/record';
import { type DecisionHouse, decisionHouse, newDecision } from '../../../../src/core/records/write/newDecision';
import { readSample } from '../read/readSample';

const today = '2026-11-29';
const title = 'Use PostgreSQL for the ledger';
const nygard = '# 11. Keep it small\n\nDate: 2025-03-03\n\n## Status\n\nAccepted\n\n## Context\n\nWe have two.\n';
const madr = '---\nstatus: accepted\ndate: 2025-03-03\n---\n\n# Keep it small\n\n## Decision Outcome\n\nOne.\n';

function record(path: string, text: string): DocRecord {
  return readSample(text, path, 'decision') as unknown as DocRecord;
}

function house(path: string, text: string, more: Partial<DecisionHouse> = {}): DecisionHouse {
  const names = [basename(path), 'README.md'];
  return { folder: 'docs/adr', names, model: { record: record(path, text), text }, template: null, ...more };
}

const empty: DecisionHouse = { folder: 'docs/adr', names: [], model: null, template: null };

describe('where decisions are kept', () => {
  it('is the folder that most of them lie in, and the last has the highest number', () => {
    const records = ['docs/adr/0002-b.md', 'docs/adr/0010-c.md', 'docs/adr/0009-d.md', 'other/0050-e.md'].map((path) =>
      record(path, nygard),
    );
    const { folder, last } = decisionHouse(records);
    deepEqual([folder, last?.path], ['docs/adr', 'docs/adr/0010-c.md']);
  });

  it('is docs/adr where there is none yet', () => deepEqual(decisionHouse([]), { folder: 'docs/adr', last: null }));
});

describe('a new decision', () => {
  const names: readonly (readonly [last: string, next: string])[] = [
    ['docs/adr/0011-keep-it-small.md', 'docs/adr/0012-use-postgresql-for-the-ledger.md'],
    ['docs/adr/adr-011-keep-it-small.md', 'docs/adr/adr-012-use-postgresql-for-the-ledger.md'],
    ['docs/adr/ADR-11_keep_it_small.md', 'docs/adr/ADR-12_use_postgresql_for_the_ledger.md'],
    ['docs/adr/99-keep.md', 'docs/adr/100-use-postgresql-for-the-ledger.md'],
    ['docs/adr/2025-03-03-keep-it-small.md', 'docs/adr/2026-11-29-use-postgresql-for-the-ledger.md'],
    ['docs/adr/20250303-keep-it-small.md', 'docs/adr/20261129-use-postgresql-for-the-ledger.md'],
    ['docs/adr/keep-it-small.md', 'docs/adr/use-postgresql-for-the-ledger.md'],
    ['docs/adr/0011-keep-it-small.adoc', 'docs/adr/0012-use-postgresql-for-the-ledger.adoc'],
  ];
  for (const [last, next] of names) {
    it(`is called ${next} after ${last}`, () => equal(newDecision(house(last, nygard), title, today).path, next));
  }

  it('is the first, as it is read again', () => {
    const { path, draft } = newDecision(empty, title, today);
    equal(path, 'docs/adr/0001-use-postgresql-for-the-ledger.md');
    const read = readSample(draft.text, path, 'decision');
    deepEqual([read.title, read.status, read.date, read.problem], [title, 'proposed', today, null]);
    equal(draft.stops.length, 3);
  });

  it('has its status and the number of its title where the last one has them', () => {
    const { text } = newDecision(house('docs/adr/0011-keep.md', nygard), title, today).draft;
    ok(text.startsWith(`# 12. ${title}\n\nDate: ${today}\n\n## Status\n\nProposed\n\n## Context\n`), text);
    const inFront = newDecision(house('docs/adr/0011-keep.md', madr), title, today).draft.text;
    ok(inFront.startsWith(`---\nstatus: proposed\ndate: ${today}\n---\n\n# ${title}\n\n## Context\n`), inFront);
    const labelled = nygard.replace('# 11. ', '# ADR-0011: ');
    ok(newDecision(house('docs/adr/0011-keep.md', labelled), title, today).draft.text.startsWith('# ADR-0012: Use'));
  });

  it('is the form of the folder, with title and date, and everything else as it stands', () => {
    const template =
      '---\nstatus: {proposed | accepted}\ndate: {YYYY-MM-DD when it was updated}\n---\n# {short title}\n\n## Why\n';
    const { text } = newDecision({ ...empty, template }, title, today).draft;
    equal(text, `---\nstatus: {proposed | accepted}\ndate: ${today}\n---\n# ${title}\n\n## Why\n`);
    equal(newDecision({ ...empty, template: '# T\n' }, 'Pay $& and $1', today).draft.text, '# Pay $& and $1\n');
  });

  it('takes no name that is there, whatever it is called', () => {
    const name = fc.oneof(fc.string(), fc.stringMatching(/^(adr-)?\d{1,4}-[a-z]{1,6}\.md$/));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), fc.string({ maxLength: 40 }), (taken, words) => {
        const model = house('docs/adr/0001-a.md', nygard).model;
        for (const one of [
          { ...empty, names: taken },
          { ...empty, names: taken, model },
        ]) {
          const made = basename(newDecision(one, words, today).path).toLowerCase();
          ok(!taken.some((other) => other.toLowerCase() === made), made);
          ok(!/[/\\]|^\.md$/.test(made), made);
        }
      }),
    );
  });
});
