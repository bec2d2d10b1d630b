import assert from 'node:assert/strict';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { forCommand } from '../../../src/cli/forFile';
import { KeptAnswers, keptAnswersOf, type WholeAnswer } from '../../../src/cli/keptAnswers';
import { recordsCommand } from '../../../src/cli/records';
import type { FileStore } from '../../../src/core/ports';
import { noSettings } from '../../../src/core/records/find/recordFinder';
import { DiskFiles } from '../../../src/disk/diskFiles';
import { NotedFiles } from '../../../src/disk/notedFiles';
import { projectOf } from '../project/projectSupport';
import { cacheIn } from '../support/cacheIn';
import { type MemoryFiles, memoryFiles } from '../support/memoryFiles';
import { memoryShelf } from '../support/memoryShelf';
import { removeFolder, TemporaryRepository, temporaryFolder, writeFileIn } from '../support/temporaryRepository';

const record = (title: string, rest = '') => `# ${title}\n\n## Status\n\nAccepted\n\n## Decision\n\nWe do it.\n${rest}`;
const paths = ['docs/adr/0001-a.md', 'docs/adr/0002-b.md', 'src/ledgerClock.ts', 'src/b.py', '.adr-dir', '.gitignore'];
const texts = [
  record('1. Keep one ledger', 'Supersedes ADR 2. `LedgerClock` and `LedgerClock`; see `src/b.py`.\n'),
  record('2. Split it', 'Superseded by [ADR 1](0001-a.md)\n'),
  '// ADR-0001, ADR 2 and docs/adr/0001-a.md\nexport class LedgerClock {}\n',
  'src\n',
  '',
];

const said = (text: string): WholeAnswer => ({ text, told: '', status: 0 });

/** What the commands do: `for` of a path, and `records` where it is empty. */
async function worked(question: string, files: FileStore, keep: KeptAnswers | null): Promise<string> {
  const noted = new NotedFiles(files);
  // Stamps are asked for where facts are kept.
  const project = projectOf(noted, { shelf: memoryShelf(), isForRecordsOnly: question === '' });
  await project.loadRecords();
  const common = question === '' ? undefined : noted.taken();
  if (question !== '') await project.apply([{ path: question, kind: 'changed' }]);
  if (question !== '' && project.mayBeNamed(question)) await project.scanReferences();
  while (question !== '' && (await project.readWords(question)));
  const links = () => [...project.linksFor(question), ...project.maybeFor(question)];
  const answer = JSON.stringify(question === '' ? project.records() : links());
  await keep?.keep(question, said(answer), noted, common);
  return answer;
}

const write = fc.record({ path: fc.constantFrom(...paths), text: fc.option(fc.constantFrom(...texts)) });
const round = fc.record({
  writes: fc.array(write, { maxLength: 2 }),
  question: fc.constantFrom('', 'src/ledgerClock.ts', 'src/b.py'),
  hasStamps: fc.boolean(),
});

describe('answers that are kept', () => {
  it('are what is worked out now, after any sequence of changes and questions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 10 }), async (rounds) => {
        const disk = memoryFiles({ 'docs/adr/0001-a.md': texts[0] ?? '', 'src/ledgerClock.ts': texts[2] ?? '' });
        const shelves = new Map([
          [true, memoryShelf()],
          [false, memoryShelf()],
        ]);
        for (const { writes, question, hasStamps } of rounds) {
          for (const { path, text } of writes)
            if (text === null) disk.delete(path);
            else disk.set(path, text);
          // As of files that were written a moment ago.
          const files: FileStore = hasStamps ? disk : withoutStamps(disk);
          const shelf = shelves.get(question === '') ?? memoryShelf();
          const kept = await KeptAnswers.open(shelf);
          const answer = (await kept.find(question, files))?.text ?? (await worked(question, files, kept));
          assert.equal(answer, await worked(question, files, null));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('need no file to be read while all stamps and names are the same', async () => {
    const [disk, shelf] = [memoryFiles(), memoryShelf()];
    for (let at = 1; at <= 100; at++) disk.set(`docs/adr/${String(at).padStart(4, '0')}-a.md`, record(`${at}. A`));
    disk.set('src/a.ts', '// ADR-1\n');
    for (const question of ['src/a.ts', 'docs/adr/0001-a.md']) {
      await worked(question, disk, await KeptAnswers.open(shelf));
    }
    disk.reads.length = 0;
    const kept = await KeptAnswers.open(shelf);
    for (const question of ['src/a.ts', 'docs/adr/0001-a.md']) assert.ok(await kept.find(question, disk));
    assert.deepEqual(
      disk.reads.filter((path) => !path.startsWith('.git/')),
      [],
    );
    // Another source file concerns neither answer.
    disk.set('src/a.ts', '// ADR-2\n');
    assert.equal(await kept.find('src/a.ts', disk), null);
    assert.ok(await kept.find('docs/adr/0001-a.md', disk));
    disk.set('docs/adr/0050-a.md', record('50. B'));
    assert.equal(await kept.find('docs/adr/0001-a.md', disk), null);
  });

  it('that took the words of all code are void once one of its files is another, and share what they rest on', async () => {
    const [disk, shelf] = [memoryFiles(), memoryShelf()];
    const about = 'The ledger counts every refund twice before settlement, and the settlement counts the refund.\n';
    for (let at = 1; at <= 5; at++)
      disk.set(`docs/adr/000${at}-a.md`, record(`${at}. Refund ${at}`, at === 1 ? about.repeat(3) : ''));
    for (let at = 1; at <= 200; at++) disk.set(`src/part${at}.ts`, '// nothing of it\n');
    const [refund, settlement] = ['src/refundLedger.ts', 'src/settlementRefund.ts'];
    for (const path of [refund, settlement])
      disk.set(path, '// The refund of a ledger, before settlement.\nclass RefundLedger {}\n');
    await worked(refund, disk, await KeptAnswers.open(shelf));
    const one = shelf.text?.length ?? 0;
    await worked(settlement, disk, await KeptAnswers.open(shelf));
    assert.ok(one > 3_000 && (shelf.text?.length ?? 0) < one * 1.2, `${one}, then ${shelf.text?.length}`);
    const kept = await KeptAnswers.open(shelf);
    for (const question of [refund, settlement]) assert.ok(await kept.find(question, disk));
    disk.set('src/part7.ts', '// The refund\n');
    for (const question of [refund, settlement]) assert.equal(await kept.find(question, disk), null);
  });

  it('are not kept where many files are too young to be told from what they become', async () => {
    const [disk, shelf] = [memoryFiles(), memoryShelf()];
    for (let at = 1; at <= 100; at++) disk.set(`docs/adr/${String(at).padStart(4, '0')}-a.md`, record(`${at}. A`));
    await worked('', withoutStamps(disk), await KeptAnswers.open(shelf));
    assert.equal(shelf.text, null);
  });

  it('make room for newer ones', async () => {
    const [disk, shelf] = [memoryFiles({ 'a.ts': '' }), memoryShelf()];
    const kept = await KeptAnswers.open(shelf);
    const noted = new NotedFiles(disk);
    for (const question of ['a', 'b', 'c']) await kept.keep(question, said(question.repeat(1_900_000)), noted);
    const found = await KeptAnswers.open(shelf);
    const lengths = await Promise.all(['a', 'b', 'c'].map((question) => found.find(question, disk)));
    assert.deepEqual(
      lengths.map((answer) => answer?.text.length),
      [1_900_000, 1_900_000, 1_900_000],
    );
    await kept.keep('d', said('d'.repeat(1_900_000)), noted);
    assert.equal(await (await KeptAnswers.open(shelf)).find('a', disk), null);
  });
});

function withoutStamps(disk: MemoryFiles): FileStore {
  return { list: (path) => disk.list(path), read: (path, most) => disk.read(path, most), stamp: async () => null };
}

describe('commands that keep answers', () => {
  let restore: () => void;
  let base: string;
  let folder: string;

  beforeEach(() => {
    base = temporaryFolder();
    folder = join(base, 'repository');
    mkdirSync(folder);
    restore = cacheIn(join(base, 'cache'));
    writeFileIn(folder, 'docs/adr/0001-a.md', record('1. A', '\nDate: 2024-01-02\n'));
    writeFileIn(folder, 'src/pay.ts', '// ADR-1\n');
  });
  afterEach(() => {
    restore();
    removeFolder(base);
  });

  const files = () =>
    readdirSync(join(base, 'cache'), { recursive: true }).filter((name) => /facts$/.test(String(name)));

  it('answer as without, after each change', async () => {
    const file = join(folder, 'src/pay.ts');
    const changes: readonly (() => void)[] = [
      () => {},
      () => writeFileIn(folder, 'docs/adr/0002-b.md', record('2. B', '\nSupersedes ADR-1\n')),
      () => writeFileIn(folder, 'src/pay.ts', '// ADR-2\n'),
      () => writeFileIn(folder, 'docs/adr/0001-a.md', record('1. Other')),
      () => writeFileIn(folder, '.gitignore', 'docs\n'),
      () => writeFileIn(folder, '.gitignore', '\n'),
      () => removeFolder(join(folder, 'docs/adr/0001-a.md')),
    ];
    for (const change of changes) {
      change();
      for (let time = 0; time < 2; time++) {
        for (const options of [[], ['--json'], ['--exclude', '**/0002-*']]) {
          const records = [folder, '--no-git', ...options];
          assert.equal(await recordsCommand.run(records), await recordsCommand.run([...records, '--no-cache']));
          const links = [file, '--dir', folder, ...options];
          assert.equal(await forCommand.run(links), await forCommand.run([...links, '--no-cache']));
        }
      }
    }
    assert.ok(files().length >= 6);
  });

  it('keep dates of git while the history is the same, and no longer', async () => {
    const repository = TemporaryRepository.create(folder);
    const git = (...args: readonly string[]) => void repository.git(...args);
    writeFileIn(folder, 'docs/adr/0001-a.md', record('1. A'));
    git('add', '--all');
    repository.commit({ date: '2024-05-06T10:00:00+00:00' });
    const changes: readonly (() => void)[] = [
      () => {},
      () => git('commit', '--quiet', '--amend', '--no-edit', '--date=2023-02-03T10:00:00+00:00'),
      () => git('checkout', '--quiet', '-b', 'side'),
      () => git('mv', 'docs/adr/0001-a.md', 'docs/adr/0002-a.md'),
      () => void repository.commit({ date: '2024-06-07T10:00:00+00:00' }),
      () => git('checkout', '--quiet', 'main'),
      () => git('merge', '--quiet', 'side'),
      () => git('pack-refs', '--all'),
      () => git('reset', '--quiet', '--hard', 'HEAD~1'),
      () => removeFolder(join(folder, '.git')),
    ];
    for (const change of changes) {
      change();
      const asked = await recordsCommand.run([folder, '--no-cache']);
      for (let time = 0; time < 2; time++) assert.equal(await recordsCommand.run([folder]), asked);
      const kept = await keptAnswersOf(folder, ['records', false, true, noSettings]);
      assert.equal((await kept?.find('', new DiskFiles(folder)))?.text, asked);
    }
  });

  it('keep nothing in the repository', async () => {
    const back = cacheIn(join(folder, 'cache'));
    mkdirSync(join(folder, '.git'));
    await recordsCommand.run([folder, '--no-git']);
    back();
    assert.throws(() => readdirSync(join(folder, 'cache')));
  });
});
