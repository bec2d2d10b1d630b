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
 * One webview from its first page to its end: what it may load, which messages it may send, and whether the page
 * receives any.
 */
export class PanelPage implements Disposable {
  private readonly disposables = new Disposables();
  private imageFolder: string | undefined;
  private isReady = false;
  /** The message that waits until the page is ready. */
  private held: ToPage | undefined;

  /**
   * @param images the folder of the record that will be shown first. Loading the page again for another folder takes as
   *   long once more.
   * @param wanted called when the page needs content that was not posted: the view is shown again, or its page was
   *   loaded again
   * @param followed called with the id of a followed link; not called after the end (docs/security.md#hostile-input,
   *   S3)
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
    // A hidden view loses its page and all messages to it. It sends `ready` when it is shown again.
    this.disposables.add(
      view.onDidChangeVisibility(() => {
        this.isReady &&= view.visible;
        this.held = undefined;
        if (view.visible) wanted();
      }),
    );
    this.load(images);
  }

  /** Whether a posted message is shown, at once or when the page has been loaded. */
  get hears(): boolean {
    return this.view.visible && !this.disposables.isDisposed;
  }

  set name(name: string) {
    this.view.description = name;
  }

  /** Lets the page show images of a folder. True where the page had to be loaded again for that. */
  allowImages(folder: Uri): boolean {
    if (folder?.toString() === this.imageFolder) return false;
    this.load(folder);
    return true;
  }

  imageUri(file: Uri): string {
    return this.view.webview.asWebviewUri(file).toString();
  }

  /** A message that comes while the page is being loaded waits for it; a later one replaces it. */
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

  /** The page can reach the images of one folder and nothing else (R7). */
  private load(folder: Uri | undefined): void {
    const { webview } = this.view;
    this.imageFolder = folder?.toString();
    this.isReady = false;
    this.held = undefined;
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: folder ? [folder] : [] };
    const nonce = randomBytes(16).toString('hex');
    webview.html = shellHtml({ ...this.parts, nonce, cspSource: webview.cspSource });
  }

  /** Called when the page is ready. @returns whether a message waited for it */
  private deliver(): boolean {
    const { held } = this;
    this.isReady = true;
    this.held = undefined;
    if (held) this.post(held);
    return held !== undefined;
  }
}
