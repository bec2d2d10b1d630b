import type { CommitFact, FileStat, PatchFact } from './facts';
import { landedOtherwise, type OpenWork, type PatchQuestions } from './landedOtherwise';
import { isCovered } from './squashes';

/** Beginnings of one branch that are compared with what landed; each costs calls of git. */
const mostParts = 4;
const mostLanded = 100;

/** Whether a file of a range still differs in its base, by its new or its old path; true where `left` is not known. */
export function isLeftOf(left: PatchFact['left'], { path, from }: FileStat): boolean {
  return !left || left.has(path) || left.has(from ?? path);
}

/**
 * The commits of an unmerged branch of which a merge would still bring something, newest first. The first commits of
 * the branch may have landed as a squash: then the base has each of their files already, or had it in one commit and
 * changed it since. A commit of which nothing is left on the branch does not count either.
 * @param landed without merges @param trunk tip of what work is merged into
 */
export async function leftToMerge(
  ask: PatchQuestions,
  { tip, commits }: OpenWork,
  landed: readonly CommitFact[],
  trunk: string,
): Promise<readonly CommitFact[]> {
  const left = (await ask.rangePatch(trunk, tip))?.left;
  const own = commits.map(({ hash }) => hash);
  const patches = await ask.patches([...landed.slice(0, mostLanded).map(({ hash }) => hash), ...own]);
  const filesOf = ({ hash }: CommitFact): readonly FileStat[] => patches.get(hash)?.files ?? [];
  const isLeft = (commit: CommitFact) => {
    const files = filesOf(commit);
    return files.length === 0 || files.some((file) => isLeftOf(left, file));
  };
  const end = await landedFrom();
  return commits.slice(0, end).filter(isLeft);

  /** Index of the first commit of the longest part that landed as it was; its files may have been changed again since. */
  async function landedFrom(): Promise<number> {
    let parts = 0;
    for (let at = 0; at < commits.length && parts < mostParts; at++) {
      const part = commits.slice(at);
      const files = part.flatMap(filesOf);
      if (files.length === 0 || !landed.some((one) => isCovered(files, filesOf(one)))) continue;
      parts++;
      const [last] = part;
      const work = { tip: last?.hash ?? tip, commits: part };
      if (await landedOtherwise(ask, work, landed, trunk)) return at;
    }
    return commits.length;
  }
}
