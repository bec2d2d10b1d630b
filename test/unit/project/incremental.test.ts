import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PathChange } from '../../../src/core/projectView';
import { memoryFiles } from '../support/memoryFiles';
import { answersOf, projectOf } from './projectSupport';

const paths = [
  'docs/adr/README.md',
  'docs/adr/0001-a.md',
  'docs/adr/0002-b.md',
  'docs/adr/archive/0001-a.md',
  'web/docs/adr/0001-a.md',
  'docs/runbooks/balance-drift.md',
  'src/a.ts',
  'src/deep/b.py',
  'web/app.ts',
  'web/package.json',
  'keps/sig-a/0001-a/README.md',
  'keps/sig-a/0001-a/kep.yaml',
  '.gitignore',
  '.adr-dir',
];
const texts = [
  '# 1. Keep one ledger\n\n## Status\n\nAccepted\n\n## Decision\n\nWe keep one ledger.\n',
  '# 2. Split it\n\n* Status: accepted\n\nSupersedes [ADR 1](0001-a.md). See `src/a.ts`.\n',
  '---\nstatus: proposed\naffects: src/**\n---\n# Third\n',
  '# Decisions\n\n## ADR-1: Keep it\n\nStatus: Accepted\n\n### Decision\n\nYes.\n\n## ADR-3: Sell it\n\nStatus: Accepted\n\n### Decision\n\nNo.\n',
  '# Balance drift\n\nAlert: BalanceDrift\n\n1. Stop the worker\n',
  '// ADR-0001 and ADR-2, docs/adr/0001-a.md\n',
  '# see ADR 0002 / 0001, runbook: balance-drift, ADR\n# 0001\n',
  'title: Count twice\nkep-number: 1\nstatus: implemented\n',
  'archive\n',
  'docs/adr\n',
  '',
];

type Step =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'replace'; readonly folder: string; readonly texts: readonly string[] };

const path = fc.constantFrom(...paths);
const folder = fc.constantFrom('docs', 'docs/adr', 'docs/adr/archive', 'web', 'src/deep', 'keps/sig-a/0001-a');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('write' as const), path, text: fc.constantFrom(...texts) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), path: fc.oneof(path, folder) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), from: path, to: path }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('replace' as const),
      folder,
      texts: fc.array(fc.constantFrom(...texts), { maxLength: 4 }),
    }),
  },
);
const some = fc.array(step, { minLength: 1, maxLength: 4 });

describe('project, incrementally', () => {
  it('gives the same answers after any sequence of events as a project that reads everything at the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(some, { maxLength: 8 }), async (isLasting, batches) => {
        const files = memoryFiles({ 'docs/adr/0001-a.md': texts[0] ?? '', 'src/a.ts': texts[4] ?? '' });
        const project = projectOf(files, { isLasting });
        await project.load();
        for (const batch of batches) await project.apply(batch.flatMap((one) => perform(one, files)));
        const rebuilt = projectOf(files);
        await rebuilt.load();
        assert.deepEqual(answersOf(project, paths), answersOf(rebuilt, paths));
      }),
      { numRuns: 100 },
    );
  });
});

describe('project, read ahead', () => {
  const ahead = fc.tuple(some, fc.array(fc.constantFrom('not', 'begun', 'read'), { maxLength: 6 }));

  it('gives the same answers wherever files were read before their batch', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(ahead, { maxLength: 8 }), async (isLasting, batches) => {
        const files = memoryFiles({ 'docs/adr/0001-a.md': texts[0] ?? '', 'src/a.ts': texts[4] ?? '' });
        const project = projectOf(files, { isLasting });
        await project.load();
        for (const [batch, isAhead] of batches) {
          const changes: PathChange[] = [];
          const readings: Promise<void>[] = [];
          for (const [at, one] of batch.entries()) {
            const told = perform(one, files);
            for (const { path } of told) project.outdate(path);
            changes.push(...told);
            if (isAhead[at] !== 'begun' && isAhead[at] !== 'read') continue;
            const reading = project.readAhead(told.map(({ path }) => path));
            // Else the file may change while it is read.
            if (isAhead[at] === 'read') await reading;
            readings.push(reading);
          }
          await Promise.all(readings);
          await project.apply(changes);
        }
        const rebuilt = projectOf(files);
        await rebuilt.load();
        assert.deepEqual(answersOf(project, paths), answersOf(rebuilt, paths));
      }),
      { numRuns: 150 },
    );
  });

  it('reads a file once that was read ahead', async () => {
    const files = memoryFiles({ 'docs/adr/0001-a.md': texts[0] ?? '' });
    const project = projectOf(files);
    await project.load();
    files.set('docs/adr/0001-a.md', texts[1] ?? '');
    await project.readAhead(['docs/adr/0001-a.md']);
    assert.equal(project.record('docs/adr/0001-a.md')?.title, 'Keep one ledger');
    const before = files.reads.length;
    await project.apply([{ path: 'docs/adr/0001-a.md', kind: 'changed' }]);
    assert.equal(files.reads.length, before);
    assert.equal(project.record('docs/adr/0001-a.md')?.title, 'Split it');
  });

  it('reads a file again where its folder was replaced after it was read ahead', async () => {
    const file = 'docs/adr/0001-a.md';
    const files = memoryFiles({ [file]: texts[0] ?? '' });
    const project = projectOf(files);
    await project.load();
    files.set(file, texts[1] ?? '');
    project.outdate(file);
    await project.readAhead([file]);
    files.set(file, texts[2] ?? '');
    project.outdate('docs/adr');
    await project.apply([
      { path: file, kind: 'changed' },
      { path: 'docs/adr', kind: 'changed' },
    ]);
    assert.equal(project.record(file)?.title, 'Third');
  });
});

function perform(one: Step, files: ReturnType<typeof memoryFiles>): PathChange[] {
  if (one.kind === 'write') {
    files.set(one.path, one.text);
    return [{ path: one.path, kind: 'changed' }];
  }
  if (one.kind === 'replace') {
    // Of a folder that was put in place of another a watcher tells no more.
    const inside = paths.filter((path) => path.startsWith(`${one.folder}/`));
    files.delete(one.folder);
    for (const [at, text] of one.texts.entries()) files.set(inside[at % inside.length] ?? '', text);
    return [{ path: one.folder, kind: one.texts.length === 0 ? 'deleted' : 'changed' }];
  }
  if (one.kind === 'remove') {
    files.delete(one.path);
    return [{ path: one.path, kind: 'deleted' }];
  }
  const text = files.text(one.from);
  if (text === undefined || one.from === one.to) return [];
  files.delete(one.from);
  files.set(one.to, text);
  return [
    { path: one.from, kind: 'deleted' },
    { path: one.to, kind: 'changed' },
  ];
}
