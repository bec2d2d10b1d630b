import { setMaxListeners } from 'node:events';
import type { CheckedPlace } from '../git/check/checkedPlace';
import { findRepository } from '../git/repository';
import { GitRunner } from '../git/runner';
import { quiet } from './terminal';

/** The repository that a directory is in, with what may ask it; null where it is in none. */
export async function gitPlace(root: string): Promise<CheckedPlace | null> {
  const found = await findRepository(root);
  if (!found.ok) return null;
  const runner = new GitRunner({
    // Whoever types the command has chosen the directory; the runner's hardening holds all the same (docs/adr/0005).
    isTrusted: () => true,
    workspaceFolders: () => [root],
    suggestedBinary: () => undefined,
    environment: process.env,
    platform: process.platform,
    logger: quiet,
    // The history of a large repository takes minutes the first time.
    mostMs: 300_000,
  });
  const { signal } = new AbortController();
  // Files of a commit are read many at a time, each with a process that ends with the command.
  setMaxListeners(0, signal);
  return { runner, repository: found.repository, prefix: found.prefix, signal };
}
