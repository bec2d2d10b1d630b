import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type BinarySearch, findGit, safeSearchPath } from '../../../src/git/binary';
import { gitEnvironment, hardenedPrefix } from '../../../src/git/environment';
import { isAtLeast, oldestGit, parseVersion } from '../../../src/git/installation';
import { removeFolder, temporaryFolder, writeFileIn, writeScript } from '../support/temporaryRepository';

describe('findGit', () => {
  let folder: string;
  let workspace: string;
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(() => {
    folder = temporaryFolder();
    workspace = join(folder, 'workspace');
    mkdirSync(workspace);
  });
  afterEach(() => removeFolder(folder));

  const search = (entries: readonly string[], changes: Partial<BinarySearch> = {}): BinarySearch => ({
    platform: 'linux',
    searchPath: entries.join(':'),
    suggested: undefined,
    workspaceFolders: [workspace],
    ...changes,
  });

  it('takes the first git of the absolute entries', async () => {
    const git = writeScript(folder, 'bin/git', 'exit 0');
    assert.equal(await findGit(search(['.', '', 'bin', join(folder, 'missing'), join(folder, 'bin')])), git);
  });

  it('passes by what cannot be run', async () => {
    chmodSync(writeFileIn(folder, 'a/git', 'text'), 0o644);
    mkdirSync(join(folder, 'b/git'), { recursive: true });
    assert.equal(await findGit(search([join(folder, 'a'), join(folder, 'b')])), null);
  });

  it('never takes a git of the workspace, by whatever way it is named (G17)', async () => {
    writeScript(workspace, 'bin/git', 'exit 0');
    symlinkSync(join(workspace, 'bin'), join(folder, 'linked'));
    mkdirSync(join(folder, 'tools'));
    symlinkSync(join(workspace, 'bin', 'git'), join(folder, 'tools', 'git'));
    const entries = [
      join(workspace, 'bin'),
      `${folder}/x/../workspace/bin`,
      join(folder, 'linked'),
      join(folder, 'tools'),
    ];
    assert.equal(await findGit(search(entries, { suggested: join(workspace, 'bin', 'git') })), null);
    assert.equal(await findGit(search(entries, { suggested: 'git' })), null);
  });

  it('takes the neighbour of a workspace with a longer name', async () => {
    const git = writeScript(folder, 'workspace-tools/git', 'exit 0');
    assert.equal(await findGit(search([join(folder, 'workspace-tools')])), git);
  });

  it('tries the suggested one first', async () => {
    writeScript(folder, 'bin/git', 'exit 0');
    const suggested = writeScript(folder, 'own/my-git', 'exit 0');
    assert.equal(await findGit(search([join(folder, 'bin')], { suggested })), suggested);
  });

  it('compares folders without case where the file system does', async () => {
    writeScript(workspace, 'git', 'exit 0');
    const entries = [workspace];
    const workspaceFolders = [workspace.toUpperCase()];
    assert.deepEqual(await safeSearchPath(search(entries, { platform: 'darwin', workspaceFolders })), []);
  });

  it('reads PATH as Windows writes it', async () => {
    const found = await safeSearchPath({
      platform: 'win32',
      searchPath: '.;C:\\Program Files\\Git\\cmd;"D:\\my tools";tools;c:\\WORK\\repo\\bin;C:\\Program Files\\Git\\cmd',
      suggested: undefined,
      workspaceFolders: ['C:\\work\\repo'],
    });
    assert.deepEqual(found, ['C:\\Program Files\\Git\\cmd', 'D:\\my tools']);
  });
});

describe('gitEnvironment', () => {
  const outer = {
    HOME: '/home/ann',
    SystemRoot: 'C:\\Windows',
    PATH: '/evil',
    EDITOR: '/evil/editor',
    LD_PRELOAD: '/evil.so',
    LC_ALL: 'de_DE.UTF-8',
    GIT_DIR: '/evil',
    GIT_EXTERNAL_DIFF: '/evil',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.fsmonitor',
    GIT_CONFIG_VALUE_0: '/evil',
    GIT_SSH_COMMAND: '/evil',
    git_work_tree: '/evil',
  };

  it('drops everything that is not known to be needed (G19)', () => {
    const environment = gitEnvironment(outer, '/usr/bin', null, []);
    assert.ok(!JSON.stringify(environment).includes('evil'));
    assert.equal(environment.PATH, '/usr/bin');
    assert.equal(environment.HOME, '/home/ann');
    assert.equal(environment.SystemRoot, 'C:\\Windows');
    assert.equal(environment.LC_ALL, undefined);
    assert.equal(environment.GIT_CONFIG_COUNT, undefined);
  });

  it('passes settings with any name', () => {
    const environment = gitEnvironment({}, '', null, [['filter.a=b.clean', '']]);
    assert.equal(environment.GIT_CONFIG_COUNT, '1');
    assert.equal(environment.GIT_CONFIG_KEY_0, 'filter.a=b.clean');
    assert.equal(environment.GIT_CONFIG_VALUE_0, '');
  });

  it('starts every call with the prefix of R14', () => {
    assert.match(
      hardenedPrefix.join(' '),
      /^-c core\.fsmonitor=false -c core\.hooksPath=\S+ -c core\.quotepath=false -c i18n\.logOutputEncoding=UTF-8 -c color\.ui=false -c log\.showSignature=false -c core\.pager=cat -c safe\.bareRepository=explicit -c credential\.helper= -c submodule\.recurse=false --no-pager --no-optional-locks --literal-pathspecs$/,
    );
  });
});

describe('parseVersion', () => {
  const cases: readonly (readonly [string, readonly [number, number] | undefined])[] = [
    ['git version 2.39.5\n', [2, 39]],
    ['git version 2.39.5 (Apple Git-154)', [2, 39]],
    ['git version 2.45.1.windows.1\r\n', [2, 45]],
    ['warning: old settings\ngit version 2.31.0', [2, 31]],
    ['git version 3', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of cases) {
    it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(parseVersion(text), expected));
  }

  it('compares numbers and not text', () => {
    assert.ok(!isAtLeast([2, 9], oldestGit) && isAtLeast([2, 31], oldestGit) && isAtLeast([3, 0], oldestGit));
  });
});
