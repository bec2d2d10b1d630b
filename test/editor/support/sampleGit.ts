import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sampleUri } from './meridian';

const run = promisify(execFile);

/** Git in the first workspace folder, as Ann Lee, whom it is configured for. */
export async function sampleGit(...args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-c', 'commit.gpgsign=false', ...args], { cwd: sampleUri('').fsPath });
  return stdout.trim();
}

/** What was checked out at first, without what tests made since. */
export async function restoreSample(branch: string): Promise<void> {
  await sampleGit('checkout', '--quiet', '--force', 'main');
  await sampleGit('branch', '--quiet', '-D', branch);
}
