import { l10n, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { ForgeProblem } from '../../core/forge/forgeResult';
import { answer } from '../host/answer';
import { answerNoFolder } from '../host/answerFailures';
import { Disposables } from '../host/disposables';
import type { FeatureServices } from '../host/featureServices';
import { settingKeys } from '../host/ids';
import type { LazyFeature } from '../host/lazyFeature';
import { isOn, onSettings } from '../host/settings';
import { figuresHtml } from './figuresHtml';
import { type FiguresPicture, failedPicture, figureCommands, figuresPicture, readingPicture } from './figuresPicture';
import { nextReading, type Reading } from './model/reading';
import { type ReadFigures, readFigures } from './readFigures';
import type { GitHubSessions } from './session';

/**
 * Team Outcomes as an editor tab. GitHub is asked only while the tab is visible and the window has the focus, and then
 * every five minutes at most (docs/security.md#r42). Closing the tab cancels what is being read.
 */
export class FiguresPanel {
  private tab: FiguresTab | undefined;

  constructor(
    parts: Disposables,
    private readonly services: FeatureServices,
    private readonly github: LazyFeature<GitHubSessions>,
    private readonly extensionUri: Uri,
  ) {
    parts.add({ dispose: () => this.tab?.dispose() });
  }

  /** The page as it was drawn last; empty while there is no tab. For in-editor tests. */
  get html(): string {
    return this.tab?.html ?? '';
  }

  /** Opens the tab, or brings it to the front and reads again; settles when the result is shown. */
  async show(): Promise<void> {
    const folder = this.folder();
    if (!folder) return answerWithoutFolder();
    this.tab ??= this.open();
    await this.tab.show(folder);
  }

  /** Asks the person to sign in, on their click, and shows them what came of it. */
  async signIn(): Promise<void> {
    const folder = this.tab?.folder ?? this.folder();
    if (!folder) return answerWithoutFolder();
    const detail = l10n.t('Meridian reads pull requests and reviews of this repository.');
    const isRefused = this.tab?.problem?.kind === 'signed-out';
    const place = await (await this.github.load()).forgeFor(folder, { detail, isRefused });
    if (this.tab) return this.tab.show(folder);
    if (place.kind === 'forge') {
      const { owner, repo } = place.repository;
      const show = l10n.t('Show Team Outcomes');
      const said = l10n.t('Signed in: drafts and Catch Me Up also tell what waits in {0}.', `${owner}/${repo}`);
      if ((await answer(said, show)) === show) await this.show();
    } else if (place.why !== 'signed-out') await answer(place.sentence);
  }

  private open(): FiguresTab {
    const panel = window.createWebviewPanel('meridian.figures', l10n.t('Team Outcomes'), ViewColumn.Active, {
      enableScripts: false,
      enableForms: false,
      enableFindWidget: true,
      enableCommandUris: figureCommands,
      localResourceRoots: [this.page],
    });
    const tab = new FiguresTab(panel, Uri.joinPath(this.page, 'figures.css'), this.services, this.github);
    panel.onDidDispose(() => {
      tab.dispose();
      if (this.tab === tab) this.tab = undefined;
    });
    return tab;
  }

  private get page(): Uri {
    return Uri.joinPath(this.extensionUri, 'dist', 'panel');
  }

  /** The folder of the file in front, else the folder that is shown, else the first of the window. */
  private folder(): Uri | undefined {
    const { active, projects } = this.services;
    return active.file?.project.folder.uri ?? this.tab?.folder ?? projects.folders[0]?.folder.uri;
  }
}

/** One tab, from its opening to its end. */
class FiguresTab {
  private readonly parts = new Disposables();
  private readonly ended = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private reading: Reading | null = null;
  private current: Promise<void> | null = null;
  private isWatching = false;
  private isOutdated = false;
  folder: Uri | undefined;
  html = '';
  /** Why GitHub gave nothing the last time, which a click may mend; null where it did. */
  problem: ForgeProblem | null = null;

  constructor(
    private readonly panel: WebviewPanel,
    private readonly style: Uri,
    private readonly services: FeatureServices,
    private readonly github: LazyFeature<GitHubSessions>,
  ) {
    this.parts.add(panel);
    this.parts.add(panel.onDidChangeViewState(() => this.tick()));
    this.parts.add(window.onDidChangeWindowState(() => this.tick()));
    this.parts.add(workspace.onDidGrantWorkspaceTrust(() => this.again()));
    this.parts.add(onSettings(() => this.again(), [settingKeys.enabled, settingKeys.gitHub]));
    this.draw(readingPicture());
  }

  async show(folder: Uri): Promise<void> {
    if (folder.toString() !== this.folder?.toString()) this.draw(readingPicture());
    this.folder = folder;
    this.panel.reveal();
    await this.current;
    await this.read();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.ended.abort();
    this.parts.dispose();
  }

  /** A read under way may belong to another session, so another one follows it. */
  private again(): void {
    this.isOutdated = this.current !== null;
    this.reading = null;
    this.tick();
  }

  /** Reads if the time for it has come, else waits until then. */
  private tick(): void {
    clearTimeout(this.timer);
    const { folder } = this;
    const isSeen = this.panel.visible && window.state.focused;
    if (!isSeen || !folder || this.current || !isOn(settingKeys.gitHub, folder)) return;
    const { boundary } = this.services;
    const wait = (this.reading?.nextAt ?? 0) - this.services.now();
    if (wait <= 0) void boundary.background('figures', null, () => this.read());
    else
      this.timer = setTimeout(
        boundary.event('figures', () => this.tick()),
        wait,
      );
  }

  private async read(): Promise<void> {
    const { folder } = this;
    if (!folder || this.ended.signal.aborted) return;
    this.current = this.readFor(folder).finally(() => {
      this.current = null;
      if (this.isOutdated) this.reading = null;
      this.isOutdated = false;
      if (!this.ended.signal.aborted) this.tick();
    });
    await this.current;
  }

  private async readFor(folder: Uri): Promise<void> {
    const { signal } = this.ended;
    // Planned before anything can fail, so that a failure, too, waits before the next read.
    this.plan(folder, null);
    try {
      const read = await readFigures(await this.watched(), folder, this.services.now(), signal);
      if (signal.aborted) return;
      this.plan(folder, read);
      this.problem = read.kind === 'problem' ? read.problem : null;
      this.draw(figuresPicture(read));
    } catch (error) {
      if (!signal.aborted) this.draw(failedPicture(error));
      throw error;
    }
  }

  private plan(folder: Uri, read: ReadFigures | null): void {
    const figures = read?.kind === 'figures' ? read.figures : null;
    const until = read?.kind === 'problem' ? read.problem.until : null;
    const now = this.services.now();
    this.reading = nextReading(this.reading, { folder: folder.toString(), figures, until }, now, Math.random());
  }

  private draw(picture: FiguresPicture): void {
    const { webview } = this.panel;
    const styleUri = webview.asWebviewUri(this.style).toString();
    this.html = figuresHtml(picture, { cspSource: webview.cspSource, styleUri });
    webview.html = this.html;
  }

  /** The sessions. From the first call on, a change of the session reads again. */
  private async watched(): Promise<GitHubSessions> {
    const sessions = await this.github.load();
    if (!this.isWatching) this.parts.add(sessions.onDidChange(() => this.again()));
    this.isWatching = true;
    return sessions;
  }
}

async function answerWithoutFolder(): Promise<void> {
  await answerNoFolder(l10n.t('Open a folder first: its remote says which repository at GitHub is asked.'));
}
