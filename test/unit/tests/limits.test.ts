import { match, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterPaced } from '../../../scripts/test/paced.mjs';

/** What mocha prints of a file of tests, with limits of a tenth of a second. */
async function printedBy(body: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-limits-'));
  try {
    const file = join(folder, 'some.test.cjs');
    writeFileSync(file, body);
    const args = ['node_modules/mocha/bin/mocha.js', '--reporter', 'spec', file];
    const child = spawn(process.execPath, args, { env: { ...process.env, MERIDIAN_TEST_LIMIT: '100' } });
    return await text(child.stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the limit of a test', () => {
  it('ends a test and a hook that hang, each as one failure, and goes on with the rest', async () => {
    const printed = await printedBy(`
      it('hangs', () => new Promise(() => setInterval(() => {}, 1e6)));
      it('ends', () => Promise.resolve());
      describe('a suite', () => { before(() => new Promise(() => {})); it('waits', () => {}); });
      after(() => setImmediate(() => process.exit(2)));
    `);
    match(printed, /1 passing/);
    match(printed, /2 failing/);
    match(printed, /1\) hangs:\s+Error: It did not end within 0\.1 s/);
    match(printed, /"before all" hook for "waits":\s+Error: It did not end within 0\.1 s/);
  });

  it('lets a test end that only took long', async () => {
    const busy = 'const end = Date.now() + 500; while (Date.now() < end);';
    match(await printedBy(`it('is slow', () => { ${busy} });`), /1 passing/);
    match(await printedBy(`it('is slow', async () => { await null; ${busy} });`), /1 passing/);
  });

  it('comes after the time and as much again, and not where it is cancelled', async () => {
    const began = performance.now();
    let fired = false;
    const cancel = afterPaced(20, () => {
      fired = true;
    });
    cancel();
    await new Promise<void>((resolve) => void afterPaced(100, resolve));
    ok(performance.now() - began >= 195);
    ok(!fired);
  });
});
