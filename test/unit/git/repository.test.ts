import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { findRepository, pointedAt } from '../../../src/git/repository';
import { removeFolder, TemporaryRepository, temporaryFolder, writeFileIn } from '../support/temporaryRepository';

describe('findRepository', () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => removeFolder(folder));

  const make = (name: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    return TemporaryRepository.create(join(folder, name));
  };
  const reasonOf = async (path: string) => {
    const found = await findRepository(join(folder, path));
    return found.ok ? found.repository.root : found.reason;
  };

  it('finds the root above a folder, and the way down', async () => {
    const { root } = make('r').write('packages/ledger/a.md', '');
    const found = await findRepository(join(root, 'packages', 'ledger'));
    assert.deepEqual(found, {
      ok: true,
      prefix: 'packages/ledger',
      repository: {
        root,
        parent: folder,
        gitDirectory: join(root, '.git'),
        commonDirectory: join(root, '.git'),
      },
    });
  });

  it('tells that there is none', async () => {
    assert.equal(await reasonOf('.'), 'none');
    assert.equal(await reasonOf('missing'), 'missing');
  });

  it('takes a linked worktree with the objects of its repository', async () => {
    const main = make('main');
    main.commit({ date: '2024-01-01T10:00:00Z' });
    main.git('worktree', 'add', '--quiet', '../linked');
    const found = await findRepository(join(folder, 'linked'));
    assert.ok(found.ok);
    assert.equal(found.repository.root, join(folder, 'linked'));
    assert.equal(found.repository.commonDirectory, join(main.root, '.git'));
    assert.equal(found.repository.gitDirectory, join(main.root, '.git', 'worktrees', 'linked'));
  });

  it('takes a submodule as a repository of its own', async () => {
    make('part').write('a.md', 'a').commit({ date: '2024-01-01T10:00:00Z' });
    const whole = make('whole');
    whole.git('submodule', '--quiet', 'add', '../part', 'libs/part');
    assert.equal(await reasonOf('whole/libs/part'), join(whole.root, 'libs', 'part'));
  });

  it('refuses a .git file that leads to a repository which does not know the folder (G11)', async () => {
    const other = make('other');
    writeFileIn(folder, 'victim/.git', `gitdir: ${join(other.root, '.git')}\n`);
    assert.equal(await reasonOf('victim'), 'elsewhere');
  });

  it('asks no other machine, which Windows would tell a password hash', async () => {
    for (const share of ['\\\\host.invalid\\share\\.git', '//host.invalid/share/.git', '\\/host.invalid/share']) {
      writeFileIn(folder, 'victim/.git', `gitdir: ${share}\n`);
      assert.equal(await reasonOf('victim'), 'elsewhere', share);
      assert.equal(pointedAt('/w/app', share), undefined);
    }
    // A folder that is on a share has its pointers there.
    assert.notEqual(pointedAt('\\\\host\\share\\app', '\\\\host\\share\\.git'), undefined);
  });

  it('refuses a copied .git file of a worktree', async () => {
    const main = make('main');
    main.commit({ date: '2024-01-01T10:00:00Z' });
    main.git('worktree', 'add', '--quiet', '../linked');
    writeFileIn(folder, 'copy/.git', `gitdir: ${join(main.root, '.git', 'worktrees', 'linked')}\n`);
    assert.equal(await reasonOf('copy'), 'elsewhere');
  });

  it('refuses a .git that is a symbolic link', async function () {
    if (process.platform === 'win32') this.skip();
    const other = make('other');
    mkdirSync(join(folder, 'victim'));
    symlinkSync(join(other.root, '.git'), join(folder, 'victim', '.git'));
    assert.equal(await reasonOf('victim'), 'elsewhere');
  });

  const broken: readonly (readonly [string, string])[] = [
    ['without a destination', 'nothing\n'],
    ['to a missing folder', 'gitdir: /nowhere/at/all\n'],
    ['of more than one line', 'gitdir: x\ngitdir: y\n'],
    ['of a megabyte', `gitdir: ${'x'.repeat(1_000_000)}`],
  ];
  for (const [what, text] of broken) {
    it(`calls a .git file ${what} broken`, async () => {
      writeFileIn(folder, 'r/.git', text);
      assert.equal(await reasonOf('r'), 'broken');
    });
  }

  it('calls an empty .git folder broken and looks no further up', async () => {
    make('r');
    mkdirSync(join(folder, 'r', 'inner', '.git'), { recursive: true });
    assert.equal(await reasonOf('r/inner'), 'broken');
  });

  it('never takes a bare repository among the documents for one (G12)', async () => {
    const outer = make('r');
    outer.git('init', '--quiet', '--bare', 'docs/adr/bare');
    assert.equal(await reasonOf('r/docs/adr/bare'), outer.root);
  });
});
