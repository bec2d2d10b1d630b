import type { TextDocument, Uri } from 'vscode';
import type { Risk } from '../../core/drafts/handoffInput';
import type { Beginning } from './templatePick';

/** What a description was drafted from: as true as the draft, until it is drafted again. */
export interface DraftedPullRequest {
  readonly folder: Uri;
  /** Absolute root of the repository. */
  readonly root: string;
  /** Null on a detached HEAD. */
  readonly branch: string | null;
  /** The base that the person named, or null where it was found. */
  readonly given: string | null;
  readonly beginning: Beginning;
  readonly title: string;
  readonly risks: readonly Risk[];
  /** The pull request's text as it was last sent or merged with, or null. */
  readonly sent: string | null;
}

/** The descriptions drafted in this window, while their documents are open. */
export class DraftedPullRequests {
  private readonly byDocument = new Map<TextDocument, DraftedPullRequest>();

  remember(document: TextDocument, drafted: DraftedPullRequest): void {
    this.byDocument.set(document, drafted);
  }

  of(document: TextDocument): DraftedPullRequest | undefined {
    return this.byDocument.get(document);
  }

  /** The document that is there for a branch already. */
  find(root: string, branch: string | null): TextDocument | undefined {
    const known = [...this.byDocument].find(([, drafted]) => drafted.root === root && drafted.branch === branch);
    return known?.[0];
  }

  forget(document: TextDocument): void {
    this.byDocument.delete(document);
  }
}
