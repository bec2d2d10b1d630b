import { randomBytes } from 'node:crypto';
import { type Disposable, Uri, type WebviewView } from 'vscode';
import { Disposables } from '../../host/disposables';
import { type FromPage, MessageRate, readMessage, type ToPage } from './messages';
import { shellHtml } from './shellHtml';

export interface PageTexts {
  readonly language: string;
  readonly title: string;
}

/**
 * One webview from its first page to its end: what it may load, what it may say, and whether anybody is there to hear.
 */
export class PanelPage implements Disposable {
  private readonly disposables = new Disposables();
  private imageFolder: string | undefined;
  private isReady = false;

  /**
   * @param images the folder of the record that will be shown first: a page that is loaded again for it is twice as late
   * @param received gets valid messages only; after the end it gets none (docs/security.md#hostile-input, S3)
   */
  constructor(
    private readonly view: WebviewView,
    private readonly files: Uri,
    private readonly texts: PageTexts,
    images: Uri | undefined,
    received: (message: FromPage) => void,
  ) {
    const rate = new MessageRate(() => performance.now());
    this.disposables.add(
      view.webview.onDidReceiveMessage((value: unknown) => {
        const message = rate.allows() && !this.disposables.isDisposed ? readMessage(value) : null;
        if (message?.type === 'ready') this.isReady = true;
        if (message) received(message);
      }),
    );
    // A hidden view loses its page and every message to it; it says `ready` when it is back.
    this.disposables.add(view.onDidChangeVisibility(() => (this.isReady &&= view.visible)));
    this.load(images);
  }

  get hears(): boolean {
    return this.isReady && this.view.visible && !this.disposables.isDisposed;
  }

  set name(name: string) {
    this.view.description = name;
  }

  /** True where the page had to be loaded anew for it. */
  allowImages(folder: Uri): boolean {
    if (folder?.toString() === this.imageFolder) return false;
    this.load(folder);
    return true;
  }

  imageUri(file: Uri): string {
    return this.view.webview.asWebviewUri(file).toString();
  }

  post(message: ToPage): void {
    void this.view.webview.postMessage(message);
  }

  dispose(): void {
    this.disposables.dispose();
    this.isReady = false;
  }

  /** The page's own files and one folder's images are all that it can reach (R7). */
  private load(folder: Uri | undefined): void {
    const { webview } = this.view;
    this.imageFolder = folder?.toString();
    this.isReady = false;
    const localResourceRoots = folder ? [this.files, folder] : [this.files];
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots };
    webview.html = shellHtml({
      ...this.texts,
      nonce: randomBytes(16).toString('hex'),
      cspSource: webview.cspSource,
      scriptUri: webview.asWebviewUri(Uri.joinPath(this.files, 'page.js')).toString(),
      styleUris: ['page.css', 'list.css'].map((file) => this.imageUri(Uri.joinPath(this.files, file))),
    });
  }
}
