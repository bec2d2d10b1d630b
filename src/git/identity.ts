import { type ConfigEntry, configEntries, configurationCall } from './configEntries';
import type { Repository } from './repository';
import { answered } from './result';
import type { GitOptions, GitRunner } from './runner';

/** Name and address that git is configured to commit with; each is null where it is not set. */
export interface GitIdentity {
  readonly name: string | null;
  readonly address: string | null;
}

/** The person's own `user.name` and `user.email` for a repository. Throws `GitUnanswered`. */
export async function gitIdentity(
  runner: GitRunner,
  repository: Repository,
  options: GitOptions = {},
): Promise<GitIdentity> {
  const result = await runner.run({ repository, ...configurationCall }, options);
  return identityIn(configEntries(answered(result).stdout));
}

/** Git uses the last of several values, and so does a Map. */
export function identityIn(entries: readonly ConfigEntry[]): GitIdentity {
  const values = new Map(entries);
  return { name: values.get('user.name') || null, address: values.get('user.email') || null };
}
