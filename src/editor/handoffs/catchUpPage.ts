import {
  type Disposable,
  EventEmitter,
  commands as editorCommands,
  l10n,
  TabInputCustom,
  TabInputText,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Boundary } from '../host/boundary';
import { Disposables } from '../host/disposables';

const scheme = 'meridian-catch-up';
/** The editor's own rendered view of Markdown that belongs to one document and does not follow the active one. */
const renderedView = 'vscode.markdown.preview.editor';

/**
 * The page of Catch Me Up: one document that cannot be edited, in one tab, refreshed in place. Its text is a document's and
 * English, its tab is the editor's (docs/adr/0033).
 */
export class CatchUpPage implements Disposable {
  /** Its links begin with `/`: the root of the first folder. */
  static readonly uri = Uri.from({ scheme, path: `/${l10n.t('Catch Up')}.md` });
  private readonly parts = new Disposables();
  private readonly changed = this.parts.add(new EventEmitter<Uri>());
  private text = '';

  constructor(boundary: Boundary) {
    const provider = { onDidChange: this.changed.event, provideTextDocumentContent: () => this.text };
    this.parts.add(workspace.registerTextDocumentContentProvider(scheme, provider));
    const closeOld = () => window.tabGroups.close(window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isLeftOver)));
    void boundary.background('old page of Catch Me Up', null, closeOld);
  }

  async show(text: string): Promise<void> {
    this.text = text;
    this.changed.fire(CatchUpPage.uri);
    try {
      await editorCommands.executeCommand('vscode.openWith', CatchUpPage.uri, renderedView, { preview: false });
    } catch {
      // Without the editor's own Markdown extension the text is as readable.
      await window.showTextDocument(CatchUpPage.uri, { preview: false });
    }
  }

  dispose(): void {
    this.parts.dispose();
  }
}

/** A tab that the editor restored from another session, whose text is gone. */
function isLeftOver({ input }: { readonly input: unknown }): boolean {
  return (input instanceof TabInputCustom || input instanceof TabInputText) && input.uri.scheme === scheme;
}
