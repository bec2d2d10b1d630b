import { readText } from '../files/readText';
import { foldName } from '../names/people';
import type { FileStore } from '../ports';
import type { Identity } from './activity';
import { readCodeOwners } from './codeowners';
import type { Ownership } from './risks';

/** Where hosts look for it, in GitHub's order. */
const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'] as const;

/**
 * Who owns which file of a folder, and what of it is the person's, by the first CODEOWNERS; null where there is none.
 * @param teams names of the teams that the person is in
 */
export async function readOwnership(
  files: FileStore,
  who: Identity,
  teams: readonly string[] = [],
): Promise<Ownership | null> {
  const own = [...who.addresses, ...who.logins.map((login) => `@${login}`)];
  const ownTeams = new Set(teams.map(foldName));
  for (const place of places) {
    const read = await readText(files, place);
    if (read.ok) return { ownersOf: readCodeOwners(read.text), own, ownTeams };
  }
  return null;
}
