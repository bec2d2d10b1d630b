import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { workspace } from 'vscode';
import '../../scripts/test/mocha-limits.mjs';
import { afterPaced } from '../../scripts/test/paced.mjs';
import TallyReporter from '../../scripts/test/tally-reporter.cjs';
import { watchOwnWork } from './support/ownWork';
import { suiteOf } from './support/suites';

/** What the editor calls: runs the files of the suite that MERIDIAN_SUITE names, and rejects when a test failed. */
export async function run(): Promise<void> {
  watchOwnWork();
  const wanted = process.env.MERIDIAN_SUITE ?? 'trusted';
  const mocha = new Mocha({ ui: 'bdd', timeout: 0, reporter: TallyReporter });
  for (const file of readdirSync(__dirname)) {
    if (file.endsWith('.test.js') && suiteOf(file) === wanted) mocha.addFile(join(__dirname, file));
  }
  await foldersAreOpen();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}

/**
 * The folders of a `.code-workspace` may come a moment after the extension host has started; no test begins before. The
 * stand-in knows the sentence, and loads its page again.
 */
async function foldersAreOpen(): Promise<void> {
  if (workspace.workspaceFolders?.length) return;
  await new Promise<void>((resolve, reject) => {
    const cancel = afterPaced(10_000, () => reject(new Error('the editor opened no folder')));
    const listener = workspace.onDidChangeWorkspaceFolders(() => {
      cancel();
      listener.dispose();
      resolve();
    });
  });
}
