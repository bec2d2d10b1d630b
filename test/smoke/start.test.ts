import { equal, match, ok } from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Reads what a process prints until `pattern` is in it; its end before that is an error. */
function printed(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const found = pattern.exec(text);
      if (found) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`it ended with ${code} after\n${text}`)));
  });
}

describe('npm start', () => {
  it('opens the sample workspace at an address of this machine that answers, and ends when told to', async () => {
    const temporary = await mkdtemp(join(tmpdir(), 'meridian-start-'));
    const places = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };
    const child = spawn(process.execPath, ['scripts/start.mjs', '--no-open'], {
      env: { ...process.env, ...places, MERIDIAN_EDITOR: 'stand-in' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      const [address] = await printed(child, /http:\/\/\S+/);
      match(address, /^http:\/\/127\.0\.0\.1:\d+\//);
      match(decodeURIComponent(address), /folder=.*ledger/);
      const data = (await readdir(temporary)).find((name) => name.startsWith('meridian-editor-')) ?? '';
      equal(await realpath(join(temporary, data, 'extensions/under-development')), process.cwd());
      const answer = await fetch(address);
      equal(answer.status, 200);
      match(await answer.text(), /workbench/);
      child.kill('SIGINT');
      const [code] = await once(child, 'exit');
      equal(code, 0);
      const gone = await fetch(address).then(
        () => false,
        () => true,
      );
      ok(gone, 'the server still answers after the end');
    } finally {
      child.kill('SIGTERM');
      await rm(temporary, { recursive: true, force: true });
    }
  });
});
