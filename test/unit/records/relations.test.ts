import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { NameIndex } from '../../../src/core/names/nameIndex';
import { readRecord } from '../../../src/core/records/read/readRecord';
import type { DocRecord, ParsedRecord, Relation } from '../../../src/core/records/record';
import { Relations } from '../../../src/core/records/relations';

function parsed(files: Readonly<Record<string, string>>): Map<string, ParsedRecord> {
  return new Map(
    Object.entries(files).map(([path, text]) => {
      const outcome = readRecord({ path, kind: 'decision' }, text);
      assert.ok('record' in outcome, path);
      return [path, outcome.record];
    }),
  );
}

const noFiles = { has: () => false, hasDirectory: () => false };
const noDates: ReadonlyMap<string, string> = new Map();

function relate(records: ReadonlyMap<string, ParsedRecord>, dates: ReadonlyMap<string, string>) {
  const relations = new Relations(new NameIndex(), noFiles, []);
  for (const record of records.values()) relations.set(record);
  relations.date(dates);
  return relations.records();
}

const show = ({ path, text, partial, mirrored, pending }: Relation) =>
  [path ?? `"${text}"`, partial && 'partial', mirrored && 'mirrored', pending && 'pending'].filter(Boolean).join(' ');
const by = (records: ReadonlyMap<string, DocRecord>, path: string) => records.get(path)?.supersededBy.map(show);
const of = (records: ReadonlyMap<string, DocRecord>, path: string) => records.get(path)?.supersedes.map(show);
const adr = (title: string, status: string, more = '') =>
  `# ${title}\n\n## Status\n\n${status}\n\n## Context\n\n${more}\n`;

describe('relations', () => {
  const targets: readonly [status: string, target: string][] = [
    ['Superseded by [X](0009-new.md)', 'docs/adr/0009-new.md'],
    ['Superseded by [X](./0009-new.md#decision)', 'docs/adr/0009-new.md'],
    ['Superseded by [X](/docs/adr/0009-new.md)', 'docs/adr/0009-new.md'],
    ['Superseded by [X](0009-NEW)', 'docs/adr/0009-new.md'],
    ['Superseded by [X](0009-another-way.md)', 'docs/adr/0009-new.md'],
    ['Superseded by [X](0009-old-slug.md)', '"X"'],
    ['Superseded by [X](../other/0011-far.md)', 'docs/other/0011-far.md'],
    ['Superseded by ADR-9', 'docs/adr/0009-new.md'],
    ['Superseded by 0009', 'docs/adr/0009-new.md'],
    ['Superseded by ADR #0009', 'docs/adr/0009-new.md'],
    ['Superseded by ADR-11', 'docs/other/0011-far.md'],
    ['Superseded by 0009-new.md', 'docs/adr/0009-new.md'],
    ['Superseded by The new way', 'docs/adr/0009-new.md'],
    ['Superseded by ADR-12', '"ADR-12"'],
    ['Superseded by RFC-9', '"RFC-9"'],
    ['Superseded by [X](https://github.com/o/r/pull/9)', '"X"'],
    ['Superseded by [X](../../../0009-new.md)', 'docs/adr/0009-new.md'],
    ['Superseded by ADR-77', '"ADR-77"'],
  ];
  for (const [status, target] of targets) {
    it(`${status} leads to ${target}`, () => {
      const records = relate(
        parsed({
          'docs/adr/0007-old.md': adr('7. Old', status),
          'docs/adr/0009-new.md': adr('9. The new way', 'Accepted'),
          'docs/other/0009-near.md': adr('9. Near', 'Accepted'),
          'docs/other/0011-far.md': adr('11. Far', 'Accepted'),
          'a/0012-x.md': adr('12. X', 'Accepted'),
          'b/0012-y.md': adr('12. Y', 'Accepted'),
        }),
        noDates,
      );
      assert.deepEqual(by(records, 'docs/adr/0007-old.md'), [target]);
      if (!target.startsWith('"')) assert.deepEqual(of(records, target), ['docs/adr/0007-old.md mirrored']);
    });
  }

  it('mirrors what only the newer side says and leaves the older its own word', () => {
    const records = relate(
      parsed({
        'adr/0001-a.md': adr('1. A', 'Accepted'),
        'adr/0002-b.md': adr('2. B', 'Accepted (supersedes [1](0001-a.md))'),
      }),
      noDates,
    );
    assert.deepEqual(by(records, 'adr/0001-a.md'), ['adr/0002-b.md mirrored']);
    assert.equal(records.get('adr/0001-a.md')?.status, 'accepted');
    assert.equal(records.get('adr/0001-a.md')?.supersededBy[0]?.text, 'ADR-0002');
  });

  it('says each side once where both do, in its own words', () => {
    const records = relate(
      parsed({
        'adr/0001-a.md': adr('1. A', 'Superseded by [the second](0002-b.md)'),
        'adr/0002-b.md': adr('2. B', 'Accepted\n\nSupersedes [1](0001-a.md)'),
      }),
      noDates,
    );
    assert.deepEqual(by(records, 'adr/0001-a.md'), ['adr/0002-b.md']);
    assert.deepEqual(of(records, 'adr/0002-b.md'), ['adr/0001-a.md']);
    assert.equal(records.get('adr/0001-a.md')?.supersededBy[0]?.text, 'the second');
  });

  for (const status of ['Proposed', 'Draft', 'Rejected']) {
    it(`marks what a ${status.toLowerCase()} record supersedes as pending`, () => {
      const records = relate(
        parsed({
          'adr/0001-a.md': adr('1. A', 'Accepted'),
          'adr/0002-b.md': adr('2. B', `${status} (supersedes ADR-1)`),
        }),
        noDates,
      );
      assert.deepEqual(by(records, 'adr/0001-a.md'), ['adr/0002-b.md mirrored pending']);
    });
  }

  it('keeps several successors and the partial ones marked', () => {
    const records = relate(
      parsed({
        'adr/0001-a.md': adr('1. A', 'Partly superseded by ADR-2 and ADR-3'),
        'adr/0002-b.md': adr('2. B', 'Accepted'),
        'adr/0003-c.md': adr('3. C', 'Accepted'),
      }),
      noDates,
    );
    assert.deepEqual(by(records, 'adr/0001-a.md'), ['adr/0002-b.md partial', 'adr/0003-c.md partial']);
    assert.deepEqual(of(records, 'adr/0003-c.md'), ['adr/0001-a.md partial mirrored']);
    assert.equal(records.get('adr/0001-a.md')?.status, 'accepted');
  });

  it('survives cycles, records that supersede themselves and long chains', () => {
    const circle = relate(
      parsed({
        'adr/0001-a.md': adr('1. A', 'Superseded by ADR-2'),
        'adr/0002-b.md': adr('2. B', 'Superseded by ADR-1'),
        'adr/0003-c.md': adr('3. C', 'Superseded by ADR-3'),
      }),
      noDates,
    );
    assert.deepEqual(by(circle, 'adr/0001-a.md'), ['adr/0002-b.md']);
    assert.deepEqual(by(circle, 'adr/0003-c.md'), []);
    const [first] = parsed({ 'adr/1-x.md': adr('1. X', 'Superseded by ADR-2') }).values();
    assert.ok(first);
    const chain = new Map<string, ParsedRecord>();
    for (let n = 1; n <= 10_000; n++) {
      const next = { text: `ADR-${n + 1}`, href: null, partial: false };
      chain.set(`adr/${n}-x.md`, { ...first, path: `adr/${n}-x.md`, id: String(n), supersededBy: [next] });
    }
    const related = relate(chain, noDates);
    assert.deepEqual(by(related, 'adr/9999-x.md'), ['adr/10000-x.md']);
    assert.deepEqual(by(related, 'adr/10000-x.md'), ['"ADR-10001"']);
  });

  it('takes dates from git only where the record has none', () => {
    const records = relate(
      parsed({
        'adr/0001-a.md': adr('1. A', 'Accepted 2024-01-02'),
        'adr/0002-b.md': adr('2. B', 'Accepted'),
        'adr/0003-c.md': adr('3. C', 'x'),
      }),
      new Map([
        ['adr/0001-a.md', '2020-01-01'],
        ['adr/0002-b.md', '2020-02-02'],
      ]),
    );
    const dates = ['a', 'b', 'c'].map((name, index) => {
      const record = records.get(`adr/000${index + 1}-${name}.md`);
      return [record?.date, record?.dateSource];
    });
    assert.deepEqual(dates, [
      ['2024-01-02', 'record'],
      ['2020-02-02', 'git'],
      [null, null],
    ]);
  });

  it('gives the same objects again for what did not change', () => {
    const relations = new Relations(new NameIndex(), noFiles, []);
    const take = (files: Readonly<Record<string, string>>) => {
      for (const record of parsed(files).values()) relations.set(record);
      return new Map(relations.records());
    };
    const before = take({
      'adr/0001-a.md': adr('1. A', 'Accepted'),
      'adr/0002-b.md': adr('2. B', 'Accepted'),
      'adr/0003-c.md': adr('3. C', 'Accepted'),
    });
    const after = take({ 'adr/0003-c.md': adr('3. C', 'Accepted (supersedes ADR-2)') });
    const same = [...after].map(([path, record]) => record === before.get(path));
    assert.deepEqual(same, [true, false, false]);
  });

  it('works out again only what a change can have touched', () => {
    const relations = new Relations(new NameIndex(), noFiles, []);
    const steps = () => [...relations.settle()].length;
    const files = parsed({
      'adr/0001-a.md': adr('1. A', 'Superseded by ADR-2'),
      'adr/0002-b.md': adr('2. B', 'Accepted'),
      'adr/0003-c.md': adr('3. C', 'Superseded by ADR-4'),
      ...Object.fromEntries(
        Array.from({ length: 50 }, (_, n) => [`adr/00${n + 10}-x.md`, adr(`${n + 10}. X`, 'Accepted')]),
      ),
    });
    for (const record of files.values()) relations.set(record);
    assert.ok(steps() >= files.size);
    assert.equal(steps(), 0);
    for (const record of parsed({ 'adr/0002-b.md': adr('2. B', 'Proposed') }).values()) relations.set(record);
    // The claims of 1 and of 2, then the places of both.
    assert.equal(steps(), 4);
    assert.deepEqual(by(relations.records(), 'adr/0001-a.md'), ['adr/0002-b.md pending']);
    for (const record of parsed({ 'adr/0004-d.md': adr('4. D', 'Accepted') }).values()) relations.set(record);
    assert.equal(steps(), 4);
    assert.deepEqual(by(relations.records(), 'adr/0003-c.md'), ['adr/0004-d.md']);
    relations.delete('adr/0004-d.md');
    assert.deepEqual(by(relations.records(), 'adr/0003-c.md'), ['"ADR-4"']);
  });

  it('sees a file that is no record come and go under a path that is linked', () => {
    const files = new Set<string>();
    const relations = new Relations(new NameIndex(), { ...noFiles, has: (path) => files.has(path) }, []);
    const status = 'Superseded by [it](0002-draft.md)';
    for (const record of parsed({
      'a/0001-a.md': adr('1. A', status),
      'a/0002-b.md': adr('2. B', 'Accepted'),
    }).values())
      relations.set(record);
    assert.deepEqual(by(relations.records(), 'a/0001-a.md'), ['a/0002-b.md']);
    files.add('a/0002-draft.md');
    relations.touchFile('a/0002-draft.md');
    assert.deepEqual(by(relations.records(), 'a/0001-a.md'), ['"it"']);
    files.delete('a/0002-draft.md');
    relations.touchFile('a/0002-draft.md');
    assert.deepEqual(by(relations.records(), 'a/0001-a.md'), ['a/0002-b.md']);
  });

  it('gives the same answers whatever the order of changes, and however often it was asked in between', () => {
    const path = fc.constantFrom('adr/0001-a.md', 'adr/0002-b.md', 'adr/0002-c.md', 'b/adr/0001-a.md', 'adr/0003-d.md');
    const status = fc.constantFrom(
      'Accepted',
      'Proposed\n\nSupersedes [1](0001-a.md) and [2](0002-old.md)',
      'Superseded by ADR-1',
      'Superseded by ADR-2\n\nSupersedes ADR-3',
      'Superseded by Ledger',
      'Superseded by [it](../b/adr/0001-a.md), partly superseded by 0002-c',
      'Superseded by [D](0003-old.md)\n\nSupersedes [b](../../adr/0002-b)',
    );
    const title = fc.constantFrom('Ledger', 'ADR-2: Queues', '1. Ledger', '3. Money');
    const change = fc.record({ path, status, title, deleted: fc.boolean(), asked: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const relations = new Relations(new NameIndex(), noFiles, []);
        const files = new Map<string, ParsedRecord>();
        for (const { path: at, status: words, title: heading, deleted, asked } of changes) {
          const record = parsed({ [at]: adr(heading, words) }).get(at);
          if (deleted || !record) {
            relations.delete(at);
            files.delete(at);
          } else {
            relations.set(record);
            files.set(at, record);
          }
          if (asked) relations.records();
        }
        const rebuilt = relate(new Map([...files].sort().reverse()), noDates);
        assert.deepEqual([...relations.records()].sort(), [...rebuilt].sort());
      }),
      { numRuns: 300 },
    );
  });
});
