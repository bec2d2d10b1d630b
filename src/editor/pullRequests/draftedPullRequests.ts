import { type Disposable, EventEmitter, type TextDocument, Uri } from 'vscode';
import type { Boundary } from '../host/boundary';
import type { KeptDraft, KeptDrafts } from './model/keptDrafts';

/** What a description was drafted from: as true as the draft, until it is drafted again. */
export type DraftedPullRequest = Omit<KeptDraft, 'folder'> & { readonly folder: Uri };

/** The descriptions that were drafted here, while their documents are open; after a reload and a saving, too. */
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

  dispose(): void {
    this.changed.dispose();
  }
}
