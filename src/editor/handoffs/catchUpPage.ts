import {
  type Disposable,
  EventEmitter,
  commands as editorCommands,
  l10n,
  type Tab,
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
const reading = '# Catch up\n\nReading what changed…\n';
/**
 * Milliseconds after which the rendered view is drawn again. The view loses changes that come while the editor loads
 * it, and the editor does not say when it has loaded: that takes seconds on a busy machine or over a slow line.
 */
const drawnAgain = [1_000, 3_000, 8_000, 20_000, 60_000];

/**
 * The page of Catch Me Up: one read-only document in one tab, refreshed in place. Its text is in English, as every
 * document; its tab's title is in the editor's language (docs/adr/0033).
 */
export class CatchUpPage implements Disposable {
  /** Links of the page begin with `/`: the root of the first folder. */
  static readonly uri = Uri.from({ scheme, path: `/${l10n.t('Catch Up')}.md` });
  private readonly parts = new Disposables();
  private readonly changed = this.parts.add(new EventEmitter<Uri>());
  private readonly drawings = this.parts.add(new Disposables());
  private text = '';
  private before = '';

  constructor(private readonly boundary: Boundary) {
    const provider = { onDidChange: this.changed.event, provideTextDocumentContent: () => this.text };
    this.parts.add(workspace.registerTextDocumentContentProvider(scheme, provider));
    // Closes a tab that the editor restored from another session: its text is gone.
    void boundary.background('old page of Catch Me Up', null, () => window.tabGroups.close(pages()));
  }

  /**
   * Brings the page to the front at once. If it came when everything was read, it would take the focus from what the
   * person is typing by then.
   */
  async open(): Promise<void> {
    if (this.text !== reading) this.before = this.text;
    this.write(reading);
    try {
      await editorCommands.executeCommand('vscode.openWith', CatchUpPage.uri, renderedView, { preview: false });
    } catch {
      // Without the editor's own Markdown extension, the text itself is shown; it is as readable.
      await window.showTextDocument(CatchUpPage.uri, { preview: false });
    }
  }

  /** @param text null where there is none: the page then shows its text from before */
  async finish(text: string | null): Promise<void> {
    this.write(text ?? this.before);
    if (this.text === '') return void (await window.tabGroups.close(pages()));
    for (const wait of drawnAgain) {
      const timer = setTimeout(() => this.drawAgain(), wait);
      this.drawings.add({ dispose: () => clearTimeout(timer) });
    }
  }

  private drawAgain(): void {
    if (!pages().some(({ input }) => input instanceof TabInputCustom)) return;
    const draw = () => editorCommands.executeCommand('markdown.preview.refresh');
    void this.boundary.background('page of Catch Me Up', null, draw);
  }

  private write(text: string): void {
    this.drawings.clear();
    this.text = text;
    this.changed.fire(CatchUpPage.uri);
  }

  dispose(): void {
    this.parts.dispose();
  }
}

function pages(): readonly Tab[] {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isPage));
}

function isPage({ input }: Tab): boolean {
  return (input instanceof TabInputCustom || input instanceof TabInputText) && input.uri.scheme === scheme;
}
