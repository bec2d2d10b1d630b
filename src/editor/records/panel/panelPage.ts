import { randomBytes } from 'node:crypto';
import type { Disposable, Uri, WebviewView } from 'vscode';
import { Disposables } from '../../host/disposables';
import { MessageRate, readMessage, type ToPage } from './messages';
import { type PageCode, shellHtml } from './shellHtml';

export interface PageParts extends PageCode {
  readonly language: string;
  readonly title: string;
}

/**
 * One webview from its first page to its end: what it may load, what it may say, and whether the page listens.
 */
export class PanelPage implements Disposable {
  private readonly disposables = new Disposables();
  private imageFolder: string | undefined;
  private isReady = false;
  /** What the page gets as soon as it is ready. */
  private held: ToPage | undefined;

  /**
   * @param images the folder of the record that will be shown first: to load the page again for another folder takes as
   *   long once more
   * @param wanted called when the page wants content that was not posted: the view is shown again, or its page was
   *   loaded anew
   * @param followed gets the id of a link that was followed; after the end it is not called
   *   (docs/security.md#hostile-input, S3)
   */
  constructor(
    private readonly view: WebviewView,
    private readonly parts: PageParts,
    images: Uri | undefined,
    wanted: () => void,
    followed: (id: string) => void,
  ) {
    const rate = new MessageRate(() => performance.now());
    this.disposables.add(
      view.webview.onDidReceiveMessage((value: unknown) => {
        const message = rate.allows() && !this.disposables.isDisposed ? readMessage(value) : null;
        if (message?.type === 'follow') followed(message.id);
        else if (message && !this.deliver()) wanted();
      }),
    );
    // A hidden view loses its page and every message to it; it says `ready` when it is back.
    this.disposables.add(
      view.onDidChangeVisibility(() => {
        this.isReady &&= view.visible;
        this.held = undefined;
        if (view.visible) wanted();
      }),
    );
    this.load(images);
  }

  /** Whether it shows what is posted, at once or when its page has been loaded. */
  get hears(): boolean {
    return this.view.visible && !this.disposables.isDisposed;
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

  /** What comes while the page is still being loaded waits for it; of two, the later one. */
  post(message: ToPage): void {
    const { held } = this;
    if (this.isReady) void this.view.webview.postMessage(message);
    else if (held?.key !== message.key) this.held = message;
    else {
      const fragment = message.fragment ?? held.fragment;
      this.held = { ...message, fragment, announcement: held.announcement };
    }
  }

  dispose(): void {
    this.disposables.dispose();
    this.isReady = false;
  }

  /** One folder's images are all that it can reach (R7). */
  private load(folder: Uri | undefined): void {
    const { webview } = this.view;
    this.imageFolder = folder?.toString();
    this.isReady = false;
    this.held = undefined;
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: folder ? [folder] : [] };
    const nonce = randomBytes(16).toString('hex');
    webview.html = shellHtml({ ...this.parts, nonce, cspSource: webview.cspSource });
  }

  /** The page is there: whether something waited for it. */
  private deliver(): boolean {
    const { held } = this;
    this.isReady = true;
    this.held = undefined;
    if (held) this.post(held);
    return held !== undefined;
  }
}
