import type { FileStat } from '../activity/facts';
import { isTest } from '../activity/fileKinds';
import { isProsePath } from '../files/textPaths';
import type { BranchCommit } from './branchFacts';
import { withoutBreaking } from './breaking';
import { messageParts } from './messageLabels';
import { isFixup, messageLine, messageParagraphs } from './messageText';

/** What a commit says below its subject, without what its labels move to other sections (`messageLabels.ts`). */
export interface Message {
  readonly subject: string;
  /** Paragraphs, lists and code as Markdown; at least one. */
  readonly blocks: readonly (readonly string[])[];
  /** Whether it says more than a list of what was done. */
  readonly hasReason: boolean;
  /** Whether its author labelled a part as the reason; that part comes first. */
  readonly isLabelled: boolean;
  /** Whether it is about the tests, the documents or the review, and not about what the branch is for. */
  readonly isSide: boolean;
  /** Whether it is about the review. */
  readonly isOfReview: boolean;
}

/** The messages that say something, the oldest first. @param commits newest first */
export function messagesOf(commits: readonly BranchCommit[], files: readonly FileStat[] | null): readonly Message[] {
  const isRework = reworks(commits, files);
  const told = commits.toReversed().filter(({ subject }) => !isFixup(subject));
  return told.flatMap((commit) => {
    // The list in a squash-merge's message may repeat the subject.
    const own = `- ${messageLine(commit.subject)}`;
    const { why, rest } = messageParts(withoutBreaking(commit.body));
    const blocks = [why, rest]
      .flatMap(messageParagraphs)
      .map((block) => block.filter((line) => line !== own))
      .filter((block) => block.length > 0);
    if (blocks.length === 0) return [];
    const isLabelled = why.trim() !== '';
    const hasReason = isLabelled || blocks.some(isWords);
    const sides = { isSide: isSide(commit) || isRework(commit), isOfReview: isOfReview(commit) };
    return [{ subject: commit.subject, blocks, hasReason, isLabelled, ...sides }];
  });
}

const sideType = /^(?:tests?|tst|docs?|style|chore|ci|build|lint|mnt)(?:\([^()]{1,60}\))?!?:|^(?:mnt|tst) /i;
const ofReview =
  /^\W{0,10}(?:address(?:es|ed|ing)?|apply|applies|applied|incorporat\w{1,3}|as (?:suggested|requested)|per|following|based on)\b.{0,60}\b(?:review|feedback|comments?|suggestions?|suggested|requested)\b/im;

/** Whether a commit is about the tests, the documents or the review of what others of the branch do. */
export function isSide(commit: Pick<BranchCommit, 'subject' | 'body' | 'files'>): boolean {
  const { subject, files } = commit;
  const isBeside = files.length > 0 && files.every((path) => isTest(path) || isProsePath(path));
  return sideType.test(subject) || isBeside || isOfReview(commit);
}

function isOfReview({ subject, body }: Pick<BranchCommit, 'subject' | 'body'>): boolean {
  return ofReview.test(`${subject}\n${body.slice(0, 2_000)}`);
}

/** Whether a commit only changes files that the branch itself added: it tells how the branch came about, not what for. */
function reworks(
  commits: readonly BranchCommit[],
  files: readonly FileStat[] | null,
): (commit: BranchCommit) => boolean {
  const added = new Set(files?.flatMap(({ path, status }) => (status === 'added' ? [path] : [])));
  return (commit) => {
    const own = commit.files.filter((path) => !isTest(path) && !isProsePath(path));
    const before = commits.slice(commits.indexOf(commit) + 1);
    return own.length > 0 && own.every((path) => added.has(path) && before.some((each) => each.files.includes(path)));
  };
}

function isWords([first = '']: readonly string[]): boolean {
  return !/^(?:- |```|~~~|\*\*[^*]+\*\*$)/.test(first);
}
