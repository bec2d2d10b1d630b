import { deepEqual, equal } from 'node:assert/strict';
import { CompletionIndex } from '../../../src/core/links/completionIndex';
import { completionsAt, mayBeReference } from '../../../src/core/links/completions';
import type { Link } from '../../../src/core/links/link';
import { scanReferences } from '../../../src/core/links/scan';
import { docRecord } from '../support/records';

const records = [
  docRecord('docs/adr/0003-redis.md', { status: 'superseded' }),
  docRecord('docs/adr/0007-events.md'),
  docRecord('docs/adr/0012-postgres.md'),
  docRecord('docs/rfcs/0002-regions.md', { kind: 'rfc' }),
  docRecord('docs/decisions/2024-01-02-slots/README.md', { id: '2024-01-02-slots' }),
];
const link = (path: string, strength: number): Link => ({
  record: records.find((record) => record.path === path) ?? docRecord(path),
  reason: 'folder',
  strength,
  detail: { reason: 'folder', folder: 'docs' },
});

function offered(before: string, links: readonly Link[] = []): readonly string[] {
  return completionsAt(before, new CompletionIndex(records), links).map(
    ({ text, typed }) => before.slice(0, before.length - typed) + text,
  );
}

describe('records to complete a reference with', () => {
  it('follow the series that is typed, the newest first and the retired last', () => {
    deepEqual(offered('// see ADR-'), ['// see ADR-0012', '// see ADR-0007', '// see ADR-0003']);
    deepEqual(offered('// see adr 00'), ['// see adr 0012', '// see adr 0007', '// see adr 0003']);
    deepEqual(offered('RFC-'), ['RFC-0002']);
    deepEqual(offered('ADR-post'), ['ADR-0012', 'ADR-0007', 'ADR-0003']);
  });

  it('are those that a number means, not their annexes', () => {
    const index = new CompletionIndex([
      docRecord('docs/adr/0021-fleet-research.md', { id: '0021', status: 'none' }),
      docRecord('docs/adr/0021-fleet.md', { id: '0021', status: 'accepted' }),
    ]);
    deepEqual(
      completionsAt('ADR-', index, []).map(({ record }) => record.path),
      ['docs/adr/0021-fleet.md'],
    );
    equal(completionsAt('docs/adr/', index, []).length, 2);
  });

  it('begin with those that are tied to the file', () => {
    deepEqual(offered('ADR-', [link('docs/adr/0007-events.md', 0.9), link('docs/adr/0003-redis.md', 1)]), [
      'ADR-0007',
      'ADR-0012',
      'ADR-0003',
    ]);
  });

  it('have those that were typed among them, of more than a list holds', () => {
    const many = Array.from({ length: 700 }, (_, at) => {
      const number = String(at + 1).padStart(4, '0');
      return docRecord(`rfcs/${number}-about.md`, {
        kind: 'rfc',
        title: at === 9 ? 'Assignment expressions' : 'About',
      });
    });
    const index = new CompletionIndex(many);
    const first = (before: string) => completionsAt(before, index, [])[0]?.text;
    deepEqual(
      [first('RFC-'), first('RFC-57'), first('RFC-0012'), first('RFC-assig')],
      ['0700', '0579', '0012', '0010'],
    );
    deepEqual([first('rfcs/0012'), first('see [[0012')], ['0012-about.md', '0012-about']);
    equal(completionsAt('RFC-5', index, []).length, 300);
  });

  it('are looked for by what they are listed for: a number without zeros, a word of the title', () => {
    const records = [docRecord('peps/0572-x.rst', { kind: 'rfc', idPrefix: 'PEP', title: 'Assignment expressions' })];
    const sought = (before: string) => completionsAt(before, new CompletionIndex(records), [])[0]?.sought;
    equal(sought('# see PEP-'), '0572 572 Assignment expressions');
    equal(sought('peps/'), '0572-x.rst 572-x.rst Assignment expressions');
  });

  it('regression: have the zeros of their numbers where people here write them', () => {
    const index = new CompletionIndex(
      ['0489-a', '0572-b', '3000-c'].map((name) => docRecord(`peps/${name}.rst`, { kind: 'rfc', idPrefix: 'PEP' })),
    );
    const first = (before: string, texts: readonly string[]) => {
      const references = texts.flatMap((text) => scanReferences(`# ${text}`, 'src/a.py'));
      const citing = (path: string) =>
        references.flatMap((reference) => {
          const isMeant = path.includes(reference.number ?? '?');
          return isMeant
            ? [
                {
                  file: 'src/a.py',
                  reference: { ...reference, resolution: 'resolved', target: path, candidates: [] },
                  lineText: '',
                } as const,
              ]
            : [];
        });
      return completionsAt(before, index, [], citing).map(({ text }) => text);
    };
    deepEqual(first('see PEP ', ['PEP 489', 'PEP 0572', 'PEP-489', 'PEP 3000']), ['3000', '572', '489']);
    deepEqual(first('see PEP 0', ['PEP 489']), ['0572', '0489', '3000']);
    for (const padded of [['PEP 0489'], ['PEP 3000'], ['PEP 489', 'PEP 0572'], []])
      deepEqual(first('see PEP ', padded), ['3000', '0572', '0489']);
  });

  it('regression: begin with those that go on as is typed, whatever has its letters elsewhere', () => {
    const titles = ['Rent by leases', 'Run with least rights', 'Rise the ease'];
    const records = titles.map((title, at) => docRecord(`docs/adr/000${at + 1}-x.md`, { title }));
    const found = completionsAt('// see ADR-lease', new CompletionIndex(records), []);
    deepEqual(
      found.map(({ text, sought }) => [text, sought]),
      [
        ['0001', 'lease 0001 1 Rent by leases'],
        ['0003', '0003 3 Rise the ease'],
        ['0002', '0002 2 Run with least rights'],
      ],
    );
  });

  it('follow a folder of records, from wherever it is written', () => {
    const files = ['adr/0012-postgres.md', 'adr/0007-events.md', 'adr/0003-redis.md'];
    deepEqual(
      offered('see docs/adr/'),
      files.map((file) => `see docs/${file}`),
    );
    deepEqual(
      offered('(../adr/00'),
      files.map((file) => `(../${file}`),
    );
    deepEqual(offered('docs/decisions/'), ['docs/decisions/2024-01-02-slots']);
  });

  it('follow a wiki link', () => {
    equal(offered('see [[')[0], 'see [[0012-postgres');
  });

  it('are none after anything else', () => {
    for (const before of ['ISO-', 'https://example.org/x/', 'a - ', 'MADR-', 'const x = a'])
      deepEqual(offered(before), [], before);
    equal(mayBeReference('const x = a'), false);
  });
});
