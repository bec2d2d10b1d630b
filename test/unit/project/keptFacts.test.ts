import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OverlayFiles } from '../../../src/core/files/overlayFiles';
import type { Shelf } from '../../../src/core/ports';
import type { Project } from '../../../src/core/project';
import type { ProjectServices } from '../../../src/core/projectReading';
import { memoryFiles } from '../support/memoryFiles';
import { answersOf, projectOf } from './projectSupport';

const record = (title: string, rest = '') => `# ${title}\n\n## Status\n\nAccepted\n\n## Decision\n\nWe do it.\n${rest}`;
const paths = [
  'docs/adr/0001-a.md',
  'docs/adr/0002-b.md',
  'DECISIONS.md',
  'src/ledgerClock.ts',
  'src/b.py',
  '.adr-dir',
];
const texts = [
  record('1. Keep one ledger', 'Supersedes ADR 2. `LedgerClock` and `LedgerClock`; see `src/b.py`.\n'),
  record('2. Split it', 'Superseded by [ADR 1](0001-a.md)\n'),
  '# Log\n\n## ADR-7: Use A\n\nStatus: accepted\n\n## ADR-8: Use B\n\nStatus: accepted\n',
  '// ADR-0001, ADR 2 and docs/adr/0001-a.md\nexport class LedgerClock {}\n',
  'src\n',
  'Line\u2028and\ttab, ADR-1\r\n',
  'no text \0',
  '',
];

function memoryShelf(): Shelf & { text: string | null; writes: number } {
  return {
    text: null,
    writes: 0,
    async read() {
      return this.text;
    },
    async write(text) {
      this.text = typeof text === 'string' ? text : text.join('');
      this.writes++;
    },
  };
}

type Run = 'records' | 'all' | 'nothing';
const write = fc.record({ path: fc.constantFrom(...paths), text: fc.option(fc.constantFrom(...texts)) });
const round = fc.record({
  writes: fc.array(write, { maxLength: 4 }),
  unsaved: fc.option(fc.constantFrom(...paths)),
  run: fc.constantFrom<Run>('records', 'all', 'nothing'),
});

describe('facts that are kept between runs', () => {
  it('give the same answers as reading everything, after any sequence of changes and runs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 8 }), async (rounds) => {
        const disk = memoryFiles({ 'docs/adr/0001-a.md': texts[0] ?? '', 'src/ledgerClock.ts': texts[3] ?? '' });
        const shelf = memoryShelf();
        for (const { writes, unsaved, run } of rounds) {
          for (const { path, text } of writes)
            if (text === null) disk.delete(path);
            else disk.set(path, text);
          const files = new OverlayFiles(disk);
          if (unsaved !== null) files.set(unsaved, record('9. Not saved', 'See ADR-2.'));
          if (run === 'nothing') continue;
          const services: Partial<ProjectServices> = { shelf, isForRecordsOnly: run === 'records' };
          const [kept, read] = [projectOf(files, services), projectOf(files, { ...services, shelf: memoryShelf() })];
          for (const project of [kept, read]) await (run === 'all' ? project.load() : project.loadRecords());
          await kept.keep();
          assert.deepEqual(answersOf(kept, paths), answersOf(read, paths));
        }
      }),
      { numRuns: 150 },
    );
  });

  const file = 'src/ledgerClock.ts';

  /** As the command line asks for the links of one file. */
  const linksIn = async (project: Project) => {
    await project.loadRecords();
    await project.apply([{ path: file, kind: 'changed' }]);
    if (project.mayBeNamed(file)) await project.scanReferences();
    await project.keep();
    return project.linksFor(file);
  };

  it('give a file that is no record the links that reading all of every record gives, whatever was kept before', async () => {
    let linked = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 3, maxLength: 9 }), fc.boolean(), async (writes, isAfter) => {
        const disk = memoryFiles({ [file]: texts[3] ?? '' });
        for (const { path, text } of writes) if (text !== null && path !== file) disk.set(path, text);
        const shelf = memoryShelf();
        const [one, all] = [projectOf(disk, { shelf, onlyFor: file }), projectOf(disk, { shelf })];
        // What the one has kept is read by the other.
        const first = await linksIn(isAfter ? all : one);
        const second = await linksIn(isAfter ? one : all);
        assert.deepEqual(first, second);
        linked += first.length;
        const fresh = projectOf(disk);
        await linksIn(fresh);
        assert.deepEqual(all.allReferences(), fresh.allReferences());
      }),
      { numRuns: 150 },
    );
    assert.ok(linked > 150);
  });

  const files = () => {
    const disk = memoryFiles();
    for (let at = 1; at <= 60; at++) disk.set(`docs/adr/${String(at).padStart(4, '0')}-a.md`, record(`${at}. A`));
    return disk;
  };

  it('save the reading of what did not change, also of files that are no records', async () => {
    const [disk, shelf] = [files(), memoryShelf()];
    disk.set('src/a.ts', '// ADR-1\n');
    const run = async () => {
      disk.reads.length = 0;
      const project = projectOf(disk, { shelf });
      await project.load();
      await project.keep();
      return disk.reads.filter((path) => path.startsWith('docs/') || path.startsWith('src/'));
    };
    assert.equal((await run()).length, 61);
    assert.deepEqual(await run(), []);
    disk.set('docs/adr/0007-a.md', record('7. B'));
    assert.deepEqual(await run(), ['docs/adr/0007-a.md']);
  });

  it('are written only where much is new, and without files that are gone', async () => {
    const [disk, shelf] = [files(), memoryShelf()];
    const run = async () => {
      const project = projectOf(disk, { shelf });
      await project.loadRecords();
      await project.keep();
    };
    await run();
    await run();
    disk.set('docs/adr/0007-a.md', record('7. B'));
    await run();
    assert.equal(shelf.writes, 1);
    for (let at = 10; at < 20; at++) disk.delete(`docs/adr/00${at}-a.md`);
    for (let at = 20; at < 30; at++) disk.set(`docs/adr/00${at}-a.md`, record(`${at}. B`));
    await run();
    assert.equal(shelf.writes, 2);
    assert.ok(!shelf.text?.includes('0015-a.md') && shelf.text?.includes('25. B') === false);
    assert.equal(shelf.text?.trimEnd().split('\n').length, 50);
  });

  it('are put together in pieces, so that nothing waits for all of them', async () => {
    const disk = memoryFiles();
    for (let at = 1; at <= 1_000; at++) {
      disk.set(`docs/adr/${String(at).padStart(4, '0')}-a.md`, record(`${at}. ${'Long '.repeat(30)}`));
    }
    const written: (string | readonly string[])[] = [];
    const shelf: Shelf = { read: async () => null, write: async (text) => void written.push(text) };
    const project = projectOf(disk, { shelf });
    await project.loadRecords();
    await project.keep();
    const pieces = [written].flat(2);
    assert.ok(pieces.length > 1);
    for (const piece of pieces) assert.ok(piece.length < 300_000 && piece.endsWith('\n'), `${piece.length}`);
    assert.equal(pieces.join('').trimEnd().split('\n').length, 1_000);
  });

  it('are let go of once they are kept: later changes are read from the disk', async () => {
    const [disk, shelf] = [files(), memoryShelf()];
    const project = projectOf(disk, { shelf });
    await project.load();
    await project.keep();
    disk.set('docs/adr/0001-a.md', record('1. Changed'));
    await project.apply([{ path: 'docs/adr/0001-a.md', kind: 'changed' }]);
    assert.equal(project.record('docs/adr/0001-a.md')?.title, 'Changed');
    await project.keep();
    assert.equal(shelf.writes, 1);
  });
});
