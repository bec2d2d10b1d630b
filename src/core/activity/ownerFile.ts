import { readText } from '../files/readText';
import type { FileStore } from '../ports';
import { type OwnersOf, readCodeOwners } from './codeowners';

/** Where hosts look for it, in GitHub's order. */
const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'] as const;

/** Who owns which file of a repository, by the first CODEOWNERS that is there; null where there is none. */
export async function readOwners(files: FileStore): Promise<OwnersOf | null> {
  for (const place of places) {
    const read = await readText(files, place);
    if (read.ok) return readCodeOwners(read.text);
  }
  return null;
}
