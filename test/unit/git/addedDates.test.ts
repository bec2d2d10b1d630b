import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { neverCancelled } from '../../../src/core/ports';
import { AddedDates } from '../../../src/git/addedDates';
import type { GitHost } from '../../../src/git/installation';
import { GitUnanswered } from '../../../src/git/result';
import { GitRunner } from '../../../src/git/runner';
import {
  removeFolder,
  TemporaryRepository,
  temporaryFolder,
  writeFileIn,
  writeScript,
} from '../support/temporaryRepository';
import { gitHost, silent } from './gitHost';

const text = (topic: string) => Array.from({ length: 20 }, (_, line) => `${topic} ${line}\n`).join('');

describe('AddedDates', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = TemporaryRepository.create();
  });
  afterEach(() => repository.dispose());

  async function dates(files: readonly string[], folder = repository.root, changes: Partial<GitHost> = {}) {
    const reader = new AddedDates(new GitRunner(gitHost(changes)), folder);
    return Object.fromEntries(await reader.addedDates(files, neverCancelled));
  }

  it("gives the author's day in the author's own zone", async () => {
    repository.write('tokyo.md', 'a').commit({ date: '2024-03-01T07:30:00+09:00' });
    repository.write('lima.md', 'b').commit({ date: '2024-02-29T23:30:00-05:00', committed: '2024-06-01T00:00:00Z' });
    assert.deepEqual(await dates(['tokyo.md', 'lima.md']), { 'tokyo.md': '2024-03-01', 'lima.md': '2024-02-29' });
  });

  it('gives the first day, whatever happened later', async () => {
    repository.write('a.md', 'a').commit({ date: '2020-01-01T12:00:00Z' });
    repository.write('a.md', 'changed').commit({ date: '2021-01-01T12:00:00Z' });
    repository.git('rm', '--quiet', 'a.md');
    repository.commit({ date: '2022-01-01T12:00:00Z' });
    repository.write('a.md', 'again').commit({ date: '2023-01-01T12:00:00Z' });
    assert.deepEqual(await dates(['a.md']), { 'a.md': '2020-01-01' });
  });

  it('leaves out what git does not know', async () => {
    repository.write('a.md', 'a').commit({ date: '2020-01-01T12:00:00Z' });
    repository.write('new.md', 'b');
    assert.deepEqual(await dates(['new.md', 'missing.md', '../a.md', '/a.md', './a.md', '', 'a\0.md', 'a.md']), {
      'a.md': '2020-01-01',
    });
    assert.deepEqual(await dates([]), {});
  });

  it('leaves out a date that git could not read', async () => {
    repository.write('a.md', 'a').commit({ date: '@0 +0000' });
    assert.deepEqual(await dates(['a.md']), {});
  });

  it('follows moves between folders and numbers, from outside the records, too', async () => {
    repository.write('notes/1.md', text('ledger')).write('doc/adr/2.md', text('queue'));
    repository.commit({ date: '2020-01-01T12:00:00Z' });
    repository.git('mv', 'notes/1.md', 'doc/adr/0001-ledger.md');
    repository.commit({ date: '2021-01-01T12:00:00Z' });
    repository.git('mv', 'doc/adr', 'docs');
    repository.write('docs/3.md', text('cache')).commit({ date: '2022-01-01T12:00:00Z' });
    assert.deepEqual(await dates(['docs/0001-ledger.md', 'docs/2.md', 'docs/3.md']), {
      'docs/0001-ledger.md': '2020-01-01',
      'docs/2.md': '2020-01-01',
      'docs/3.md': '2022-01-01',
    });
  });

  it('does not take a record for a deleted one that shares half of its lines', async () => {
    repository.write('1.md', text('template') + text('ledger')).commit({ date: '2020-01-01T12:00:00Z' });
    repository.git('rm', '--quiet', '1.md');
    repository.write('2.md', text('template') + text('queue')).commit({ date: '2021-01-01T12:00:00Z' });
    assert.deepEqual(await dates(['2.md']), { '2.md': '2021-01-01' });
  });

  it('does not go round in circles', async () => {
    repository.write('a.md', text('a')).commit({ date: '2020-01-01T12:00:00Z' });
    for (const [from, to, year] of [
      ['a', 'b', 2021],
      ['b', 'a', 2022],
      ['a', 'b', 2023],
    ] as const) {
      repository.git('mv', `${from}.md`, `${to}.md`);
      repository.commit({ date: `${year}-01-01T12:00:00Z` });
    }
    assert.deepEqual(await dates(['b.md']), { 'b.md': '2020-01-01' });
  });

  it('finds what only a merge brought in', async () => {
    repository.write('a.md', 'a').commit({ date: '2020-01-01T12:00:00Z' });
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.write('side.md', 'b').commit({ date: '2021-01-01T12:00:00Z' });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ date: '2021-02-01T12:00:00Z' });
    repository.git('merge', '--quiet', '--no-ff', '--no-commit', 'side');
    repository.write('merged.md', 'c').commit({ date: '2022-01-01T12:00:00Z' });
    assert.deepEqual(await dates(['side.md', 'merged.md']), { 'side.md': '2021-01-01', 'merged.md': '2022-01-01' });
  });

  it('is relative to a folder inside the repository', async () => {
    repository.write('docs/a.md', 'a').commit({ date: '2020-01-01T12:00:00Z' });
    repository.write('packages/ledger/docs/a.md', 'b').commit({ date: '2021-01-01T12:00:00Z' });
    const folder = join(repository.root, 'packages', 'ledger');
    assert.deepEqual(await dates(['docs/a.md'], folder), { 'docs/a.md': '2021-01-01' });
  });

  it('takes names as they are (R16)', async function () {
    if (process.platform === 'win32') this.skip();
    const names = [
      'ü "quoted".md',
      'two\nlines.md',
      '--output=P',
      ':(glob)*',
      '*.md',
      'commit',
      'A',
      'tab\t.md',
      '](command:x)',
    ];
    for (const name of names) repository.write(name, name);
    repository.write('Case.md', 'upper').commit({ date: '2020-01-01T12:00:00Z' });
    const expected = Object.fromEntries(names.map((name) => [name, '2020-01-01']));
    assert.deepEqual(await dates([...names, 'case.MD']), expected);
  });

  it('leaves out what a shallow clone cannot know', async () => {
    repository.write('old.md', text('old')).commit({ date: '2020-01-01T12:00:00Z' });
    repository.write('cut.md', text('cut')).commit({ date: '2021-01-01T12:00:00Z' });
    repository.git('mv', 'old.md', 'moved.md');
    repository.write('new.md', text('new')).commit({ date: '2022-01-01T12:00:00Z' });
    const folder = temporaryFolder();
    try {
      repository.git('clone', '--quiet', '--depth=2', `file://${repository.root}`, folder);
      assert.deepEqual(await dates(['moved.md', 'cut.md', 'new.md'], folder), { 'new.md': '2022-01-01' });
    } finally {
      removeFolder(folder);
    }
  });

  it('gives the day of the move where a partial clone has no contents to compare', async () => {
    repository.write('old.md', text('old')).commit({ date: '2020-01-01T12:00:00Z' });
    repository.git('rm', '--quiet', 'old.md');
    repository.write('moved.md', `${text('old')}changed\n`).commit({ date: '2022-01-01T12:00:00Z' });
    assert.deepEqual(await dates(['moved.md']), { 'moved.md': '2020-01-01' });
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const folder = temporaryFolder();
    try {
      const url = `file://${repository.root}`;
      repository.git('clone', '--quiet', '--no-checkout', '--filter=blob:none', url, folder);
      assert.deepEqual(await dates(['moved.md'], folder), { 'moved.md': '2022-01-01' });
    } finally {
      removeFolder(folder);
    }
  });

  it('knows nothing where there is no commit or no repository', async () => {
    repository.write('a.md', 'a');
    assert.deepEqual(await dates(['a.md']), {});
    const folder = temporaryFolder();
    try {
      assert.deepEqual(await dates(['a.md'], folder), {});
    } finally {
      removeFolder(folder);
    }
  });

  it("is not misled by the repository's own settings", async () => {
    for (const setting of [
      'log.showRoot=false',
      'diff.renames=copies',
      'log.diffMerges=off',
      'format.pretty=oneline',
      'diff.relative=true',
      'log.follow=true',
    ]) {
      repository.git('config', ...(setting.split('=') as [string, string]));
    }
    repository.write('a.md', 'a').commit({ date: '2020-01-01T12:00:00Z' });
    repository.write('b.md', 'a').commit({ date: '2021-01-01T12:00:00Z' });
    assert.deepEqual(await dates(['a.md', 'b.md']), { 'a.md': '2020-01-01', 'b.md': '2021-01-01' });
  });

  it('asks git once for any number of files', async () => {
    const files = Array.from({ length: 1000 }, (_, index) => `docs/${index % 7}/${index}.md`);
    for (const file of files) writeFileIn(repository.root, file, file);
    repository.commit({ date: '2020-01-01T12:00:00Z' });
    const calls: string[] = [];
    const logger = { ...silent, debug: (message: string) => calls.push(message) };
    const found = await dates(files, repository.root, { logger });
    assert.equal(Object.keys(found).length, 1000);
    // One walk, and one look at the commits it found for moves.
    assert.equal(calls.length, 2);
  });

  describe('when git cannot answer', () => {
    before(function () {
      if (process.platform === 'win32') this.skip();
    });
    const fakeGit = (body: string) =>
      writeScript(repository.root, 'fake/git', `case "$*" in version) echo git version 2.45.0; exit;; esac\n${body}`);
    const cases: readonly (readonly [string, string])[] = [
      ['is killed', 'kill -9 $$'],
      ['fails', 'echo "fatal: something else" >&2; exit 128'],
      ['fails halfway', 'printf "commit\\0h\\0001577880000\\0002020-01-01T12:00:00Z\\0\\nA\\0a.md\\0"; exit 128'],
    ];
    for (const [what, body] of cases) {
      it(`rejects, because it ${what}`, async () => {
        const git = fakeGit(body);
        await assert.rejects(dates(['a.md'], repository.root, { suggestedBinary: () => git }), GitUnanswered);
      });
    }

    it('rejects where the workspace is not trusted', async () => {
      await assert.rejects(dates(['a.md'], repository.root, { isTrusted: () => false }), GitUnanswered);
    });

    it('rejects what was cancelled before it began', async () => {
      const reader = new AddedDates(new GitRunner(gitHost()), repository.root);
      await assert.rejects(reader.addedDates(['a.md'], AbortSignal.abort()), GitUnanswered);
    });

    it('rejects what is cancelled while git is at it', async () => {
      const started = join(repository.root, 'started');
      execFileSync('mkfifo', [join(repository.root, 'fifo')]);
      const git = fakeGit(`touch ${started}; cat fifo`);
      const reader = new AddedDates(new GitRunner(gitHost({ suggestedBinary: () => git })), repository.root);
      const stop = new AbortController();
      const answer = assert.rejects(reader.addedDates(['a.md'], stop.signal), /cancelled/);
      while (!existsSync(started)) await new Promise((resolve) => setImmediate(resolve));
      stop.abort();
      await answer;
    });
  });
});
