import { setMaxListeners } from 'node:events';
import type { CheckedPlace } from '../git/check/checkedPlace';
import { findRepository } from '../git/repository';
import { GitRunner } from '../git/runner';
import { quiet } from './terminal';

/** The repository that a directory is in, with the runner that asks git there; null where the directory is in none. */
export async function gitPlace(root: string): Promise<CheckedPlace | null> {
  const found = await findRepository(root);
  if (!found.ok) return null;
  const runner = new GitRunner({
    // The user named the directory, so it is trusted. The runner's hardening holds all the same (docs/adr/0005).
    isTrusted: () => true,
    workspaceFolders: () => [root],
    suggestedBinary: () => undefined,
    environment: process.env,
    platform: process.platform,
    logger: quiet,
    // The first walk through the history of a large repository takes minutes.
    mostMs: 300_000,
  });
  const { signal } = new AbortController();
  // Many files of a commit are read at once, and the process for each listens to this signal.
  setMaxListeners(0, signal);
  return { runner, repository: found.repository, prefix: found.prefix, signal };
}
