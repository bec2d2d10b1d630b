import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SelectedCode } from '../../../../src/core/permalinks/codePermalink';
import { readFileAddresses } from '../../../../src/git/permalink/readFileAddresses';
import { readLastTouches } from '../../../../src/git/permalink/readLastTouches';
import { readPermalink } from '../../../../src/git/permalink/readPermalink';
import { findRepository, type Repository } from '../../../../src/git/repository';
import { GitRunner } from '../../../../src/git/runner';
import { TemporaryRepository } from '../../support/temporaryRepository';
import { gitHost } from '../gitHost';

const date = '2026-11-02T09:00:00Z';
const later = '2026-11-03T09:00:00Z';
const lines = (...texts: readonly string[]) => `${texts.join('\n')}\n`;
const text = lines('one', 'two', 'three', 'four');

describe('readPermalink', () => {
  let repository: TemporaryRepository;
  let pushed: string;
  beforeEach(() => {
    repository = TemporaryRepository.create();
    pushed = repository.write('src/a.ts', text).commit({ date });
    repository.git('remote', 'add', 'origin', `https://${['ann', 's3cret'].join(':')}@github.com/acme/ledger.git`);
    repository.git('update-ref', 'refs/remotes/origin/main', pushed);
  });
  afterEach(() => repository.dispose());

  const place = async (): Promise<Repository> => {
    const found = await findRepository(repository.root);
    assert.ok(found.ok);
    return found.repository;
  };
  const linkTo = async (code: Partial<SelectedCode> = {}, runner = new GitRunner(gitHost())) =>
    readPermalink(runner, await place(), { path: 'src/a.ts', text, lines: { first: 2, last: 3 }, ...code });
  const url = (commit: string, fragment: string) => `https://github.com/acme/ledger/blob/${commit}/${fragment}`;

  it('is at HEAD where that is pushed, in five processes', async () => {
    const started: string[] = [];
    const logger = { ...gitHost().logger, debug: (message: string) => started.push(message) };
    const link = await linkTo({}, new GitRunner(gitHost({ logger })));
    assert.deepEqual(link, {
      url: url(pushed, 'src/a.ts#L2-L3'),
      problem: null,
      lines: { first: 2, last: 3 },
      commit: pushed,
      unknownHost: null,
      unpushed: 0,
      missing: [],
    });
    assert.equal(started.filter((message) => message.startsWith('git ')).length, 5, started.join('\n'));
  });

  it('is at the newest ancestor that a remote has, with the lines as they were there', async () => {
    const committed = lines('zero', 'one', 'two', 'three', 'four');
    repository.write('src/a.ts', committed).commit({ date: later });
    const working = lines('zero', 'one', 'two', 'NEW', 'three', 'four');
    const link = await linkTo({ text: working, lines: { first: 3, last: 5 } });
    assert.deepEqual(link, {
      url: url(pushed, 'src/a.ts#L2-L3'),
      problem: null,
      lines: { first: 2, last: 3 },
      commit: pushed,
      unknownHost: null,
      unpushed: 1,
      missing: [4],
    });
  });

  it('says where the lines are new', async () => {
    const link = await linkTo({ text: lines('n1', 'n2') + text, lines: { first: 1, last: 2 } });
    assert.deepEqual([link.url, link.problem, link.missing], [null, 'lines-not-pushed', [1, 2]]);
  });

  it('says where the file is new', async () => {
    repository.write('src/b.ts', text).commit({ date: later });
    const link = await linkTo({ path: 'src/b.ts', text: 'all else\n' });
    assert.deepEqual([link.url, link.problem, link.commit, link.unpushed], [null, 'file-not-pushed', pushed, 1]);
  });

  it('uses the name that the file had when it was pushed', async () => {
    repository.git('mv', 'src/a.ts', 'src/renamed.ts');
    repository.commit({ date: later });
    assert.equal((await linkTo({ path: 'src/renamed.ts' })).url, url(pushed, 'src/a.ts#L2-L3'));
  });

  it('uses the name that the file had before a rename that is only staged', async () => {
    repository.git('mv', 'src/a.ts', 'src/renamed.ts');
    assert.equal((await linkTo({ path: 'src/renamed.ts' })).url, url(pushed, 'src/a.ts#L2-L3'));
  });

  it('follows lines through a rename, a commit that is not pushed, what is staged and what is not saved', async () => {
    repository.git('mv', 'src/a.ts', 'src/b c.ts');
    repository.write('src/b c.ts', `new\n${text}`).commit({ date: later });
    repository.write('src/b c.ts', `staged\nnew\n${text}`);
    repository.git('add', '--all');
    const working = `unsaved\nstaged\nnew\n${text}`;
    const link = await linkTo({ path: 'src/b c.ts', text: working, lines: { first: 5, last: 6 } });
    assert.deepEqual([link.url, link.lines, link.missing], [url(pushed, 'src/a.ts#L2-L3'), { first: 2, last: 3 }, []]);
  });

  for (const [what, path] of [
    ['untracked', 'src/new.ts'],
    ['ignored', 'out/a.js'],
  ] as const) {
    it(`says of an ${what} file that it is not pushed`, async () => {
      repository.write('.gitignore', 'out/\n').write(path, 'all of it new\n');
      assert.equal((await linkTo({ path, text: 'all of it new\n' })).problem, 'file-not-pushed');
    });
  }

  it('leads to the whole file where its lines cannot be compared', async () => {
    const commit = repository.write('src/a.bin', 'a\0b\n').commit({ date: later });
    repository.git('update-ref', 'refs/remotes/origin/main', commit);
    const link = await linkTo({ path: 'src/a.bin', text: 'a b\n', lines: { first: 1, last: 1 } });
    assert.deepEqual([link.url, link.problem, link.missing], [url(commit, 'src/a.bin'), 'whole-file', []]);
  });

  it('leads to the whole file that a partial clone has not fetched, and does not say that it is not pushed', async () => {
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const clone = repository.clone('--filter=blob:none', '--no-checkout');
    try {
      clone.git('remote', 'set-url', 'origin', 'https://github.com/acme/ledger.git');
      const found = await findRepository(clone.root);
      assert.ok(found.ok);
      const code = { path: 'src/a.ts', text, lines: { first: 2, last: 3 } };
      const link = await readPermalink(new GitRunner(gitHost()), found.repository, code);
      assert.deepEqual([link.url, link.problem], [url(pushed, 'src/a.ts'), 'whole-file']);
    } finally {
      clone.dispose();
    }
  });

  it('finds the lines whatever their ends and encoding are', async () => {
    const wide = Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le');
    writeFileSync(join(repository.root, 'src/wide.ts'), wide);
    const commit = repository.commit({ date: later });
    repository.git('update-ref', 'refs/remotes/origin/main', commit);
    const link = await linkTo({ path: 'src/wide.ts' });
    assert.deepEqual([link.url, link.missing], [url(commit, 'src/wide.ts#L2-L3'), []]);
  });

  it('is that of the worktree’s own branch', async () => {
    const worktree = repository.worktree('-b', 'topic');
    try {
      const next = worktree.write('src/a.ts', `zero\n${text}`).commit({ date: later });
      repository.git('update-ref', 'refs/remotes/origin/topic', next);
      const found = await findRepository(worktree.root);
      assert.ok(found.ok);
      const code = { path: 'src/a.ts', text: `zero\n${text}`, lines: { first: 3, last: 4 } };
      const link = await readPermalink(new GitRunner(gitHost()), found.repository, code);
      assert.equal(link.url, url(next, 'src/a.ts#L3-L4'));
    } finally {
      worktree.dispose();
    }
  });

  it('is at the submodule’s own remote and commit', async () => {
    const outer = TemporaryRepository.create();
    try {
      outer.git('submodule', '--quiet', 'add', `file://${repository.root}`, 'modules/ledger');
      const inner = join(outer.root, 'modules/ledger');
      outer.git('-C', inner, 'remote', 'set-url', 'origin', 'git@gitlab.com:acme/money/ledger.git');
      const found = await findRepository(join(inner, 'src'));
      assert.ok(found.ok);
      const code = { path: 'src/a.ts', text, lines: { first: 2, last: 2 } };
      const link = await readPermalink(new GitRunner(gitHost()), found.repository, code);
      assert.equal(link.url, `https://gitlab.com/acme/money/ledger/-/blob/${pushed}/src/a.ts#L2`);
    } finally {
      outer.dispose();
    }
  });

  it('names the host that does not say what it runs, and never the login', async () => {
    repository.git('remote', 'set-url', 'origin', `https://${['ann', 's3cret'].join(':')}@git.acme.example/a/b.git`);
    const link = await linkTo();
    assert.deepEqual([link.url, link.unknownHost], [null, 'git.acme.example']);
  });

  it('takes the newest of several borders that has the file', async () => {
    repository.git('checkout', '--quiet', '-b', 'topic');
    const topic = repository.write('src/c.ts', 'c\n').commit({ date: later });
    repository.git('update-ref', 'refs/remotes/origin/topic', topic);
    repository.git('checkout', '--quiet', 'main');
    repository.write('own.ts', 'own\n').commit({ date: '2026-11-04T09:00:00Z' });
    repository.git('-c', 'user.name=Ann', '-c', 'user.email=a@b', 'merge', '--quiet', '--no-edit', 'topic');
    const link = await linkTo({ path: 'src/c.ts', text: 'c\n', lines: { first: 1, last: 1 } });
    assert.deepEqual([link.url, link.unpushed], [url(topic, 'src/c.ts#L1'), 2]);
  });

  it('goes to the remote that the branch follows', async () => {
    repository.git('remote', 'add', 'fork', 'git@gitlab.com:ann/ledger.git');
    const next = repository.commit({ date: later });
    repository.git('update-ref', 'refs/remotes/fork/main', next);
    repository.git('config', 'branch.main.remote', 'fork');
    const link = await linkTo();
    assert.equal(link.url, `https://gitlab.com/ann/ledger/-/blob/${next}/src/a.ts#L2-3`);
  });

  it('follows the shortcuts of the configuration', async () => {
    repository.git('remote', 'set-url', 'origin', 'gh:acme/ledger');
    repository.git('config', 'url.git@github.com:.insteadOf', 'gh:');
    assert.equal((await linkTo()).url, url(pushed, 'src/a.ts#L2-L3'));
  });

  const problems: readonly (readonly [problem: string, change: readonly (readonly string[])[]])[] = [
    ['no-remote', [['remote', 'remove', 'origin']]],
    ['nothing-pushed', [['update-ref', '-d', 'refs/remotes/origin/main']]],
    ['unknown-host', [['remote', 'set-url', 'origin', 'git@git.acme.example:a/b.git']]],
  ];
  for (const [problem, commands] of problems) {
    it(`says ${problem}`, async () => {
      for (const command of commands) repository.git(...command);
      const link = await linkTo();
      assert.deepEqual([link.url, link.problem], [null, problem]);
    });
  }

  describe('the addresses of files', () => {
    const addresses = async (...paths: readonly string[]) => {
      const found = await readFileAddresses(new GitRunner(gitHost()), await place(), paths);
      return found && [...found];
    };

    it('are those of what is pushed, and of nothing else', async () => {
      repository.write('docs/new.md', 'new\n').commit({ date: later });
      const found = await addresses('src/a.ts', 'docs/new.md', 'docs', 'no/such.md');
      assert.deepEqual(found, [['src/a.ts', url(pushed, 'src/a.ts')]]);
    });

    it('are none where nobody else has the repository', async () => {
      repository.git('remote', 'remove', 'origin');
      assert.equal(await addresses('src/a.ts'), null);
    });
  });

  it('has nothing to say of a repository without commits', async () => {
    const empty = TemporaryRepository.create();
    try {
      empty.git('remote', 'add', 'origin', 'https://github.com/a/b');
      const found = await findRepository(empty.root);
      assert.ok(found.ok);
      const code = { path: 'a', text, lines: { first: 1, last: 1 } };
      const link = await readPermalink(new GitRunner(gitHost()), found.repository, code);
      assert.equal(link.problem, 'nothing-pushed');
    } finally {
      empty.dispose();
    }
  });
});

describe('readLastTouches', () => {
  let repository: TemporaryRepository;
  before(() => {
    repository = TemporaryRepository.create();
    repository.write('a.ts', lines('a1', 'a2', 'a3', 'a4', 'a5')).commit({ date, author: 'Ann <ann@example.com>' });
    repository
      .write('a.ts', lines('a1', 't2', 'a3', 'a4', 'a5'))
      .commit({ date: later, author: 'Tom <tom@old.example>', message: 'author Mallory\n\nbody' });
    repository
      .write('a.ts', lines('a1', 't2', 'b3', 'a4', 'a5'))
      .commit({ date: later, author: 'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>' });
    repository.write('.mailmap', 'Thomas Beck <tom@new.example> <tom@old.example>\n').commit({ date: later });
  });
  after(() => repository.dispose());

  const touches = async (working: string, first: number, last: number, path = 'a.ts') => {
    const found = await findRepository(repository.root);
    assert.ok(found.ok);
    const code = { path, text: working, lines: { first, last } };
    const { people } = await readLastTouches(new GitRunner(gitHost()), found.repository, code);
    return people.map(({ name, address, subject, lines: count, instant }) => [
      `${name} <${address}>`,
      subject,
      count,
      new Date(instant).toISOString(),
    ]);
  };
  const tom = ['Thomas Beck <tom@new.example>', 'author Mallory', 1, '2026-11-03T09:00:00.000Z'];
  const ann = (count: number) => ['Ann <ann@example.com>', 'work', count, '2026-11-02T09:00:00.000Z'];
  const committed = lines('a1', 't2', 'b3', 'a4', 'a5');

  it('names people as the mailmap does, the latest first, and no machine', async () => {
    assert.deepEqual(await touches(committed, 1, 5), [tom, ann(3)]);
  });

  it('follows lines that are not saved where they were', async () => {
    assert.deepEqual(await touches(lines('new', 'new') + committed, 6, 7), [ann(2)]);
  });

  it('knows who changed the lines of a file that was renamed and not committed yet', async () => {
    repository.git('mv', 'a.ts', 'b.ts');
    try {
      assert.deepEqual(await touches(committed, 4, 5, 'b.ts'), [ann(2)]);
    } finally {
      repository.git('mv', 'b.ts', 'a.ts');
    }
  });

  it('knows nobody for lines that are new', async () => {
    assert.deepEqual(await touches(lines('new') + committed, 1, 1), []);
  });

  it('says which lines differ from what was committed', async () => {
    const found = await findRepository(repository.root);
    assert.ok(found.ok);
    const code = { path: 'a.ts', text: lines('a1', 'mine', 'b3', 'a4', 'a5'), lines: { first: 1, last: 3 } };
    const { uncommitted } = await readLastTouches(new GitRunner(gitHost()), found.repository, code);
    assert.deepEqual(uncommitted, [2]);
  });
});
