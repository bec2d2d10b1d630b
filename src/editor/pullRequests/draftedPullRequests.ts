import { type Disposable, EventEmitter, type TextDocument, Uri } from 'vscode';
import type { Boundary } from '../host/boundary';
import type { KeptDraft, KeptDrafts } from './model/keptDrafts';

/** What a description was drafted from. It is as current as the draft, until that is drafted again. */
export type DraftedPullRequest = Omit<KeptDraft, 'folder'> & { readonly folder: Uri };

/**
 * The descriptions that were drafted in this workspace, while their documents are open; after a reload and after
 * saving, too.
 */
export class DraftedPullRequests implements Disposable {
  private readonly byDocument = new Map<TextDocument, DraftedPullRequest>();
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly kept: KeptDrafts,
    private readonly boundary: Boundary,
  ) {}

  remember(document: TextDocument, drafted: DraftedPullRequest): void {
    this.byDocument.set(document, drafted);
    const keep = () => this.kept.keep(document.getText(), { ...drafted, folder: drafted.folder.toString() });
    void this.boundary.background('keeping a description', null, keep);
    this.changed.fire();
  }

  /** Whether it is known in this window already; a description from before a reload is not, until `of` finds it. */
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

  /** The existing document for a branch. */
  find(root: string, branch: string | null): TextDocument | undefined {
    const known = [...this.byDocument].find(([, drafted]) => drafted.root === root && drafted.branch === branch);
    return known?.[0];
  }

  forget(document: TextDocument): void {
    this.byDocument.delete(document);
  }

  dispose(): void {
    this.changed.dispose();
  }
}
