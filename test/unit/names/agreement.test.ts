import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRemotes } from '../../../src/core/forge/remotes';
import { NameIndex } from '../../../src/core/names/nameIndex';
import type { ParsedRecord } from '../../../src/core/records/record';
import { Relations } from '../../../src/core/records/relations';
import { TestWorld } from '../links/world';
import { parsedRecord } from '../support/records';

const remote = parseRemotes('[remote "origin"]\n\turl = git@github.com:acme/app.git\n');

/** What one record's "superseded by" leads to, and what the same words lead to as references. */
function bothAnswers(
  from: string,
  written: { readonly text: string; readonly href: string | null },
  records: readonly ParsedRecord[],
  otherFiles: readonly string[] = [],
) {
  const world = new TestWorld(remote);
  const relations = new Relations(new NameIndex(), world.files, remote);
  const stating = { ...parsedRecord(from), supersededBy: [{ ...written, partial: false }] };
  for (const record of [stating, ...records]) {
    world.write(record.path, '', record);
    relations.set(record);
  }
  for (const path of otherFiles) world.write(path, '');
  const line = written.href === null ? written.text : `[${written.text}](${written.href})`;
  return {
    relation:
      relations
        .records()
        .get(from)
        ?.supersededBy.map(({ path }) => path) ?? [],
    references: [...new Set(world.leads(`Superseded by ${line}`, from))],
  };
}

const decision = (path: string, given: Partial<ParsedRecord> = {}) => parsedRecord(path, given);

describe('"superseded by" and references', () => {
  const three = ['docs/adr/0007-a.md', 'web/docs/adr/0007-b.md', 'api/docs/adr/0007-c.md'].map((path) =>
    decision(path),
  );
  const cases: readonly [
    what: string,
    from: string,
    written: { text: string; href: string | null },
    records: readonly ParsedRecord[],
    target: string | null,
  ][] = [
    [
      'three folders with a 0007, seen from below one',
      'docs/adr/archive/0003-x.md',
      { text: 'ADR-0007', href: null },
      three,
      'docs/adr/0007-a.md',
    ],
    [
      'three folders with a 0007, seen from another',
      'lib/docs/adr/0003-x.md',
      { text: 'ADR-0007', href: null },
      three,
      'docs/adr/0007-a.md',
    ],
    ['two packages that are as near', 'docs/adr/0003-x.md', { text: 'ADR-0007', href: null }, three.slice(1), null],
    [
      'another word for the series of decisions',
      'docs/adr/0001-x.md',
      { text: 'DR-0007', href: null },
      three.slice(0, 1),
      'docs/adr/0007-a.md',
    ],
    [
      'the series itself before one of its areas',
      'adr/ADR-0001-x.md',
      { text: 'ADR-0007', href: null },
      [
        decision('adr/ADR-0007-y.md', { id: '0007', idPrefix: 'ADR' }),
        decision('adr/ADR-NET-0007-z.md', { id: '0007', idPrefix: 'ADR-NET' }),
      ],
      'adr/ADR-0007-y.md',
    ],
    [
      'a date that is a number',
      'adr/20200101-x.md',
      { text: 'ADR-20200927', href: null },
      [decision('adr/20200927-y.md', { id: '20200927-y' })],
      'adr/20200927-y.md',
    ],
    [
      'an address in the own repository',
      'docs/adr/0001-x.md',
      { text: 'it', href: 'https://github.com/acme/app/blob/main/docs/adr/0007-a.md' },
      three,
      'docs/adr/0007-a.md',
    ],
  ];
  for (const [what, from, written, records, target] of cases) {
    it(`agree on ${what}`, () => {
      const { relation, references } = bothAnswers(from, written, records);
      assert.deepEqual(relation, [target]);
      assert.deepEqual(references, [target ?? 'ambiguous']);
    });
  }

  it('take a ticket for a ticket: DR-7 is no record where no series has that name', () => {
    const { relation, references } = bothAnswers('docs/adr/0001-x.md', { text: 'DR-7', href: null }, three);
    assert.deepEqual([relation, references], [[null], []]);
  });

  const folders = ['docs/adr', 'docs/adr/archive', 'web/docs/adr', 'api/adr', 'adr', 'docs/rfcs'];
  const anyRecord = fc
    .record({
      folder: fc.constantFrom(...folders),
      number: fc.constantFrom('0001', '0002', '7', '0007', '20200927'),
      series: fc.constantFrom('', 'ADR-', 'DR-', 'ADR-NET-'),
      slug: fc.constantFrom('a', 'use-queues'),
    })
    .map(({ folder, number, series, slug }) =>
      decision(`${folder}/${series}${number}-${slug}.md`, {
        id: number,
        idPrefix: series === '' ? null : series.slice(0, -1),
        kind: folder.endsWith('rfcs') ? 'rfc' : 'decision',
      }),
    );
  const anyText = fc.constantFrom(
    'ADR-0001',
    'ADR-7',
    'ADR-0007',
    'DR-0007',
    'AD-0001',
    'RFC-0002',
    'ADR-NET-0001',
    'ADR-20200927',
    'ADR-0099',
  );
  const anyHref = fc.constantFrom(
    '0001-a.md',
    './0007-a.md',
    '../0007-use-queues.md',
    'archive/0002-old-slug.md',
    '/docs/adr/7-a.md',
    '0099-gone.md',
    'template.md',
    '../../docs/adr/ADR-0001-a.md',
    'https://github.com/acme/app/blob/main/docs/adr/0001-a.md',
    'https://github.com/acme/app/blob/main/docs/adr/0002-renamed.md',
    '../../../../x/0001-a.md',
    '%2e%2e/0007-a.md',
    '0001-a.md#c',
  );
  const from = fc.constantFrom(...folders.map((folder) => `${folder}/0500-from.md`));
  const records = fc.uniqueArray(anyRecord, { maxLength: 7, selector: ({ path }) => path });

  it('agree on any number', () => {
    fc.assert(
      fc.property(from, anyText, records, (place, text, all) => {
        const { relation, references } = bothAnswers(place, { text, href: null }, all);
        const [only] = references;
        assert.deepEqual(relation, [only?.endsWith('.md') ? only : null]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('agree on any link', () => {
    fc.assert(
      fc.property(from, anyHref, records, (place, href, all) => {
        const { relation, references } = bothAnswers(place, { text: 'it', href }, all, ['docs/adr/template.md']);
        const targets = references.map((one) => one.replace(/\*$/, ''));
        assert.deepEqual(relation, [targets[0]?.endsWith('.md') ? targets[0] : null]);
      }),
      { numRuns: 1_000 },
    );
  });
});
