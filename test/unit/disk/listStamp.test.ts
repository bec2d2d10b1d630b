import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileStore } from '../../../src/core/ports';
import { DiskFiles } from '../../../src/disk/diskFiles';
import { renewed } from '../../../src/disk/heldNotes';
import { NotedFiles } from '../../../src/disk/notedFiles';

/** The notes of a walk through some directories. */
async function notesOf(files: FileStore, directories: readonly string[]): Promise<string> {
  const noted = new NotedFiles(files);
  for (const directory of directories) await noted.list(directory).catch(() => []);
  return noted.taken()?.written() ?? '';
}

describe('the stamp of a directory', () => {
  let root = '';
  /** Lists that were asked for. */
  let listed: string[] = [];
  const directories = ['', 'docs', 'src'];

  beforeEach(function () {
    // Elsewhere the times of directories are not known to tell.
    if (process.platform !== 'linux') this.skip();
    root = mkdtempSync(join(tmpdir(), 'meridian-list-'));
    for (const directory of ['docs', 'src']) mkdirSync(join(root, directory));
    writeFileSync(join(root, 'docs/x.md'), 'one');
    listed = [];
  });
  afterEach(() => root !== '' && rmSync(root, { recursive: true, force: true }));

  /** As of a program that looks so many milliseconds later. */
  function filesAfter(later: number): FileStore {
    const files = new DiskFiles(root, true, () => Date.now() + later);
    return {
      read: (path, most) => files.read(path, most),
      listStamp: (path) => files.listStamp(path),
      list: (path) => {
        listed.push(path);
        return files.list(path);
      },
    };
  }
  const holds = (notes: string) => renewed(filesAfter(5_000), notes, {});

  it('stands for its list, which is not asked for again', async () => {
    const notes = await notesOf(filesAfter(5_000), directories);
    listed = [];
    assert.equal(await holds(notes), notes);
    assert.deepEqual(listed, []);
  });

  it('is another once a name comes, goes or is taken by a folder, also where the old times are put back', async () => {
    const notes = await notesOf(filesAfter(5_000), directories);
    writeFileSync(join(root, 'docs/y.md'), 'two');
    assert.equal(await holds(notes), null);
    rmSync(join(root, 'docs/y.md'));
    assert.notEqual(await holds(notes), null);
    rmSync(join(root, 'docs/x.md'));
    assert.equal(await holds(notes), null);
    mkdirSync(join(root, 'docs/x.md'));
    assert.equal(await holds(notes), null);
  });

  it('is renewed where a file was written beside the old one and renamed, and the list is the same', async () => {
    const notes = await notesOf(filesAfter(5_000), directories);
    writeFileSync(join(root, 'docs/x.md.new'), 'two');
    renameSync(join(root, 'docs/x.md.new'), join(root, 'docs/x.md'));
    const now = await holds(notes);
    assert.ok(now !== null && now !== notes);
    listed = [];
    assert.equal(await holds(now), now);
    assert.deepEqual(listed, []);
  });

  it('is not given to what was changed a moment ago, nor where a link is in it, whose target may change', async () => {
    const young = await notesOf(filesAfter(0), directories);
    listed = [];
    assert.notEqual(await renewed(filesAfter(0), young, {}), null);
    assert.deepEqual([...new Set(listed)], directories);
    symlinkSync('../src', join(root, 'docs/linked'));
    const notes = await notesOf(filesAfter(5_000), directories);
    listed = [];
    assert.equal(await holds(notes), notes);
    assert.deepEqual(listed, ['docs']);
    rmSync(join(root, 'src'), { recursive: true });
    writeFileSync(join(root, 'src'), 'a file now');
    assert.equal(await holds(notes), null);
  });

  it('counts nothing for a folder that was put in place of another, or that cannot be listed', async () => {
    const notes = await notesOf(filesAfter(5_000), directories);
    renameSync(join(root, 'docs'), join(root, 'old'));
    mkdirSync(join(root, 'docs'));
    assert.equal(await holds(notes), null);
    const gone = await notesOf(filesAfter(5_000), ['', 'none']);
    assert.equal(await holds(gone), gone);
    mkdirSync(join(root, 'none'));
    assert.equal(await holds(gone), null);
  });
});
