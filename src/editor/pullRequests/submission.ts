import { l10n, type TextDocument, window } from 'vscode';
import { splitFingerprints } from '../../core/drafts/fingerprints';
import type { BranchName, Forge } from '../../core/forge/forge';
import { splitTitleLine } from '../../core/pullRequests/titleLine';
import { type GitHubRepository, isSameRepository } from '../../github/apiHost';
import { withoutSecrets } from '../github/beforeSending';
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
