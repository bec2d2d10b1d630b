import type { FileStat } from '../activity/facts';
import { commitsRevertedBy } from '../activity/reverts';
import type { FilePath } from '../ports';
import { compareText } from '../text/compareText';
import type { BranchCommit } from './branchFacts';
import type { Overtaken } from './overtaken';

/**
 * The commits whose work is still there at the branch's end, newest first. A commit and the later one that took it back
 * are both left out, because a reader would not find their work in the change (docs/adr/0030).
 *
 * @param files of the whole branch as one patch; null where git could not compare
 * @param landed hashes of commits whose work the base has by other commits
 */
export function lastingCommits(
  commits: readonly BranchCommit[],
  files: readonly FileStat[] | null,
  landed: ReadonlySet<string> = new Set(),
): Pick<Overtaken, 'commits' | 'traceless'> {
  const undone = takenBack(commits);
  const gone = [...withoutTrace(commits, files), ...commits.filter(({ hash }) => landed.has(hash))];
  const traceless = new Set(gone.filter((commit) => !undone.has(commit)));
  const lasting = commits.filter((commit) => !undone.has(commit) && !traceless.has(commit));
  return lasting.length > 0 ? { commits: lasting, traceless: traceless.size } : { commits, traceless: 0 };
}

/** Pairs of a commit and the one that takes it back. A revert that was itself reverted takes nothing back. */
function takenBack(commits: readonly BranchCommit[]): ReadonlySet<BranchCommit> {
  const undone = new Set<BranchCommit>();
  commits.forEach((commit, at) => {
    if (undone.has(commit)) return;
    const earlier = commits.slice(at + 1).filter((other) => !undone.has(other));
    const originals = revertedIn(commit, earlier);
    const between = originals.length === 0 ? (sameTree(commit, earlier) ?? []) : originals;
    if (between.length > 0) for (const each of [commit, ...between]) undone.add(each);
  });
  return undone;
}

const quoted = /^(?:revert|reverts|undo|back out):? ["“](.{3,200})["”]/i;
const backTo =
  /^(?:[\w/-]{1,20}(?:\([^()]{0,40}\))?: )?(?:revert|revert back|go back|switch back|move back|back) to (.{2,80})$/i;

/**
 * The earlier commits that a commit reverts: by git's own words, by a quoted subject, or by going back to something in
 * the same files: `Revert to API 28` after `Try API 29`.
 */
function revertedIn({ body, subject, files }: BranchCommit, earlier: readonly BranchCommit[]): readonly BranchCommit[] {
  const taken = commitsRevertedBy(body);
  const named = taken.map((hash) => earlier.find((other) => other.hash.startsWith(hash)));
  // A revert that also takes back something from before the branch is work of the branch.
  if (taken.length > 0) return named.flatMap((other) => (named.includes(undefined) || !other ? [] : [other]));
  const title = quoted.exec(subject)?.[1];
  if (title !== undefined) return firstOf(({ subject: other }) => other.trim() === title);
  const words =
    backTo
      .exec(subject)?.[1]
      ?.toLowerCase()
      .match(/[\p{L}_.]{3,}/gu) ?? [];
  const place = filesOf(files);
  const isAlike = (other: BranchCommit) => words.some((word) => other.subject.toLowerCase().includes(word));
  return place === '' ? [] : firstOf((other) => filesOf(other.files) === place && isAlike(other));

  function firstOf(isIt: (other: BranchCommit) => boolean): readonly BranchCommit[] {
    return earlier.filter(isIt).slice(0, 1);
  }
}

function filesOf(files: readonly FilePath[]): string {
  return files.toSorted(compareText).join('\n');
}

/** The commits between this one and an earlier one with the same tree. */
function sameTree({ tree }: BranchCommit, earlier: readonly BranchCommit[]): readonly BranchCommit[] | undefined {
  const at = earlier.findIndex((other) => other.tree === tree && tree !== '');
  return at > 0 ? earlier.slice(0, at) : undefined;
}

/** Commits whose files are all unchanged by the branch as a whole. */
function withoutTrace(commits: readonly BranchCommit[], files: readonly FileStat[] | null): readonly BranchCommit[] {
  if (files === null) return [];
  const changed = new Set(files.flatMap(({ path, from }) => (from === null ? [path] : [path, from])));
  const added = files.filter(({ status }) => status === 'added' || status === 'renamed').map(({ path }) => path);
  return commits.filter((commit) => {
    if (commit.files.length === 0 || commit.files.some((path) => changed.has(path))) return false;
    // A file that was renamed later is still there.
    const last = commit.files.map((path) => commits.find((other) => other.files.includes(path)));
    const isMoved = last.some((other) => other !== undefined && added.some((path) => other.files.includes(path)));
    return !isMoved;
  });
}
