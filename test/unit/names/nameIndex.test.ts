import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NameIndex } from '../../../src/core/names/nameIndex';
import { type CallingName, namesOf } from '../../../src/core/names/recordName';
import type { ParsedRecord } from '../../../src/core/records/record';
import { parsedRecord } from '../support/records';

function indexOf(...records: readonly ParsedRecord[]): NameIndex {
  const index = new NameIndex();
  for (const record of records) index.set(record);
  return index;
}

const paths = (records: readonly ParsedRecord[]) => records.map(({ path }) => path).sort();

describe('NameIndex', () => {
  const ledger = parsedRecord('docs/adr/0007-ledger.md', { title: 'Use PostgreSQL for the ledger' });

  for (const digits of ['7', '007', '0007']) {
    it(`takes ${digits} for the same number`, () => {
      assert.deepEqual(paths(indexOf(ledger).byNumber('adr', digits)), [ledger.path]);
      assert.deepEqual(paths(indexOf(ledger).byNumber(null, digits)), [ledger.path]);
    });
  }

  it('learns a series from a record and still answers to the usual name of its kind', () => {
    const index = indexOf(parsedRecord('area/ODH-ADR-XAI-0001-x.md', { id: '0001', idPrefix: 'ODH-ADR-XAI' }));
    assert.equal(index.byNumber('ODH-ADR-XAI', '1').length, 1);
    assert.equal(index.byNumber('ADR', '1').length, 1);
    assert.equal(index.hasSeries('XAI'), false);
    assert.equal(index.hasSeries('RFC'), false);
  });

  it('takes a number for that of just this series before those of its areas', () => {
    const plain = parsedRecord('adr/ADR-0001-x.md', { id: '0001', idPrefix: 'ADR' });
    const area = parsedRecord('adr/ADR-NET-001-y.md', { id: '001', idPrefix: 'ADR-NET' });
    assert.deepEqual(paths(indexOf(plain, area).byNumber('ADR', '0001')), [plain.path]);
    assert.deepEqual(paths(indexOf(plain, area).byNumber('ADR-NET', '1')), [area.path]);
  });

  it('keeps the nearest 500 of those that a number could mean', () => {
    const twins = Array.from({ length: 600 }, (_, n) => parsedRecord(`p${n}/docs/adr/0001-x.md`, { id: '0001' }));
    const index = indexOf(...twins);
    const found = index.nearest(index.byNumber('ADR', '1'), 'src/a.ts');
    assert.equal(found.kind === 'several' && found.records.length, 500);
    const near = index.nearest(index.byNumber('ADR', '1'), 'p599/src/a.ts');
    assert.equal(near.kind === 'one' && near.record.path, 'p599/docs/adr/0001-x.md');
  });

  it('finds a path in another case and without or with another extension', () => {
    const index = indexOf(ledger, parsedRecord('docs/adr/2025-01-02-x/README.md', { id: '2025-01-02-x' }));
    assert.deepEqual(paths(index.byPath('Docs/ADR/0007-Ledger.md')), [ledger.path]);
    assert.deepEqual(paths(index.byPath('docs/adr/0007-ledger.html')), [ledger.path]);
    assert.deepEqual(paths(index.byBarePath('docs/adr/2025-01-02-x')), ['docs/adr/2025-01-02-x/README.md']);
    assert.deepEqual(paths(index.byFileName('0007-ledger.md')), [ledger.path]);
    assert.deepEqual(paths(index.byNumberIn('docs/adr', '07')), [ledger.path]);
  });

  it('finds a slug with and without its number or date, and a title', () => {
    const index = indexOf(
      ledger,
      parsedRecord('docs/adr/20200927-avoid-default-exports.md', { id: '20200927-avoid-default-exports' }),
    );
    assert.equal(index.bySlug('0007-ledger').length, 1);
    assert.equal(index.bySlug('avoid-default-exports').length, 1);
    assert.equal(index.bySlug('20200927-avoid-default-exports').length, 1);
    assert.equal(index.byNumber('ADR', '20200927').length, 1);
    assert.deepEqual(paths(index.byTitle('use PostgreSQL for the ledger')), [ledger.path]);
  });

  it('finds a runbook by its alert and its file name', () => {
    const runbook = { alert: 'BalanceDrift', owner: null, firstSteps: [] };
    const index = indexOf(parsedRecord('runbooks/balance-drift.md', { kind: 'runbook', id: null, runbook }));
    assert.equal(index.byAlert('BalanceDrift').length, 1);
    assert.equal(index.byAlert('balance-drift').length, 1);
    assert.equal(index.byAlert('').length, 0);
  });

  describe('an annex of a record', () => {
    const main = parsedRecord('docs/adr/0021-fleet.md', { id: '0021' });
    const unstated = (path: string) => parsedRecord(path, { id: '0021', status: 'none' });

    for (const path of [
      ...['docs/adr/0021-fleet-research.md', 'docs/adr/0021-Fleet.notes.md', 'docs/adr/0021-fleet/README.md'],
      ...['docs/adr/0021-notes/talks/0021-first.md', 'docs/adr/0021-fleet/0021-costs.md'],
    ]) {
      it(`is not meant by its number: ${path}`, () => {
        const index = indexOf(main, unstated(path));
        assert.deepEqual(paths(index.byNumber('ADR', '21')), [main.path]);
        assert.deepEqual(paths(index.byNumber(null, '0021')), [main.path]);
        assert.equal(index.byNumberIn('docs/adr', '21').length, 1);
        assert.deepEqual(paths(index.byPath(path)), [path]);
      });
    }

    for (const path of [
      ...['docs/adr/0021-fleets.md', 'docs/adr/0021-cars.md', 'web/docs/adr/0021-fleet-research.md'],
      ...['docs/adr/21-areas/0021-first.md', 'docs/adr/0021-cars/README.md'],
    ]) {
      it(`is none where neither name nor folder is the record's: ${path}`, () => {
        assert.equal(indexOf(main, unstated(path)).byNumber('ADR', '21').length, 2);
      });
    }

    it('states no status, is of the same kind and series, and has a record that states one', () => {
      const research = unstated('docs/adr/0021-fleet-research.md');
      const others: readonly (readonly [ParsedRecord, ParsedRecord])[] = [
        [main, { ...research, status: 'proposed', statusText: 'Proposed' }],
        [main, { ...research, status: 'other', statusText: 'Ready' }],
        [main, { ...research, idPrefix: 'NET' }],
        [main, { ...research, kind: 'rfc' }],
        [{ ...main, status: 'none' }, research],
      ];
      for (const [one, other] of others) assert.equal(indexOf(one, other).byNumber(null, '21').length, 2);
    });

    it('of a folder of the record’s own may state a status that no record has', () => {
      const probe = { ...unstated('docs/adr/0021-notes/0021-probe.md'), status: 'other', statusText: 'Done' } as const;
      assert.deepEqual(paths(indexOf(main, probe).byNumber('ADR', '21')), [main.path]);
    });

    it('becomes a record once it states a status, which is told', () => {
      const research = unstated('docs/adr/0021-fleet-research.md');
      const index = indexOf(main, research);
      const { namesVersion } = index;
      index.set({ ...research, status: 'proposed', statusText: 'Proposed' });
      assert.equal(index.namesVersion, namesVersion + 1);
      assert.equal(index.byNumber('ADR', '21').length, 2);
    });
  });

  it('tells an edit that changes what records are called from one that does not', () => {
    const index = indexOf(ledger);
    const { version, namesVersion } = index;
    index.set({ ...ledger, status: 'superseded' });
    assert.deepEqual([index.version, index.namesVersion], [version + 1, namesVersion]);
    index.set({ ...ledger, title: 'Another' });
    assert.equal(index.namesVersion, namesVersion + 1);
  });

  it('forgets what a record was called before', () => {
    const index = indexOf(ledger);
    index.set({ ...ledger, id: '0008' });
    assert.equal(index.byNumber('ADR', '7').length, 0);
    const before = index.version;
    index.delete(ledger.path);
    assert.equal(index.version, before + 1);
    assert.equal(index.hasSeries('ADR'), false);
    index.delete(ledger.path);
    assert.equal(index.version, before + 1);
  });
});

describe('the nearest of several records', () => {
  const root = 'docs/adr/0007-root.md';
  const web = 'packages/web/docs/adr/0007-web.md';
  const archived = 'docs/adr/archive/0007-old.md';
  const area = 'docs/adr/payments/0007-payments.md';
  const cases: readonly [string, readonly string[], string, string | null][] = [
    ['the package of the file wins', [root, web], 'packages/web/src/a.ts', web],
    ['the root wins for a package without its own', [root, web], 'packages/api/a.ts', root],
    ['a folder below the usual one is further away', [root, archived], 'src/a.ts', root],
    ['a record means its own folder', [root, area], 'docs/adr/payments/0009-x.md', area],
    ['two areas are equally far from code', [area, 'docs/adr/web/0007-x.md'], 'src/a.ts', null],
    ['two with one number in one folder', [root, 'docs/adr/0007-other.md'], 'src/a.ts', null],
    ['one that is the only one is meant from everywhere', [web], 'packages/api/a.ts', web],
  ];
  for (const [what, records, from, expected] of cases) {
    it(what, () => {
      const index = indexOf(...records.map((path) => parsedRecord(path)));
      const found = index.nearest(index.byNumber('ADR', '7'), from);
      assert.equal(found.kind === 'one' ? found.record.path : null, expected);
    });
  }

  it('orders what is ambiguous by nearness', () => {
    const index = indexOf(...[root, area, 'docs/adr/web/0007-x.md'].map((path) => parsedRecord(path)));
    const found = index.nearest(
      [...index.all()].filter(({ path }) => path !== root),
      'docs/adr/web2/x.md',
    );
    assert.equal(found.kind === 'several' && found.records.length, 2);
    assert.deepEqual(index.nearest([], 'a.ts'), { kind: 'none' });
  });
});

describe('NameIndex of a program that ends with one answer', () => {
  const changes: readonly (readonly [title: string, number: number, isGone?: boolean])[] = [
    ['Use cookies', 1],
    ['Use tokens', 2],
    ['Use cookies', 3],
    ['Use sessions', 2],
    ['Use cookies', 1, true],
    ['Use cookies', 4],
  ];
  const names = (index: NameIndex) => ({
    titles: ['Use cookies', 'Use tokens', 'Use sessions'].map((title) => paths(index.byTitle(title))),
    numbers: ['1', '2', '3', '4'].map((digits) => paths(index.byNumber('ADR', digits))),
    folder: index.hasRecordsIn('docs/adr'),
  });

  /** The names of all kinds are asked for after as many changes, and after the last. */
  function answers(isLate: boolean, askedAfter: number) {
    const index = new NameIndex(isLate);
    const given = changes.map(([title, number, isGone], at) => {
      const record = parsedRecord(`docs/adr/000${number}-x.md`, { id: `000${number}`, title });
      if (isGone) index.delete(record.path);
      else index.set(record);
      return at === askedAfter ? names(index) : null;
    });
    return [...given, names(index)];
  }

  for (const askedAfter of changes.keys()) {
    it(`answers as one that takes names in at once, asked after change ${askedAfter + 1}`, () => {
      assert.deepEqual(answers(true, askedAfter), answers(false, askedAfter));
    });
  }

  it('finds by every name those that have it, after any changes', () => {
    const folders = ['', 'docs/', 'Docs/adr/', 'web/docs/adr/', 'docs/readme/', 'docs/0007/'];
    const names = [
      '0007-ledger.md',
      '0007-Ledger.md',
      '0007.md',
      'README.md',
      'index.html',
      'ADR-7.1.md',
      '7.html.md.erb',
    ];
    const path = fc.tuple(fc.constantFrom(...folders), fc.constantFrom(...names)).map((parts) => parts.join(''));
    const record = fc
      .record({
        path,
        kind: fc.constantFrom('decision', 'rfc', 'runbook'),
        id: fc.constantFrom(null, '7', '0007', '0007-ledger', '7.1', '2024-007'),
        idPrefix: fc.constantFrom(null, 'ADR', 'ODH-ADR'),
        part: fc.boolean(),
      })
      .map(({ part, ...given }) => {
        if (!part) return parsedRecord(given.path, given);
        const place = { file: given.path, line: 3, endLine: 9 };
        return parsedRecord(`${given.path}#ledger`, { ...given, path: `${given.path}#ledger`, part: place });
      });
    fc.assert(
      fc.property(fc.array(fc.tuple(record, fc.boolean()), { maxLength: 12 }), fc.boolean(), (changes, isLate) => {
        const index = new NameIndex(isLate);
        const known = new Map<string, ParsedRecord>();
        for (const [one, isGone] of changes) {
          if (isGone) index.delete(one.path);
          else index.set(one);
          if (isGone) known.delete(one.path);
          else known.set(one.path, one);
        }
        for (const name of changes.flatMap(([one]) => namesOf(one))) {
          const isIt = (own: { readonly kind: string; readonly value: string }) =>
            own.kind === name.kind && own.value === name.value;
          const wanted = [...known.values()].filter((one) => namesOf(one).some(isIt));
          assert.equal(index.has(name), wanted.length > 0);
          if (name.kind === 'series' || name.kind === 'numberedFolder') continue;
          assert.deepEqual(paths(index.called(name as CallingName)), paths(wanted), `${name.kind} ${name.value}`);
        }
      }),
      { numRuns: 300 },
    );
  });
});
