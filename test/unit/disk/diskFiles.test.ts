import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { walk } from '../../../src/core/files/walk';
import { neverCancelled } from '../../../src/core/ports';
import { DiskFiles } from '../../../src/disk/diskFiles';
import { NodePacer } from '../../../src/disk/nodePacer';

describe('DiskFiles', () => {
  let base = '';
  let files: DiskFiles;

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'meridian-disk-'));
    mkdirSync(join(base, 'app/docs'), { recursive: true });
    mkdirSync(join(base, 'app-evil'));
    writeFileSync(join(base, 'app/docs/x.md'), 'inside');
    writeFileSync(join(base, 'app-evil/secret.md'), 'outside');
    files = new DiskFiles(join(base, 'app'));
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  const kinds = async (directory: string) =>
    new Map((await files.list(directory)).map((entry) => [entry.name, entry.kind]));
  const text = async (path: string, maxBytes = 100) => {
    const result = await files.read(path, maxBytes);
    return result.ok ? new TextDecoder().decode(result.bytes) : result.reason;
  };

  it('reads a file and says why it could not', async () => {
    assert.equal(await text('docs/x.md'), 'inside');
    assert.equal(await text('docs/x.md', 6), 'inside');
    assert.equal(await text('docs/x.md', 5), 'too-large');
    assert.equal(await text('docs/none.md'), 'missing');
    assert.equal(await text('docs/x.md/y.md'), 'missing');
    assert.equal(await text('docs'), 'unreadable');
    assert.equal(await text('docs/\0'), 'unreadable');
  });

  it('reads names with a colon or a backslash where these are letters like any other', async function () {
    if (process.platform === 'win32') this.skip();
    for (const name of ['docs/a:b.md', 'docs/a\\b.md']) {
      writeFileSync(join(base, 'app', name), name);
      assert.equal(await text(name), name);
    }
  });

  it('does not name the place on this machine when it fails', async () => {
    const result = await files.read('docs/none.md', 100);
    assert.ok(!result.ok && !result.detail.includes(base), JSON.stringify(result));
  });

  it('stays inside, and knows a neighbour with the same beginning', async () => {
    assert.equal(await text('../app-evil/secret.md'), 'unreadable');
    assert.equal(await text('docs/../../app-evil/secret.md'), 'unreadable');
    await assert.rejects(files.list('..'));
  });

  it('works in a folder that is itself reached by a link', async () => {
    symlinkSync(join(base, 'app'), join(base, 'link'));
    files = new DiskFiles(join(base, 'link'));
    assert.equal(await text('docs/x.md'), 'inside');
  });

  it('follows a link to a file inside only, and never one to a directory', async function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync('docs/x.md', join(base, 'app/good.md'));
    symlinkSync('../app-evil/secret.md', join(base, 'app/out.md'));
    symlinkSync('docs', join(base, 'app/linked'));
    symlinkSync('../app-evil', join(base, 'app/evil'));
    symlinkSync('loop', join(base, 'app/loop'));
    symlinkSync('nowhere', join(base, 'app/dangling'));
    const expected = {
      docs: 'directory',
      dangling: 'other',
      evil: 'other',
      'good.md': 'file',
      linked: 'other',
      loop: 'other',
      'out.md': 'other',
    };
    assert.deepEqual(
      Object.fromEntries([...(await kinds(''))].sort()),
      Object.fromEntries(Object.entries(expected).sort()),
    );
    assert.equal(await text('good.md'), 'inside');
    assert.equal(await text('out.md'), 'unreadable');
    assert.equal(await text('evil/secret.md'), 'unreadable');
    assert.equal(await text('dangling'), 'missing');
    const tree = await walk(files, {}, neverCancelled, new NodePacer());
    assert.deepEqual(tree.files(), ['docs/x.md', 'good.md']);
  });

  it('says where a link inside leads, and of one outside nothing', async function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync('../docs/x.md', join(base, 'app/docs/good.md'));
    symlinkSync('../docs', join(base, 'app/docs/same'));
    symlinkSync('../../app-evil', join(base, 'app/docs/evil'));
    const entries = await files.list('docs');
    assert.deepEqual(Object.fromEntries(entries.map(({ name, leadsTo }) => [name, leadsTo])), {
      ...{ 'x.md': undefined, 'good.md': 'docs/x.md', same: 'docs', evil: undefined },
    });
    const tree = await walk(files, {}, neverCancelled, new NodePacer());
    assert.equal(tree.linkedFile('docs/good.md'), 'docs/x.md');
    assert.deepEqual(
      ['docs/same/x.md', 'docs/x.md', 'docs/evil/x.md'].map((path) => tree.real(path)),
      [...['docs/x.md', 'docs/x.md', 'docs/evil/x.md']],
    );
  });

  it('gives a file a stamp that changes with it, once a second write could not have the same time', async function () {
    const later = new DiskFiles(join(base, 'app'), false, () => Date.now() + 5_000);
    const before = await later.stamp('docs/x.md');
    assert.match(before ?? '', /^\S+$/);
    assert.equal(await later.stamp('docs/x.md'), before);
    assert.equal(await files.stamp('docs/x.md'), null);
    const { atime, mtime } = statSync(join(base, 'app/docs/x.md'));
    writeFileSync(join(base, 'app/docs/x.md'), 'INSIDE');
    // As an archive or a tool does that puts the time of the content back.
    utimesSync(join(base, 'app/docs/x.md'), atime, mtime);
    assert.notEqual(await later.stamp('docs/x.md'), before);
    for (const path of ['docs', 'none.md', '../app-evil/secret.md', 'docs/\0'])
      assert.equal(await later.stamp(path), null);
    if (process.platform === 'win32') this.skip();
    symlinkSync('docs/x.md', join(base, 'app/link.md'));
    symlinkSync('../app-evil', join(base, 'app/evil'));
    for (const path of ['link.md', 'evil/secret.md']) assert.equal(await later.stamp(path), null);
  });

  it('answers the same where the thread waits for the disk', async function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync('../app-evil/secret.md', join(base, 'app/out.md'));
    symlinkSync('../app-evil', join(base, 'app/evil'));
    symlinkSync('docs/x.md', join(base, 'app/good.md'));
    files = new DiskFiles(join(base, 'app'), true);
    const answers = await Promise.all(
      ['docs/x.md', 'good.md', 'docs', 'none.md', 'out.md', 'evil/secret.md', '../app-evil/secret.md'].map((path) =>
        text(path),
      ),
    );
    const [unreadable, missing] = ['unreadable', 'missing'];
    assert.deepEqual(answers, ['inside', 'inside', unreadable, missing, unreadable, unreadable, unreadable]);
    assert.deepEqual(Object.fromEntries(await kinds('')), {
      docs: 'directory',
      'out.md': 'other',
      evil: 'other',
      'good.md': 'file',
    });
    await assert.rejects(files.list('evil'));
  });

  it('never opens a FIFO or a socket', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(base, 'app/pipe.md')]);
    symlinkSync('pipe.md', join(base, 'app/to-pipe.md'));
    const server = createServer();
    await new Promise<void>((listening) => server.listen(join(base, 'app/s.md'), listening));
    try {
      const found = await kinds('');
      for (const name of ['pipe.md', 'to-pipe.md', 's.md']) {
        assert.equal(found.get(name), 'other');
        assert.equal(await text(name), 'unreadable');
      }
    } finally {
      server.close();
    }
  });
});

describe('NodePacer', () => {
  it('gives the thread back when its slice is used up, and not before', async () => {
    const pacer = new NodePacer();
    let turns = 0;
    const count = setImmediate(() => turns++);
    await pacer.breathe();
    assert.equal(turns, 0);
    const start = performance.now();
    while (performance.now() - start < 10);
    await pacer.breathe();
    assert.equal(turns, 1);
    clearImmediate(count);
  });
});
