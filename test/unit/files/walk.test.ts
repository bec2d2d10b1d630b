import assert from 'node:assert/strict';
import { type WalkOptions, walk } from '../../../src/core/files/walk';
import { type DirectoryEntry, type FileStore, neverCancelled } from '../../../src/core/ports';
import { memoryFiles } from '../support/memoryFiles';

const pacer = { breathe: async () => {} };
const walked = (files: Record<string, string>, options: WalkOptions = {}) =>
  walk(memoryFiles(files), options, neverCancelled, pacer);

/** A store that makes its directories up: `children(depth)` entries each. */
class EndlessFiles implements FileStore {
  listed = 0;
  constructor(private readonly entries: (directory: string) => readonly DirectoryEntry[]) {}
  async list(directory: string) {
    this.listed++;
    return this.entries(directory);
  }
  async read() {
    return { ok: false, reason: 'missing', detail: 'nothing here' } as const;
  }
}

describe('walk', () => {
  it('finds files at every level, hidden folders too', async () => {
    const tree = await walked({ 'a.md': '', '.github/CONTRIBUTING.md': '', 'x/y/z.ts': '' });
    assert.deepEqual(tree.files(), ['.github/CONTRIBUTING.md', 'a.md', 'x/y/z.ts']);
    assert.equal(tree.truncated, false);
  });

  it('leaves out what belongs to others, in every package', async () => {
    const tree = await walked({
      '.git/config': '',
      'node_modules/m/docs/adr/0001-x.md': '',
      'p/node_modules/m.js': '',
      'go/vendor/v.go': '',
      'py/.venv/lib/x.py': '',
      '.vscode-test/v.js': '',
      'p/main.js': '',
    });
    assert.deepEqual(tree.files(), ['p/main.js']);
    assert.equal(tree.isIgnored('p/node_modules/other/x.md'), true);
    assert.equal(tree.isIgnored('p/other.js'), false);
  });

  it('keeps build folders unless git ignores them', async () => {
    const tree = await walked({ 'a/.gitignore': 'dist/\n', 'a/dist/x.js': '', 'b/dist/y.js': '', 'a/z.js': '' });
    assert.deepEqual(tree.files(), ['a/.gitignore', 'a/z.js', 'b/dist/y.js']);
  });

  it('reads ignore files as git does: deeper ones overrule, a slash anchors, case matters', async () => {
    const tree = await walked({
      '.git/info/exclude': 'local.md\n',
      '.gitignore': '\ufeff*.log\r\n/build\r\nout/\r\nsecret*\r\n!secret-santa.md\r\n',
      'build/x.md': '',
      'p/build/x.md': '',
      'p/.gitignore': '!keep.log\n!out/\n',
      'p/keep.log': '',
      'p/drop.log': '',
      'p/out/x.md': '',
      'q/out/x.md': '',
      'q/OUT/x.md': '',
      'q/local.md': '',
      'secret.md': '',
      'secret-santa.md': '',
    });
    const files = tree.files().filter((file) => !file.endsWith('.gitignore'));
    assert.deepEqual(files, ['p/build/x.md', 'p/keep.log', 'p/out/x.md', 'q/OUT/x.md', 'secret-santa.md']);
    assert.equal(tree.isIgnored('q/out/new.md'), true);
    assert.equal(tree.isIgnored('p/out/new.md'), false);
  });

  it('drops ignore patterns that could stall it and keeps the others', async () => {
    const tree = await walked({
      '.gitignore': `${'*a'.repeat(40)}b\n${'**/a/'.repeat(30)}x\n*.tmp\n`,
      'x.tmp': '',
      'y.md': '',
    });
    assert.deepEqual(tree.files(), ['.gitignore', 'y.md']);
  });

  it('tells a second working tree from a submodule', async () => {
    const tree = await walked({
      '.git/HEAD': '',
      'wt/.git': 'gitdir: /app/.git/worktrees/wt\n',
      'wt/docs/adr/0001-x.md': '',
      'sub/.git': 'gitdir: ../.git/modules/sub\n',
      'sub/x.md': '',
      '.claude/worktrees/b/x.md': '',
      '.worktrees/c/x.md': '',
    });
    assert.deepEqual(tree.files(), ['sub/x.md']);
    assert.equal(tree.isIgnored('wt/docs/adr/0002-y.md'), true);
  });

  it('honours excludes of the editor', async () => {
    const tree = await walked({ 'a/gen/x.ts': '', 'a/x.ts': '' }, { exclude: ['**/gen', '{'.repeat(99)] });
    assert.deepEqual(tree.files(), ['a/x.ts']);
  });

  it('goes on over directories that cannot be listed, and takes neither links nor sockets', async () => {
    const store = memoryFiles({ 'a/x.md': '', 'b/y.md': '' });
    store.setOther('a/socket.md');
    const list = store.list.bind(store);
    store.list = async (directory) => (directory === 'b' ? Promise.reject(new Error('EACCES')) : list(directory));
    const tree = await walk(store, {}, neverCancelled, pacer);
    assert.deepEqual(tree.files(), ['a/x.md']);
  });

  it('stops at the limit of text files with those nearest to the top, and says so', async () => {
    const tree = await walked(
      { 'z.ts': '', 'a/b/c.ts': '', 'a/b/d.png': '', 'a/y.ts': '' },
      { limits: { textFiles: 2 } },
    );
    assert.deepEqual(tree.files(), ['a/b/d.png', 'a/y.ts', 'z.ts']);
    assert.equal(tree.truncated, true);
  });

  it('leaves out no document for the number of code files', async () => {
    const tree = await walked(
      { 'a.ts': '', 'b.ts': '', 'packages/web/docs/adr/0001-x.md': '' },
      { limits: { textFiles: 1 } },
    );
    assert.deepEqual(tree.files(), ['a.ts', 'packages/web/docs/adr/0001-x.md']);
  });

  it('bounds a tree without end', async () => {
    const store = new EndlessFiles(() => [{ name: 'd', kind: 'directory' }]);
    const tree = await walk(store, {}, neverCancelled, pacer);
    assert.equal(tree.truncated, true);
    assert.ok(store.listed < 100, `${store.listed} directories listed`);
  });

  it('bounds 100,000 directories side by side, and is cancelled at once among them', async () => {
    const wide = Array.from({ length: 100_000 }, (_, n): DirectoryEntry => ({ name: `d${n}`, kind: 'directory' }));
    const store = new EndlessFiles((directory) => (directory === '' ? wide : []));
    const tree = await walk(store, { limits: { directories: 1000 } }, neverCancelled, pacer);
    assert.equal(tree.truncated, true);
    assert.equal(store.listed, 1001);

    const stop = new AbortController();
    const asking: FileStore = {
      list: (directory) => {
        stop.abort();
        return store.list(directory);
      },
      read: () => store.read(),
    };
    const cancelled = await walk(asking, {}, stop.signal, pacer);
    assert.equal(cancelled.truncated, true);
    assert.equal(store.listed, 1002, 'nothing was listed after the signal');
  });
});
