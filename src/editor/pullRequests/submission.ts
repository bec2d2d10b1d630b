import { l10n, type TextDocument, window } from 'vscode';
import { splitFingerprints } from '../../core/drafts/fingerprints';
import type { BranchName, Forge } from '../../core/forge/forge';
import { splitTitleLine } from '../../core/pullRequests/titleLine';
import { type GitHubRepository, isSameRepository } from '../../github/apiHost';
import { withoutSecrets } from '../github/beforeSending';
import { visibleText } from '../host/visibleText';
import { missingText } from '../written/writtenLenses';

/** A description that is to be sent to a forge, and what it describes. */
export interface Submission {
  readonly document: TextDocument;
  /** How many gaps the document has now. */
  readonly missing: () => number;
  readonly forge: Forge;
  /** Where the pull request is or will be. */
  readonly repository: GitHubRepository;
  readonly head: BranchName;
  /** The branch that it is to be merged into. */
  readonly base: string;
  /** The title to begin with, one line. */
  readonly title: string;
}

/**
 * The text that a forge gets of a document: without the title line and Meridian's own comment. Comments of a template
 * stay.
 */
export function bodyOf(document: TextDocument): string {
  return splitFingerprints(splitTitleLine(document.getText()).text).body.trim();
}

/** `acme/ledger: main ← ann:led-42`, for a person to look at before anything is sent. */
export function routeOf({ repository, head, base }: Submission): string {
  const { owner, repo } = repository;
  const isSameOwner = head.owner.toLowerCase() === owner.toLowerCase();
  const fork = isSameOwner ? `${head.owner}/${head.repo}` : head.owner;
  const from = isSameRepository(head, repository) ? head.name : `${fork}:${head.name}`;
  return `${owner}/${repo}: ${visibleText(base, 100)} ← ${visibleText(from, 140)}`;
}

/** How many gaps are left, as a sentence; `''` for none. */
export function lackOf({ missing }: Submission): string {
  const count = missing();
  return count === 0 ? '' : missingText(count);
}

/** The longest title that GitHub accepts, in characters. */
const longestTitle = 256;

/**
 * @param before the title to begin with. @returns one line, with secrets masked if the person wants that; undefined
 *   where they left
 */
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
