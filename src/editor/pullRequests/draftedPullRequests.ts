import { type TextDocument, Uri } from 'vscode';
import type { Risk } from '../../core/drafts/handoffInput';
import type { KeptDrafts } from './model/keptDrafts';
import type { Beginning } from './templatePick';

/** What a description was drafted from: as true as the draft, until it is drafted again. */
export interface DraftedPullRequest {
  readonly folder: Uri;
  /** Absolute root of the repository. */
  readonly root: string;
  /** Null on a detached HEAD. */
  readonly branch: string | null;
  /** Name of the base, without its remote. */
  readonly base: string;
  /** The base that the person named, or null where it was found. */
  readonly given: string | null;
  readonly beginning: Beginning;
  readonly title: string;
  readonly risks: readonly Risk[];
  /** The pull request's text as it was last sent or merged with, or null. */
  readonly sent: string | null;
}

/** The descriptions that were drafted here, while their documents are open; after a reload and a saving, too. */
export class DraftedPullRequests {
  private readonly byDocument = new Map<TextDocument, DraftedPullRequest>();

  constructor(private readonly kept: KeptDrafts) {}

  remember(document: TextDocument, drafted: DraftedPullRequest): void {
    this.byDocument.set(document, drafted);
    void this.kept.keep(document.getText(), { ...drafted, folder: drafted.folder.toString() });
  }

  /** Whether it was drafted in this window. */
  has(document: TextDocument): boolean {
    return this.byDocument.has(document);
  }

  of(document: TextDocument): DraftedPullRequest | undefined {
    const known = this.byDocument.get(document);
    if (known || document.isClosed) return known;
    const kept = this.kept.find(document.getText());
    const drafted = kept && { ...kept, folder: Uri.parse(kept.folder) };
    if (drafted) this.byDocument.set(document, drafted);
    return drafted;
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
