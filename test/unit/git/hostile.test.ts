import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { GitCall } from '../../../src/git/commandLine';
import { refFormat } from '../../../src/git/format';
import { findRepository, type Repository } from '../../../src/git/repository';
import { answered } from '../../../src/git/result';
import { resolveCommit } from '../../../src/git/revision';
import { GitRunner } from '../../../src/git/runner';
import { verbs } from '../../../src/git/verbs';
import { removeFolder, TemporaryRepository, temporaryFolder, writeScript } from '../support/temporaryRepository';
import { gitHost } from './gitHost';

const date = '2024-01-01T10:00:00Z';

/** Repositories that try to run a program. Each trap writes a file into `markers` when it is stepped on. */
describe('a hostile repository', () => {
  let folder: string;
  let victim: TemporaryRepository;
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(() => {
    folder = temporaryFolder();
    execFileSync('mkdir', [join(folder, 'markers'), join(folder, 'victim')]);
    victim = TemporaryRepository.create(join(folder, 'victim'));
    victim.write('a.md', 'one\n').write('b.txt', 'one\n').commit({ date });
    victim.write('a.md', 'two\n').commit({ date });
  });
  afterEach(() => removeFolder(folder));

  const trap = (name: string, answer = '') =>
    writeScript(folder, `traps/${name}`, `touch ${join(folder, 'markers')}/${name}\n${answer}`);
  const sprung = () => readdirSync(join(folder, 'markers'));
  const config = (name: string, value: string) => victim.git('config', name, value);

  async function repositoryOf(path: string): Promise<Repository> {
    const found = await findRepository(path);
    assert.ok(found.ok, 'no repository');
    return found.repository;
  }

  /** Every verb, in the ways that look at the most. */
  async function runEverything(runner = new GitRunner(gitHost())): Promise<void> {
    const repository = await repositoryOf(victim.root);
    const head = victim.git('rev-parse', 'HEAD');
    const before = victim.git('rev-parse', 'HEAD~1');
    const calls: readonly Omit<GitCall, 'repository'>[] = [
      { verb: 'rev-parse', args: ['--verify', '--quiet'], revisions: ['HEAD'] },
      { verb: 'for-each-ref', args: ['--format=%(refname)%00%(objectname)'] },
      { verb: 'log', args: ['--patch', '--root', '--all'] },
      { verb: 'log', args: ['-z', '--name-status', '--find-renames', '--format=%H%x00%aI%x00%B'], revisions: ['HEAD'] },
      { verb: 'diff', args: ['--patch'], revisions: [`${before}..${head}`] },
      { verb: 'diff', args: ['--cached', '--patch'] },
      { verb: 'show', args: ['--patch'], revisions: [head] },
      { verb: 'show', revisions: [`${head}:a.md`] },
      { verb: 'blame', revisions: [head], paths: ['a.md'], lines: [{ first: 1, last: 1 }] },
      { verb: 'merge-base', revisions: [head, before] },
      { verb: 'ls-files', args: ['-z', '--stage'] },
      { verb: 'grep', args: ['--extended-regexp'], operands: ['o'] },
      { verb: 'ls-tree', args: ['-z', '-r'], revisions: [head], paths: ['a.md'] },
      { verb: 'config', args: ['-z'], operands: ['.'] },
      { verb: 'check-mailmap', operands: ['Ann <ann@example.com>'] },
      { verb: 'remote', operands: ['origin'] },
      { verb: 'cat-file', args: ['-p'], revisions: [`${head}:a.md`] },
      { verb: 'status', args: ['-z', '--porcelain=v2', '--branch', '--untracked-files=all'] },
    ];
    assert.deepEqual(new Set(calls.map(({ verb }) => verb)), new Set(Object.keys(verbs)), 'a verb is left out');
    const results = await Promise.all(
      calls.map((call) => runner.run({ repository, ...call }, { priority: 'interactive' })),
    );
    for (const [index, result] of results.entries()) {
      const isFine = result.kind === 'exited' || calls[index]?.verb === 'remote';
      assert.ok(isFine, `${JSON.stringify(calls[index])}: ${JSON.stringify(result)}`);
    }
    assert.deepEqual(sprung(), []);
  }

  /** Makes git read `a.md` and `b.txt` again: same size, same content, another time. */
  const touch = () => {
    for (const name of ['a.md', 'b.txt']) utimesSync(join(victim.root, name), 1, 1);
  };

  /** What each trap is, and the plain command that steps on it, to show that it would work. */
  const traps: readonly (readonly [string, () => void, readonly string[] | null])[] = [
    ['core.fsmonitor', () => config('core.fsmonitor', trap('fsmonitor')), ['status']],
    ['diff.external', () => config('diff.external', trap('external')), ['diff', 'HEAD~1', 'HEAD']],
    [
      'diff.*.textconv',
      () => {
        victim.write('.gitattributes', '* diff=x\n').commit({ date });
        config('diff.x.textconv', trap('textconv', 'cat "$1"'));
        victim.write('a.md', 'six\n').commit({ date });
      },
      ['log', '-p'],
    ],
    [
      'diff.*.command',
      () => {
        victim.write('.gitattributes', '* diff=x\n').commit({ date });
        config('diff.x.command', trap('command'));
        victim.write('a.md', 'six\n').commit({ date });
      },
      ['diff', 'HEAD~1', 'HEAD'],
    ],
    ...['x', 'lfs', 'a=b', 'ö.<img>'].map((name): readonly [string, () => void, readonly string[]] => [
      `a filter called ${name}`,
      () => {
        victim.write('.gitattributes', `*.md filter=${name}\n`).commit({ date });
        for (const part of ['clean', 'smudge']) victim.git('config', `filter.${name}.${part}`, trap(part, 'cat'));
        config(`filter.${name}.required`, 'true');
        touch();
      },
      ['status'],
    ]),
    [
      'filter.*.process',
      () => {
        victim.write('.gitattributes', '*.md filter=x\n').commit({ date });
        config('filter.x.process', trap('process', 'exit 1'));
        touch();
      },
      ['status'],
    ],
    [
      'gpg.program and log.showSignature',
      () => {
        const body = victim
          .git('cat-file', 'commit', 'HEAD')
          .replace('\n\n', '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n');
        const signed = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
          cwd: victim.root,
          input: `${body}\n`,
          encoding: 'utf8',
        });
        victim.git('update-ref', 'refs/heads/main', signed.trim());
        config('gpg.program', trap('gpg'));
        config('log.showSignature', 'true');
      },
      ['log'],
    ],
    [
      'an alias, an editor, a pager and askpass',
      () => {
        config('alias.log', `!${trap('alias')}`);
        config('alias.status', `!${trap('alias')}`);
        for (const name of ['editor', 'pager', 'askPass', 'gitProxy', 'alternateRefsCommand'])
          config(`core.${name}`, trap(name));
        config('pager.log', trap('pager'));
        config('color.ui', 'always');
        config('credential.helper', `!${trap('credential')}`);
      },
      null,
    ],
    [
      'hooks',
      () => {
        for (const name of ['post-index-change', 'reference-transaction', 'post-checkout', 'fsmonitor-watchman']) {
          writeScript(victim.root, `.git/hooks/${name}`, `touch ${join(folder, 'markers', name)}`);
        }
        touch();
      },
      ['status'],
    ],
    [
      'core.hooksPath',
      () => {
        writeScript(victim.root, 'hooks/post-index-change', `touch ${join(folder, 'markers', 'hook')}`);
        config('core.hooksPath', join(victim.root, 'hooks'));
        touch();
      },
      ['status'],
    ],
    [
      'include.path',
      () => {
        victim.write('.git/more', `[core]\n\tfsmonitor = ${trap('included')}\n`);
        config('include.path', 'more');
      },
      ['status'],
    ],
    [
      'config.worktree',
      () => {
        config('extensions.worktreeConfig', 'true');
        victim.write('.git/config.worktree', `[core]\n\tfsmonitor = ${trap('worktree')}\n`);
      },
      ['status'],
    ],
    [
      'a submodule with its own configuration',
      () => {
        execFileSync('mkdir', [join(folder, 'part')]);
        TemporaryRepository.create(join(folder, 'part')).write('p.md', 'p\n').commit({ date });
        victim.git('submodule', '--quiet', 'add', '../part', 'part');
        victim.commit({ date });
        // Settings of ours reach a submodule, but the names of its filters were not looked up.
        victim.git('-C', 'part', 'config', 'filter.x.clean', trap('submodule', 'cat'));
        victim.write('.git/modules/part/info/attributes', '* filter=x\n');
        utimesSync(join(victim.root, 'part', 'p.md'), 1, 1);
        config('diff.submodule', 'diff');
      },
      ['status'],
    ],
    [
      'a remote that is a command',
      () => {
        config('protocol.ext.allow', 'always');
        config('remote.origin.url', `ext::${trap('ext')}`);
        config('remote.origin.vcs', 'ext');
      },
      ['ls-remote', 'origin'],
    ],
  ];

  for (const [what, set, bait] of traps) {
    it(`runs nothing with ${what} (G1-G11, G15)`, async () => {
      set();
      for (const name of sprung()) removeFolder(join(folder, 'markers', name));
      await runEverything();
      if (bait === null) return;
      try {
        victim.git(...bait);
      } catch {
        // What the trap answers may be no use to git.
      }
      assert.notDeepEqual(sprung(), [], 'the trap does not work, so that the test shows nothing');
    });
  }

  it('never fetches what a partial clone lacks, since that runs core.sshCommand', async () => {
    execFileSync('mkdir', [join(folder, 'clone')]);
    victim.git('config', 'uploadpack.allowFilter', 'true');
    victim.git(
      'clone',
      '--quiet',
      '--no-checkout',
      '--filter=blob:none',
      `file://${victim.root}`,
      join(folder, 'clone'),
    );
    const clone = join(folder, 'clone');
    victim.git('-C', clone, 'config', 'remote.origin.url', 'ssh://host.invalid/r');
    victim.git('-C', clone, 'config', 'core.sshCommand', trap('ssh', 'exit 1'));
    const repository = await repositoryOf(clone);
    const call: GitCall = { repository, verb: 'log', args: ['--patch'], revisions: ['HEAD'] };
    const result = await new GitRunner(gitHost()).run(call);
    assert.equal(result.kind === 'failed' && result.reason, 'missing-object');
    assert.deepEqual(sprung(), []);
    assert.throws(() => victim.git('-C', clone, 'log', '-p'));
    assert.deepEqual(sprung(), ['ssh']);
  });

  it('is left alone where the workspace is not trusted', async () => {
    config('core.fsmonitor', trap('fsmonitor'));
    const runner = new GitRunner(gitHost({ isTrusted: () => false }));
    const result = await runner.run({ repository: await repositoryOf(victim.root), verb: 'status' });
    assert.equal(result.kind, 'refused');
  });

  it('does not choose the working tree (G11)', async () => {
    config('core.worktree', '/');
    const repository = await repositoryOf(victim.root);
    const status = await new GitRunner(gitHost()).run({ repository, verb: 'status', args: ['-z', '--porcelain=v2'] });
    assert.equal(new TextDecoder().decode(answered(status).stdout), '');
  });

  it('does not gain from inherited variables (G19)', async () => {
    const environment = {
      ...process.env,
      GIT_DIR: '/nowhere',
      GIT_EXTERNAL_DIFF: trap('external'),
      GIT_SSH_COMMAND: trap('ssh'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: trap('fsmonitor'),
    };
    await runEverything(new GitRunner(gitHost({ environment })));
  });

  it('is shown as it is where somebody else owns it (R19, G20)', async function () {
    if (process.getuid?.() !== 0) this.skip();
    chownSync(join(victim.root, '.git'), 65_534, 65_534);
    chownSync(victim.root, 65_534, 65_534);
    const repository = await repositoryOf(victim.root);
    const call: GitCall = { repository, verb: 'log', revisions: ['HEAD'] };
    const result = await new GitRunner(gitHost({ environment: { ...process.env, HOME: folder } })).run(call);
    assert.equal(result.kind === 'failed' && result.reason, 'dubious-ownership');
    assert.ok(!existsSync(join(folder, '.gitconfig')));
  });

  it('may call its branches anything: they are data (G13)', async () => {
    const repository = await repositoryOf(victim.root);
    const head = victim.git('rev-parse', 'HEAD');
    const names = ['--output=P', '-x', 'a;b', 'a`b`', '<img>', 'x'.repeat(200)].map((name) => `refs/heads/${name}`);
    for (const name of names) victim.git('update-ref', name, head);
    const runner = new GitRunner(gitHost());
    const refs = refFormat({ name: '%(refname)', hash: '%(objectname)' });
    const listed = await runner.run({
      repository,
      verb: 'for-each-ref',
      args: [refs.argument],
      operands: ['refs/heads'],
    });
    const found = refs.parse(answered(listed).stdout);
    assert.deepEqual(new Set(found.map(({ name }) => name)), new Set([...names, 'refs/heads/main']));
    for (const { name, hash } of found) {
      assert.equal(await resolveCommit(runner, repository, name), hash);
      answered(await runner.run({ repository, verb: 'log', args: ['--max-count=1'], revisions: [name] }));
    }
    for (const name of ['--all', 'missing', '', 'HEAD:a.md', '@{-1}']) {
      assert.equal(await resolveCommit(runner, repository, name), null, name);
    }
    assert.ok(!existsSync(join(victim.root, 'P')));
  });
});
