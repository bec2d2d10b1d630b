import {
  type Disposable,
  EventEmitter,
  commands as editor,
  type Memento,
  Uri,
  type WebviewView,
  type WebviewViewProvider,
} from 'vscode';
import type { Boundary } from '../../host/boundary';
import { Disposables } from '../../host/disposables';
import { commands, views } from '../../host/ids';
import { uriOf } from '../../workspace/folderPaths';
import type { Projects } from '../../workspace/projects';
import { type FileInFront, fileKey } from '../fileInFront';
import type { RecordLocation } from '../recordHandles';
import { failedContent } from './failedContent';
import { GroupPages } from './groupPages';
import { History } from './history';
import { KeptPlace } from './keptPlace';
import { openExternal, openLine, openPlace } from './openTarget';
import type { PanelContent, PanelContentMaker } from './panelContent';
import { PanelPage } from './panelPage';
import type { PanelTarget } from './panelTarget';
import type { PageCode } from './shellHtml';
import { translatedWords } from './translatedWords';

/** What the view shows: a record, or the list for the file in front. */
export type PanelEntry = RecordLocation | 'list';

/**
 * The view Decisions: the records that concern the file in front, or one of them in place of the list. The page stores
 * no content. Whenever it is loaded (first shown, or shown again after it was hidden), the content is sent again.
 */
export class DecisionPanel implements WebviewViewProvider, Disposable {
  private readonly words = translatedWords();
  private readonly shown = new EventEmitter<void>();
  private readonly disposables = new Disposables();
  private readonly history = new History<PanelEntry>(isSame);
  private maker: PanelContentMaker | undefined;
  private page: PanelPage | undefined;
  private sent: { readonly key: string; readonly content: PanelContent } | undefined;
  private fragment: string | null = null;
  private isStale = false;
  private isRendering = false;
  private own = '';
  private readonly pages = new GroupPages();
  private readonly kept: KeptPlace;
  /** Fires when the page got other content. */
  readonly onDidShow = this.shown.event;

  constructor(
    private readonly code: PageCode,
    private readonly projects: Projects,
    private readonly front: FileInFront,
    state: Memento,
    private readonly boundary: Boundary,
  ) {
    this.kept = new KeptPlace(state, boundary);
    this.history.visit('list');
    // The progress changes nothing while the page shows content from before the reading.
    this.disposables.add(projects.onDidProgress(() => this.isWaiting && this.refresh()));
    // Also fires for changes of the projects and of settings.
    this.disposables.add(
      front.onDidChange(() => {
        this.keep();
        this.refresh();
      }),
    );
  }

  /** Shows a record as soon as the view is visible; the view itself is not opened and takes no focus. */
  show({ folder, path }: RecordLocation, fragment: string | null = null): void {
    const isNew = this.history.visit({ folder, path });
    this.fragment = fragment;
    this.keep();
    if (isNew || fragment !== null) this.refresh();
  }

  /** Shows the list for the file in front. */
  showList(): void {
    if (!this.history.visit('list')) return;
    this.keep();
    this.refresh();
  }

  /**
   * Shows what the window showed before its reload, if the same document is in front. Nothing is stored before this
   * call.
   */
  restore(): boolean {
    const place = this.kept.restore(this.front.key);
    if (place) this.show(place);
    return place !== null;
  }

  /** Whether the shown record led to the file, so that it stays. True once for each time. */
  opened(front: string): boolean {
    const isOwn = this.own === front;
    this.own = '';
    return isOwn;
  }

  /** Shows a record and opens the view, for a person who asked for it. */
  async reveal(place: RecordLocation): Promise<void> {
    this.show(place);
    await editor.executeCommand(`${views.decisions}.focus`, { preserveFocus: true });
  }

  /** The page's content as it was last sent; for in-editor tests. */
  html(): string {
    return this.sent?.content.html ?? '';
  }

  resolveWebviewView(view: WebviewView): void {
    this.page?.dispose();
    const { language, title } = this.words;
    const parts = { ...this.code, language, title };
    const wanted = this.boundary.event('panel', () => this.fill());
    const followed = this.boundary.event('panel message', (id: string) => this.followId(id));
    const page = new PanelPage(view, parts, this.imageFolder(), wanted, followed);
    this.page = page;
    view.onDidDispose(() => {
      page.dispose();
      if (this.page === page) this.page = undefined;
    });
    this.fill();
  }

  dispose(): void {
    this.page?.dispose();
    this.page = undefined;
    this.disposables.dispose();
    this.shown.dispose();
  }

  /** Renders the first content while the page is still being loaded. */
  private fill(): void {
    // A rendering for this page is under way.
    if (this.isRendering && !this.sent) return;
    this.sent = undefined;
    this.refresh();
  }

  /** The folder of the shown record, else of the file in front, whose records are likely to be shown next. */
  private imageFolder(): Uri | undefined {
    const { current = 'list' } = this.history;
    if (current !== 'list') return Uri.parse(current.folder, true);
    return (this.front.file?.project ?? this.projects.folders[0])?.folder.uri;
  }

  private followId(id: string): void {
    const target = this.sent?.content.targets.find(id);
    if (target) void this.boundary.background('panel link', null, () => this.follow(target));
  }

  private async follow(target: PanelTarget): Promise<void> {
    if (target.kind === 'external') return openExternal(target.url);
    if (target.kind === 'list') return this.showList();
    if (target.kind === 'more') {
      this.pages.more(target.group);
      return this.refresh();
    }
    if (target.kind === 'step') {
      if (this.history.step(target.by)) this.refresh();
      this.keep();
      return;
    }
    if (target.kind === 'command') {
      await editor.executeCommand(target.command);
      return;
    }
    const own = this.sent?.content.folder ?? null;
    const folder = (target.kind === 'file' ? target.folder : undefined) ?? own;
    if (folder === null) return;
    const { path } = target;
    if (target.kind === 'copy') await editor.executeCommand(commands.copyLink, { folder, path });
    else if (target.kind === 'file' && this.projects.find(folder, path)) this.show({ folder, path }, target.fragment);
    else {
      // The list follows to the file that it opens. A record stays, since the person is reading it.
      if (this.history.current !== 'list') this.own = fileKey(folder, path);
      const line = target.kind === 'place' ? target.line : undefined;
      const draft = path === this.front.file?.path ? this.front.draft : undefined;
      await (draft ? openLine(draft.uri, line) : openPlace(Uri.parse(folder, true), path, line));
    }
  }

  /**
   * Stores what is shown, with the document that it is shown beside. A link in it may have brought that document to the
   * front since.
   */
  private keep(): void {
    const { current = 'list' } = this.history;
    this.kept.keep(current === 'list' ? null : current, this.front.key);
  }

  /** Several calls during a rendering lead to one more rendering after it. */
  private refresh(): void {
    this.isStale = true;
    if (!this.isRendering) void this.boundary.background('panel', null, () => this.renderWhileStale());
  }

  private async renderWhileStale(): Promise<void> {
    this.isRendering = true;
    try {
      while (this.isStale && this.page?.hears) {
        this.isStale = false;
        await this.render(this.page);
      }
    } catch (error) {
      this.showFailure(error);
      throw error;
    } finally {
      this.isRendering = false;
    }
  }

  private showFailure(error: unknown): void {
    const { content, sentence } = failedContent(error, this.words);
    this.sent = { key: '', content };
    this.page?.post({ type: 'content', key: '', html: content.html, fragment: null, announcement: sentence });
  }

  /** Loaded with the first content, so that a hidden view costs nothing at the start (docs/security.md#r47). */
  private async contentMaker(): Promise<PanelContentMaker> {
    const { PanelContentMaker: Maker } = await import('./panelContent');
    this.maker ??= new Maker(
      this.projects,
      this.front,
      this.words,
      ({ uri }, path) => this.page?.imageUri(uriOf(uri, path)) ?? null,
    );
    return this.maker;
  }

  /** Whether the page says that files are being read. */
  private get isWaiting(): boolean {
    return this.projects.state === 'reading' || this.front.state === 'reading';
  }

  private async render(page: PanelPage): Promise<void> {
    const { current: entry = 'list', canGoBack: back, canGoForward: forward } = this.history;
    // For images of another folder the page has to be loaded again; a list has no images.
    const folder = this.imageFolder();
    if (entry !== 'list' && folder && page.allowImages(folder)) this.sent = undefined;
    const maker = await this.contentMaker();
    const key = entry === 'list' ? `list ${this.front.key}` : fileKey(entry.folder, entry.path);
    const pages = this.pages.of(key);
    const content = entry === 'list' ? maker.list(pages) : await maker.record(entry, { back, forward });
    if (entry !== this.history.current || !page.hears) return;
    const isUpdate = this.sent?.key === key;
    const { fragment } = this;
    this.fragment = null;
    if (isUpdate && fragment === null && this.sent?.content.fingerprint === content.fingerprint) return;
    this.sent = { key, content };
    const announcement = isUpdate && !this.isWaiting ? this.words.updated : '';
    page.name = content.name;
    page.post({ type: 'content', key, html: content.html, fragment, announcement });
    this.shown.fire();
  }
}

function isSame(a: PanelEntry, b: PanelEntry): boolean {
  return a === 'list' || b === 'list' ? a === b : a.folder === b.folder && a.path === b.path;
}
