import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../../src/cli/arguments';
import { forCommand } from '../../../src/cli/forFile';
import { recordsCommand } from '../../../src/cli/records';
import { refsCommand } from '../../../src/cli/refs';
import { cacheIn } from '../support/cacheIn';
import { removeFolder, TemporaryRepository, temporaryFolder, writeFileIn } from '../support/temporaryRepository';

const text = (title: string) => `# ${title}\n\n## Status\n\nAccepted\n`;

describe('the command line', () => {
  let folder: string;
  let restore: () => void;

  before(() => {
    // An unlikely name for a program.
    folder = join(temporaryFolder(), 'sp ace ü');
    restore = cacheIn(join(folder, '../cache'));
    mkdirSync(folder);
    writeFileIn(folder, 'docs/adr/0002-b.md', text('2. B'));
    writeFileIn(folder, 'docs/adr/0001-a.md', text('1. A'));
    writeFileIn(folder, 'src/pay.ts', '// ADR-2, then ADR-0001\n');
  });

  after(() => {
    restore();
    removeFolder(join(folder, '..'));
  });

  const paths = (json: string): unknown[] => JSON.parse(json).map(({ path }: { path: string }) => path);

  it('lists records by path, whatever the folder is called and however it is spelled', async () => {
    for (const spelling of [folder, `${folder}/`, join(folder, 'docs', '..')]) {
      const answer = await recordsCommand.run([spelling, '--json', '--no-git']);
      assert.deepEqual(paths(answer), ['docs/adr/0001-a.md', 'docs/adr/0002-b.md']);
    }
    assert.deepEqual(paths(await recordsCommand.run([join(folder, 'docs/adr'), '--json'])), ['0001-a.md', '0002-b.md']);
    assert.equal(await recordsCommand.run([join(folder, 'src'), '--json']), '[]\n');
    assert.equal(await recordsCommand.run([join(folder, 'src')]), '');
  });

  it('says beside an empty list in which folder no record is', async () => {
    const write = process.stderr.write;
    const said: string[] = [];
    process.stderr.write = (text) => said.push(String(text)) > 0;
    try {
      // The second answer is a kept one.
      for (const form of [[], [], ['--json']]) await recordsCommand.run([join(folder, 'src'), ...form]);
    } finally {
      process.stderr.write = write;
    }
    assert.equal(said.length, 3);
    for (const line of said)
      assert.match(line, /^meridian: no records in .*src; name another directory, or files with --include\n$/);
  });

  it('lists references with lines and columns from 1', async () => {
    const found = JSON.parse(await refsCommand.run([folder, '--json']));
    assert.deepEqual(
      found.map(({ file, line, column, target }: Record<string, unknown>) => [file, line, column, target]),
      [
        ['src/pay.ts', 1, 4, 'docs/adr/0002-b.md'],
        ['src/pay.ts', 1, 16, 'docs/adr/0001-a.md'],
      ],
    );
  });

  it('says of a record that is not in force what its scope is, and not that it governs', async () => {
    const scoped = join(folder, '../scoped');
    const states = {
      '0001-a': 'accepted',
      '0002-b': 'superseded by ADR-1',
      '0003-c': 'proposed',
      '0004-d': 'rejected',
    };
    for (const [name, status] of Object.entries(states))
      writeFileIn(scoped, `docs/adr/${name}.md`, `---\nstatus: ${status}\nscope: src/*\n---\n# ${name}\n`);
    writeFileIn(scoped, 'src/pay.ts', '');
    const links = JSON.parse(await forCommand.run([join(scoped, 'src/pay.ts'), '--dir', scoped, '--json']));
    assert.deepEqual(links.map(({ detail }: Record<string, unknown>) => detail).sort(), [
      'governs src/*',
      'its scope: src/* (proposed)',
      'its scope: src/* (rejected)',
      'its scope: src/* (superseded)',
    ]);
  });

  it('says what concerns a file', async () => {
    const links = JSON.parse(await forCommand.run([join(folder, 'src/pay.ts'), '--dir', folder, '--json']));
    assert.deepEqual(
      links.map(({ record, reason }: Record<string, unknown>) => [record, reason]),
      [
        ['docs/adr/0001-a.md', 'reference'],
        ['docs/adr/0002-b.md', 'reference'],
      ],
    );
  });

  it('marks a citation that could mean several records', async () => {
    const other = join(folder, 'other');
    for (const path of ['docs/adr/0002-b.md', 'docs/adr/0002-c.md']) writeFileIn(other, path, text(`2. ${path}`));
    writeFileIn(other, 'a.ts', '// ADR-2\n');
    const links = JSON.parse(await forCommand.run([join(other, 'a.ts'), '--dir', other, '--json']));
    const words = 'may be cited on line 1 (one of 2 that it could mean)';
    assert.deepEqual(
      links.map(({ record, reason, detail }: Record<string, unknown>) => [record, reason, detail]),
      ['b', 'c'].map((name) => [
        `docs/adr/0002-${name}.md`,
        'reference',
        { ambiguous: true, candidates: 2, lines: [1], text: words },
      ]),
    );
    removeFolder(other);
  });

  it('says which directory has no records for a file', async () => {
    const said: string[] = [];
    const { write } = process.stderr;
    process.stderr.write = (text: string | Uint8Array) => said.push(String(text)) > 0;
    try {
      assert.equal(await forCommand.run([join(folder, 'src/pay.ts'), '--dir', join(folder, 'src')]), '');
    } finally {
      process.stderr.write = write;
    }
    assert.deepEqual(said, [`meridian: no records in ${join(folder, 'src')}; name another directory with --dir\n`]);
  });

  it('takes dates from git in a folder of a repository', async () => {
    const repository = TemporaryRepository.create(join(folder));
    try {
      repository.git('add', '--all');
      repository.commit({ date: '2024-05-06T10:00:00+00:00' });
      const dated = JSON.parse(await recordsCommand.run([join(folder, 'docs'), '--json']));
      assert.deepEqual(
        dated.map(({ path, date, dateSource }: Record<string, unknown>) => [path, date, dateSource]),
        [
          ['adr/0001-a.md', '2024-05-06', 'git'],
          ['adr/0002-b.md', '2024-05-06', 'git'],
        ],
      );
    } finally {
      removeFolder(join(folder, '.git'));
    }
  });

  it('says in one line what is wrong with a call', async () => {
    const calls: readonly [run: () => Promise<string>, message: RegExp][] = [
      [() => recordsCommand.run([join(folder, 'none')]), /none does not exist or cannot be read$/],
      [() => recordsCommand.run([join(folder, 'src/pay.ts')]), /pay\.ts is not a directory$/],
      [() => forCommand.run([join(folder, 'src')]), /src is not a file$/],
      [() => forCommand.run(['']), /^"" is not a file$/],
      [() => forCommand.run([join(folder, 'src/none.ts')]), /none\.ts does not exist or cannot be read$/],
      [() => forCommand.run([join(folder, 'src/pay.ts'), '--dir', join(folder, 'docs')]), /is not inside .*docs$/],
    ];
    for (const [run, message] of calls) {
      await assert.rejects(run, (error: Error) => message.test(error.message) && !error.message.includes('\n'));
    }
  });

  it('tells wrong words from folders that cannot be read', async () => {
    for (const words of [['--bogus'], ['a', 'b'], ['--include'], ['--include', 'x=novel'], ['--json=1']]) {
      await assert.rejects(recordsCommand.run(words), UsageError);
    }
    await assert.rejects(forCommand.run([]), UsageError);
  });

  describe('asked for guesses', () => {
    let repository: TemporaryRepository;
    beforeEach(() => {
      repository = TemporaryRepository.create();
      repository.write('app/docs/adr/0001-a.md', text('1. A')).write('app/src/quiet.ts', 'export const quiet = 1;\n');
      repository.commit({ date: '2026-01-02T10:00:00Z' });
    });
    afterEach(() => repository.dispose());

    it('tells which commits they rest on, and tells none unasked', async () => {
      const file = join(repository.root, 'app/src/quiet.ts');
      const hash = repository.git('rev-parse', 'HEAD').slice(0, 7);
      const ask = async (...more: readonly string[]) =>
        JSON.parse(await forCommand.run([file, '--dir', join(repository.root, 'app'), '--json', ...more]));
      assert.deepEqual(await ask(), []);
      const guesses: readonly Record<string, unknown>[] = await ask('--history');
      assert.deepEqual(
        guesses.map(({ record, reason, detail }) => [record, reason, detail]),
        [['docs/adr/0001-a.md', 'history', `only a guess: changed in the same commit (${hash})`]],
      );
    });

    it('refuses where git must not or cannot be asked', async () => {
      const file = join(repository.root, 'app/src/quiet.ts');
      await assert.rejects(forCommand.run([file, '--history', '--no-git']), UsageError);
      await assert.rejects(
        forCommand.run([join(folder, 'src/pay.ts'), '--dir', folder, '--history']),
        /no git repository/,
      );
      await assert.rejects(recordsCommand.run([folder, '--history']), UsageError);
    });
  });
});
