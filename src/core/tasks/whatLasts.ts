import { readText } from '../files/readText';
import type { FilePath, FileStore } from '../ports';
import type { BranchFacts } from '../pullRequests/branchFacts';
import { lastingCommits } from '../pullRequests/lasting';
import { namesToCheck, type Overtaken, withoutOvertaken } from '../pullRequests/overtaken';

/** Changed files that are searched for names; where there are more, none is. */
const mostSearched = 80;

/** The commits whose work lasts to the branch's end, with the parts of their messages that later commits left true. */
export async function whatLasts(
  branch: Pick<BranchFacts, 'commits' | 'files' | 'landed'>,
  files: FileStore,
): Promise<Overtaken> {
  const lasting = lastingCommits(branch.commits, branch.files, branch.landed);
  const names = namesToCheck(lasting.commits);
  const present = (branch.files ?? []).filter(({ status }) => status !== 'deleted').map(({ path }) => path);
  const isAsked = names.length > 0 && branch.files !== null && present.length <= mostSearched;
  const text = isAsked ? await readAll(files, present) : null;
  return withoutOvertaken(lasting, (name) => text !== null && !text.includes(foldCode(lastPart(name))));
}

/** Paths and texts of files, folded; null where one cannot be read, because it may have a name. */
async function readAll(files: FileStore, paths: readonly FilePath[]): Promise<string | null> {
  const texts: string[] = [];
  for (const path of paths) {
    const read = await readText(files, path);
    if (!read.ok && read.reason !== 'not-text') return null;
    texts.push(path, read.ok ? read.text : '');
  }
  return foldCode(texts.join('\n'));
}

/** `totalOf` of `Ledger::totalOf`: code that has the one has the other. */
function lastPart(name: string): string {
  return name.split(/::|[./#]/).findLast((part) => part !== '') ?? name;
}

/** `--total-of`, `total_of` and `totalOf` are one name in three places. */
function foldCode(text: string): string {
  return text.toLowerCase().replace(/[_-]/g, '');
}
