import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { DiskShelf } from '../../../src/disk/diskShelf';
import { removeFolder, temporaryFolder } from '../support/temporaryRepository';

/** By hand with more: each is a program that writes and is killed at any moment. */
const kills = Number(process.env.MERIDIAN_KILLS ?? 12);

describe('DiskShelf', () => {
  let base: string;
  let folder: string;
  const shelf = (subject = '/w/app') => new DiskShelf(folder, subject, 0);
  const onlyFile = () => {
    const [name = '', ...others] = readdirSync(folder);
    assert.deepEqual(others, []);
    return join(folder, name);
  };

  beforeEach(() => {
    base = temporaryFolder();
    folder = join(base, 'cache/meridian');
  });
  afterEach(() => removeFolder(base));

  it('gives what was written last, and nothing where nothing was', async () => {
    assert.equal(await shelf().read(), null);
    await shelf().write('one');
    await shelf().write('two\nlines \u2028 ü \ud800');
    assert.equal(await shelf().read(), 'two\nlines \u2028 ü \ufffd');
    assert.equal(await shelf('/w/other').read(), null);
    assert.equal(await shelf().read(), 'two\nlines \u2028 ü \ufffd');
  });

  it('gives the thread back between the pieces of a text', async () => {
    const pieces = Array.from({ length: 40 }, (_, at) => `${at}\n`);
    let turns = 0;
    let isOver = false;
    const watch = () => {
      turns++;
      if (!isOver) setImmediate(watch);
    };
    setImmediate(watch);
    await shelf().write(pieces);
    isOver = true;
    assert.ok(turns > 2 * pieces.length, `${turns} turns`);
    assert.equal(await shelf().read(), pieces.join(''));
  });

  it('does not keep what is read again as quickly', async () => {
    await new DiskShelf(folder, '/w/app').write('small');
    assert.throws(() => readdirSync(folder));
  });

  it('throws away a file that is not whole, was changed, or is of another build', async () => {
    await shelf().write('one two three');
    const whole = readFileSync(onlyFile());
    const damaged = [
      ...Array.from({ length: whole.length }, (_, length) => whole.subarray(0, length)),
      ...Array.from({ length: whole.length }, (_, at) => whole.map((byte, index) => (index === at ? byte ^ 1 : byte))),
      Buffer.concat([whole, Buffer.from('x')]),
      Buffer.from(whole.toString().replace(' 1 ', ' 2 ')),
    ];
    for (const bytes of damaged) {
      writeFileSync(onlyFile(), bytes, { mode: 0o600 });
      assert.equal(await shelf().read(), null);
      assert.deepEqual(readdirSync(folder), []);
      await shelf().write('one two three');
    }
    assert.equal(await shelf().read(), 'one two three');
  });

  it('takes nothing that somebody else may have written', async function () {
    if (process.platform === 'win32') this.skip();
    await shelf().write('one');
    const file = onlyFile();
    chmodSync(file, 0o666);
    assert.equal(await shelf().read(), null);
    await shelf().write('one');
    chmodSync(folder, 0o777);
    assert.equal(await shelf().read(), null);
    await shelf().write('two');
    assert.equal(await shelf().read(), null);
    chmodSync(folder, 0o700);
    await shelf().write('three');
    writeFileSync(join(base, 'elsewhere'), readFileSync(file), { mode: 0o600 });
    removeFolder(file);
    symlinkSync(join(base, 'elsewhere'), file);
    assert.equal(await shelf().read(), null);
  });

  it('does not write through a link in the place of its folder', async function () {
    if (process.platform === 'win32') this.skip();
    mkdirSync(join(base, 'cache'));
    mkdirSync(join(base, 'other'));
    symlinkSync(join(base, 'other'), folder);
    await shelf().write('one');
    assert.deepEqual(readdirSync(join(base, 'other')), []);
  });

  it('never rejects where its folder cannot be made', async () => {
    writeFileSync(join(base, 'cache'), 'a file');
    await shelf().write('one');
    assert.equal(await shelf().read(), null);
  });

  it('removes what killed writers and unused repositories left, and nothing else', async () => {
    await shelf('/w/old').write('old');
    const old = onlyFile();
    const days = (ago: number) => new Date(Date.now() - ago * 86_400_000);
    for (const [name, ago] of [['a.tmp', 1] as const, ['b.tmp', 0] as const, ['c.txt', 90] as const]) {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), days(ago), days(ago));
    }
    utimesSync(old, days(31), days(31));
    await shelf().write('new');
    const left = readdirSync(folder);
    assert.deepEqual(left.filter((name) => !name.endsWith('.facts')).sort(), ['b.tmp', 'c.txt']);
    assert.equal(left.filter((name) => name.endsWith('.facts')).length, 1);
  });

  it('has a whole text whichever of two writers is killed, and whenever', async () => {
    const program = join(base, 'writer.cjs');
    buildSync({
      stdin: { contents: writer, resolveDir: process.cwd(), loader: 'ts' },
      ...{ bundle: true, platform: 'node', outfile: program, define: { MERIDIAN_BUILD: '"test"' } },
    });
    const reader = fork(program, [folder, 'read'], { serialization: 'json' });
    const start = () => fork(program, [folder, 'write']);
    const steady = fork(program, [folder, 'go-on']);
    let seen = 0;
    reader.on('message', (answer) => {
      assert.notEqual(answer, 'wrong');
      seen++;
    });
    for (let kill = 0; kill < kills; kill++) {
      const writing = start();
      await once(writing, 'message');
      // Somewhere in one of the next writes.
      for (let turn = 0; turn < (kill * 7) % 23; turn++) await new Promise((resolve) => setImmediate(resolve));
      writing.kill('SIGKILL');
      await once(writing, 'exit');
    }
    const before = seen;
    while (seen < before + 3) await once(reader, 'message');
    for (const child of [steady, reader]) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  });
});

/** Writes texts of one letter each, at once or with a rest between two, or reads them and says of each whether it is one. */
const writer = `
import { DiskShelf } from './src/disk/diskShelf';
const [folder, what] = process.argv.slice(2);
const shelf = new DiskShelf(folder, '/w/app', 0);
const letters = 'abcdefghij';
const rest = () => new Promise((resolve) => setTimeout(resolve, 10));
async function write() {
  for (let turn = 0; ; turn++) {
    await shelf.write(letters[turn % 10].repeat(300_000));
    if (turn === 0) process.send('written');
    if (what === 'go-on') await rest();
  }
}
async function read() {
  for (;;) {
    const text = await shelf.read();
    const isWhole = text === null || (text.length === 300_000 && text === text[0].repeat(300_000));
    process.send(isWhole ? 'right' : 'wrong');
    await rest();
  }
}
void (what === 'read' ? read() : write());
`;
