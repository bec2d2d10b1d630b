import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isDoubtful, shownStrength } from '../../../src/core/links/link';
import { parsedRecord } from '../support/records';
import { TestWorld } from './world';

const adr = (number: string) => `docs/adr/${number}-x.md`;
const mention = (text: string) => [{ text, line: 3, form: 'code' as const }];

describe('linksFor', () => {
  it('ranks references over scopes over mentions, and gives each record its strongest reason', () => {
    const world = new TestWorld();
    world.write(adr('0001'), '', parsedRecord(adr('0001'), { mentions: mention('src/a.ts') }));
    world.write(adr('0002'), '', parsedRecord(adr('0002'), { scope: ['src/*.ts'], mentions: mention('src/a.ts') }));
    world.write(adr('0003'), '', parsedRecord(adr('0003'), { scope: ['src/**'] }));
    world.write('src/a.ts', '// ADR-3\n// ADR-0003');
    assert.deepEqual(world.links('src/a.ts'), [
      `reference ${adr('0003')}`,
      `scope ${adr('0002')}`,
      `mention ${adr('0001')}`,
    ]);
    const [first] = world.graph.linksFor('src/a.ts', world.records);
    assert.deepEqual(first?.detail, { reason: 'reference', lines: [1, 2] });
  });

  it('puts a retired record after a living one of the same reason', () => {
    const world = new TestWorld();
    world
      .write(adr('0001'), '', parsedRecord(adr('0001'), { status: 'superseded' }))
      .write(adr('0002'), '', parsedRecord(adr('0002')));
    assert.deepEqual(world.write('a.ts', 'ADR-1 ADR-2').links('a.ts'), [
      `reference ${adr('0002')}`,
      `reference ${adr('0001')}`,
    ]);
  });

  it('gives the candidates of a citation that could mean several, after what is cited for certain', () => {
    const world = new TestWorld();
    const paths = ['docs/adr/0057-schema.md', 'docs/adr/0057-span.md', adr('0001')];
    for (const path of paths) world.write(path, '', parsedRecord(path));
    world.write('a.ts', '// ADR 0057, ADR 0057\n// ADR 0057\n// ADR-1');
    const links = world.graph.linksFor('a.ts', world.records);
    assert.deepEqual(
      links.map(({ record, detail }) => [record.path, detail]),
      [
        [adr('0001'), { reason: 'reference', lines: [3] }],
        ['docs/adr/0057-schema.md', { reason: 'reference', lines: [1, 2], ambiguous: 2 }],
        ['docs/adr/0057-span.md', { reason: 'reference', lines: [1, 2], ambiguous: 2 }],
      ],
    );
    assert.ok(links.every(({ strength }) => strength >= shownStrength));
    assert.deepEqual(links.map(isDoubtful), [false, true, true]);
  });

  it('keeps the candidates nearby where they are too many to look at', () => {
    const world = new TestWorld();
    for (let n = 0; n < 12; n++)
      world.write(`docs/adr/0057-${n}x.md`, '', parsedRecord(`docs/adr/0057-${n}x.md`, { id: '0057' }));
    world.write('a.ts', '// ADR 0057');
    assert.ok(world.graph.linksFor('a.ts', world.records).every(({ strength }) => strength < shownStrength));
  });

  const scoped = (glob: string, files: number, others = 0) => {
    const world = new TestWorld().write(adr('0001'), '', parsedRecord(adr('0001'), { scope: [glob] }));
    for (let at = 0; at < files; at++) world.write(`src/ledger/f${at}.ts`, '');
    for (let at = 0; at < others; at++) world.write(`lib/f${at}.ts`, '');
    return world.graph.linksFor('src/ledger/f0.ts', world.records)[0];
  };
  const scopes: readonly [what: string, glob: string, files: number, others: number, shown: boolean | null][] = [
    ['a file', 'src/ledger/f0.ts', 1, 0, true],
    ['a folder by its name', 'src/ledger', 30, 0, true],
    ['a folder that is a small part of many files', 'src/ledger/**', 100, 400, true],
    ['most of the repository', 'src/**', 100, 50, false],
    ['everything', '**', 60, 0, false],
    ['all files of a kind', '**/*.ts', 60, 0, false],
    ['few files by their name', '**/f0.ts', 60, 0, true],
    ['a glob that is too costly', '{a,b}{a,b}{a,b}{a,b}**', 5, 0, null],
  ];
  for (const [what, glob, files, others, shown] of scopes) {
    it(`${shown ? 'shows' : 'does not show'} a scope over ${what}`, () => {
      const link = scoped(glob, files, others);
      assert.equal(link ? link.strength >= shownStrength : null, shown);
    });
  }

  it('takes narrow for stronger than wide', () => {
    const strengths = [1, 4, 7, 10, 60].map((files) => scoped('**/ledger/*.ts', files)?.strength ?? 0);
    assert.deepEqual(
      strengths,
      [...strengths].sort((a, b) => b - a),
    );
    assert.equal(new Set(strengths).size, 5);
  });

  it('links a folder that a record names, unless it holds too much', () => {
    const world = new TestWorld().write(
      adr('0001'),
      '',
      parsedRecord(adr('0001'), { mentions: mention('src/ledger/') }),
    );
    world.write('src/ledger/deep/a.ts', '');
    assert.deepEqual(world.links('src/ledger/deep/a.ts'), [`mention ${adr('0001')}`]);
    for (let at = 0; at < 120; at++) world.write(`src/ledger/f${at}.ts`, '');
    assert.deepEqual(world.links('src/ledger/deep/a.ts'), []);
  });

  it('knows a file by the end of its path, by a name of its own and by its module', () => {
    const files = [
      'src/billing/ledger.ts',
      'src/billing/index.ts',
      'pkg/lib/fields.py',
      'web/state.ts',
      'app/state.ts',
    ];
    const expected: Readonly<Record<string, string | null>> = {
      'billing/ledger.ts': 'src/billing/ledger.ts',
      'ledger.ts': 'src/billing/ledger.ts',
      'pkg.lib.fields': 'pkg/lib/fields.py',
      'index.ts': null,
      'state.ts': null,
      'g/ledger.ts': null,
      'https://github.com/o/r/blob/0123456789012345678901234567890123456789/web/state.ts': null,
    };
    for (const [text, target] of Object.entries(expected)) {
      const world = new TestWorld([{ host: 'github.com', owner: 'o', repo: 'r' }]);
      for (const file of files) world.write(file, '');
      world.write(adr('0001'), '', parsedRecord(adr('0001'), { mentions: mention(text) }));
      const found = files.filter((file) => world.links(file).length > 0);
      assert.deepEqual(found, target === null ? [] : [target], text);
    }
  });

  it('does not show a folder, a file that many records name, or what a guide names', () => {
    const world = new TestWorld().write('src/a.ts', '').write('src/b.ts', '').write('lib/c.ts', '');
    for (let n = 1; n <= 5; n++) {
      world.write(adr(`000${n}`), '', parsedRecord(adr(`000${n}`), { mentions: mention('src/a.ts') }));
    }
    world.write(adr('0006'), '', parsedRecord(adr('0006'), { mentions: [...mention('lib/'), ...mention('src/b.ts')] }));
    world.write(
      'docs/guides/x.md',
      '',
      parsedRecord('docs/guides/x.md', { kind: 'guide', mentions: mention('src/b.ts') }),
    );
    const shown = (file: string) =>
      world.graph.linksFor(file, world.records).filter(({ strength }) => strength >= shownStrength);
    assert.deepEqual(
      ['src/a.ts', 'src/b.ts', 'lib/c.ts'].map((file) => shown(file).length),
      [0, 1, 0],
    );
  });

  it('does not show a mention of a record that names many files', () => {
    const mentions = Array.from({ length: 20 }, (_, at) => ({
      text: `src/f${at}.ts:4`,
      line: at + 1,
      form: 'code' as const,
    }));
    const world = new TestWorld().write(adr('0001'), '', parsedRecord(adr('0001'), { mentions }));
    for (let at = 0; at < 20; at++) world.write(`src/f${at}.ts`, '');
    const [link] = world.graph.linksFor('src/f3.ts', world.records);
    assert.ok(link && link.reason === 'mention' && link.strength < shownStrength);
    assert.deepEqual(link.detail, { reason: 'mention', text: 'src/f3.ts:4', line: 4, files: 20 });
  });

  it('keeps records of the same package nearby', () => {
    const path = 'packages/web/docs/adr/0001-x.md';
    const world = new TestWorld().write(path, '', parsedRecord(path)).write(adr('0002'), '', parsedRecord(adr('0002')));
    const links = world.graph.linksFor('packages/web/src/a.ts', world.records);
    assert.deepEqual(
      links.map(({ detail }) => detail),
      [{ reason: 'folder', folder: 'packages/web' }],
    );
    assert.ok((links[0]?.strength ?? 1) < shownStrength);
  });

  it('names the nearest folder of those that tie a record as much', () => {
    const path = 'packages/web/docs/adr/0001-x.md';
    const world = new TestWorld().write(path, '', parsedRecord(path));
    const [link] = world.graph.linksFor('packages/web/docs/adr/check.ts', world.records);
    assert.deepEqual(link?.detail, { reason: 'folder', folder: 'packages/web/docs/adr' });
  });

  it('links a record to those that it cites and those that cite it, never to itself', () => {
    const world = new TestWorld();
    world.write(adr('0001'), '# ADR-0001\n\nSee ADR-0002', parsedRecord(adr('0001')));
    world.write(adr('0002'), '# ADR-0002', parsedRecord(adr('0002')));
    assert.deepEqual(world.links(adr('0001')), [`reference ${adr('0002')}`]);
    assert.deepEqual(world.links(adr('0002')), [`mention ${adr('0001')}`]);
  });
});

describe('backlinks', () => {
  for (const name of ['0012-use-queues', '0012_use_queues', 'ADR 12 use queues']) {
    it(`finds who names ${name}.md by its slug alone`, () => {
      const record = parsedRecord(`docs/adr/${name}.md`);
      const world = new TestWorld().write(record.path, '', record).write('docs/a.md', 'See [[use-queues]].');
      assert.deepEqual(
        world.graph.backlinks(record.path).map(({ file }) => file),
        ['docs/a.md'],
      );
    });
  }

  it('gives file, place and the line as people read it', () => {
    const world = new TestWorld().write(adr('0001'), '# ADR-0001', parsedRecord(adr('0001')));
    world.write('b.ts', `x\n   // ${'long '.repeat(60)} ADR-1`).write('a.ts', '  // by ADR-1, @adr 0001');
    const found = world.graph.backlinks(adr('0001'));
    assert.deepEqual(
      found.map(({ file, reference }) => `${file}:${reference.line}`),
      ['a.ts:1', 'a.ts:1', 'b.ts:2'],
    );
    assert.equal(found[0]?.lineText, '// by ADR-1, @adr 0001');
    assert.equal(found[2]?.lineText.length, 200);
  });
});

const recordPaths = [
  adr('0001'),
  adr('0002'),
  'docs/adr/0002-y.md',
  'web/docs/adr/0001-z.md',
  'docs/runbooks/drift.md',
  'docs/adr/0007-r/README.md',
  'docs/adr/20200101-a-b.md',
];
const codePaths = ['a.ts', 'web/b.yaml', 'web/src/c.ts', 'docs/notes.md', 'docs/adr/0001-x.html'];
const texts = [
  'ADR-1',
  'ADR 0002/0001',
  'docs/adr/0001-x.md',
  '../docs/adr/0002-old.md',
  '[[0002-y]]',
  'runbook: drift',
  '@adr a-b',
  '@adr 20200101-a-b',
  './README.md',
  'https://github.com/o/r/blob/main/docs/adr/0001-x.md',
  'https://github.com/o/r/blob/main/docs/adr/0009-x.md ADR 9',
  'docs/adr/0007-r',
  'ADR-0099',
  'web/docs/adr/0001-z.md',
  '0001-z.md',
  'docs/adr/0001-x.html',
];
const mentions = ['a.ts', 'web/src', '../../a.ts', 'src/c.ts:3', 'docs/notes.md'];
const globs = ['web/**', 'a.ts', '**/*.ts', '{{{'];

const content = fc.record({
  text: fc.array(fc.constantFrom(...texts), { maxLength: 4 }).map((lines) => lines.join('\n')),
  scope: fc.subarray(globs, { maxLength: 2 }),
  mentions: fc.subarray(mentions, { maxLength: 2 }),
  isRecord: fc.boolean(),
});
type Content = typeof content extends fc.Arbitrary<infer T> ? T : never;
const anyPath = fc.constantFrom(...recordPaths, ...codePaths);
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), path: anyPath, content }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), path: anyPath }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), path: anyPath, to: anyPath }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('removeFolder' as const),
      path: fc.constantFrom('docs', 'docs/adr', 'web'),
    }),
  },
);

function write(world: TestWorld, path: string, { text, scope, mentions, isRecord }: Content): void {
  const kind = path.includes('runbooks') ? ('runbook' as const) : ('decision' as const);
  const id = /(\d{4,8})-/.exec(path)?.[1] ?? null;
  const named = mentions.map((name, at) => ({ text: name, line: at + 1, form: 'code' as const }));
  const record =
    isRecord && recordPaths.includes(path) ? parsedRecord(path, { kind, id, scope, mentions: named }) : null;
  world.write(path, text, record);
}

function answers(world: TestWorld): unknown {
  return {
    references: world.graph.allReferences(),
    links: [...recordPaths, ...codePaths].map((path) => world.graph.linksFor(path, world.records)),
    backlinks: recordPaths.map((path) => world.graph.backlinks(path)),
  };
}

describe('a graph after any sequence of events', () => {
  const targets = (world: TestWorld) => world.graph.referencesOf('a.ts').map(({ target }) => target);

  it('sees a file become a record, and its number change, without a change of files', () => {
    const world = new TestWorld().write(adr('0001'), 'x').write('a.ts', 'ADR-1');
    assert.deepEqual(targets(world), []);
    world.write(adr('0001'), 'x', parsedRecord(adr('0001')));
    assert.deepEqual(targets(world), [adr('0001')]);
    world.write(adr('0001'), 'x', parsedRecord(adr('0001'), { id: '0002' }));
    assert.deepEqual(targets(world), [null]);
  });

  it('sees a file appear where only a record of another extension was', () => {
    const world = new TestWorld().write(adr('0001'), 'x', parsedRecord(adr('0001')));
    world.write('a.ts', 'docs/adr/0001-x.html');
    assert.deepEqual(targets(world), [adr('0001')]);
    assert.deepEqual(targets(world.write('docs/adr/0001-x.html', '')), []);
  });

  it('answers as one built from the final state does, whenever it was asked before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.boolean()), { maxLength: 30 }), (events) => {
        const world = new TestWorld();
        const state = new Map<string, Content>();
        const remove = (path: string) => {
          state.delete(path);
          world.remove(path);
        };
        const put = (path: string, given: Content) => {
          state.set(path, given);
          write(world, path, given);
        };
        for (const [step, ask] of events) {
          const given = state.get(step.path);
          if (step.kind === 'write') put(step.path, step.content);
          else if (step.kind === 'remove') remove(step.path);
          else if (step.kind === 'removeFolder') for (const path of world.files.filesUnder(step.path)) remove(path);
          else if (given) {
            remove(step.path);
            put(step.to, given);
          }
          if (ask) answers(world);
        }
        const rebuilt = new TestWorld();
        for (const path of [...state.keys()].sort().reverse()) write(rebuilt, path, state.get(path) as Content);
        assert.deepEqual(answers(world), answers(rebuilt));
        for (const path of world.records.keys()) {
          const cited = world.graph
            .allReferences()
            .filter(({ file, reference }) => reference.target === path && file !== path);
          assert.equal(world.graph.backlinks(path).length, cited.length, path);
        }
      }),
      { numRuns: 80 },
    );
  });
});
