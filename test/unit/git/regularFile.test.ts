import { equal } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { referenceLog } from '../../../src/git/activity/branchLogs';
import { regularText } from '../../../src/git/regularFile';
import type { Repository } from '../../../src/git/repository';
import { shallowBorder } from '../../../src/git/repository';

describe('files of git that are none', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'meridian-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are not waited for', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkdir', ['-p', join(folder, 'logs/refs/heads')]);
    const pipes = ['shallow', 'logs/refs/heads/x'].map((name) => join(folder, name));
    for (const pipe of pipes) execFileSync('mkfifo', [pipe]);
    const repository = { commonDirectory: folder } as Repository;
    const answers = Promise.all([shallowBorder(repository), referenceLog(repository, 'refs/heads/x')]);
    try {
      equal(String(await Promise.race([answers, wait(5_000, 'waits')])), ',');
    } finally {
      // Lets go of who waits for a writer; without one it cannot be opened.
      for (const pipe of pipes) {
        try {
          closeSync(openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK));
        } catch {}
      }
    }
  });

  it('are read where a link leads to one that is', async function () {
    if (process.platform === 'win32') this.skip();
    writeFileSync(join(folder, 'a'), 'text');
    symlinkSync(join(folder, 'a'), join(folder, 'b'));
    equal(await regularText(join(folder, 'b')), 'text');
    equal(await regularText(folder), '');
  });
});
