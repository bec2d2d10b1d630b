import { l10n, type TextDocument, window } from 'vscode';
import { splitFingerprints } from '../../core/drafts/fingerprints';
import type { BranchName, Forge, PullRequest } from '../../core/forge/forge';
import type { ForgeProblem } from '../../core/forge/forgeResult';
import { isForgePage } from '../../core/forge/remoteUrl';
import { splitTitleLine } from '../../core/pullRequests/titleLine';
import { type GitHubRepository, isSameRepository } from '../../github/apiHost';
import { withoutSecrets } from '../github/beforeSending';
import { forgeSentence } from '../github/forgeWords';
import { answer } from '../host/answer';
import { openPage } from '../host/openPage';
import { visibleText } from '../host/visibleText';
import { missingText } from '../written/writtenLenses';

/** A description on its way to a forge, and what it is of. */
export interface Submission {
  readonly document: TextDocument;
  /** How many things the document lacks now. */
  readonly missing: () => number;
  readonly forge: Forge;
  /** Where the pull request is or will be. */
  readonly repository: GitHubRepository;
  readonly head: BranchName;
  /** The branch that it is to be merged into. */
  readonly base: string;
  /** What to begin with, one line. */
  readonly title: string;
}

/** What a forge is sent of a document: without its title and what only Meridian reads. A template's own comments stay. */
export function bodyOf(document: TextDocument): string {
  return splitFingerprints(splitTitleLine(document.getText()).text).body.trim();
}

/** Texts of forges and drafts have no others. */
export function lineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** `acme/ledger: main ← ann:led-42`, for a person to look at before anything is sent. */
export function routeOf({ repository, head, base }: Submission): string {
  const { owner, repo } = repository;
  const isSameOwner = head.owner.toLowerCase() === owner.toLowerCase();
  const fork = isSameOwner ? `${head.owner}/${head.repo}` : head.owner;
  const from = isSameRepository(head, repository) ? head.name : `${fork}:${head.name}`;
  return `${owner}/${repo}: ${visibleText(base, 100)} ← ${visibleText(from, 140)}`;
}

/** What a reviewer will have to ask for, `''` for nothing. */
export function lackOf({ missing }: Submission): string {
  const count = missing();
  return count === 0 ? '' : missingText(count);
}

/**
 * Says what became of it, with a button to look at it.
 * @param more what else can be done now
 * @returns whether the person chose that
 */
export async function tellOf(
  { url }: PullRequest,
  { repository }: Submission,
  sentence: string,
  more?: string,
): Promise<boolean> {
  return (await tell(sentence, url, repository, more)) === more && more !== undefined;
}

/** Says why it did not succeed. The document is as it was, so the person can go on. */
export async function tellProblem(problem: ForgeProblem, { repository }: Submission): Promise<void> {
  if (problem.kind === 'cancelled') return;
  const { webUrl, owner, repo } = repository;
  const page = problem.page ?? (problem.remedy === 'look-at-forge' ? `${webUrl}/${owner}/${repo}/pulls` : null);
  await tell(forgeSentence(problem), page, repository);
}

async function tell(
  sentence: string,
  url: string | null,
  { host }: GitHubRepository,
  more?: string,
): Promise<string | undefined> {
  const open = l10n.t('Open in Browser');
  const chosen = await answer(
    sentence,
    ...(more === undefined ? [] : [more]),
    ...(url !== null && isForgePage(url, host) ? [open] : []),
  );
  if (chosen === open && url !== null) await openPage(url, host);
  return chosen;
}

/** GitHub takes no longer ones. */
const longestTitle = 256;

/** @param before what to begin with. @returns one line, with secrets masked where the person wants that; undefined where they left */
export async function askTitle(question: string, before: string): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title: question,
    prompt: l10n.t('Title'),
    value: before,
    ignoreFocusOut: true,
    validateInput: (value) => {
      if (value.trim() === '') return l10n.t('A pull request needs a title.');
      return value.length > longestTitle ? l10n.t('GitHub takes at most {0} characters.', longestTitle) : undefined;
    },
  });
  if (typed === undefined) return undefined;
  return (await withoutSecrets(typed.trim())) ?? undefined;
}
