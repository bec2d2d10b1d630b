import { commands, l10n, type TreeView, type Uri, window, workspace } from 'vscode';
import type { ForgeProblem } from '../../core/forge/forgeResult';
import { answer } from '../host/answer';
import type { Disposables } from '../host/disposables';
import type { FeatureServices } from '../host/featureServices';
import { contextKeys, settingKeys, views } from '../host/ids';
import type { LazyFeature } from '../host/lazyFeature';
import { isOn, onSettings } from '../host/settings';
import { ViewMessage } from '../host/viewMessage';
import { figuresPicture } from './figuresPicture';
import { type FigureNode, FiguresTree } from './figuresTree';
import { nextReading, type Reading } from './model/reading';
import { type ReadFigures, readFigures } from './readFigures';
import type { GitHubSessions } from './session';

/**
 * The view Team Outcomes around its tree. GitHub is asked only while the view can be seen: it is open, the window in
 * front, and a session there already; then every five minutes at most (docs/security.md#r42). No one is asked to sign
 * in.
 */
export class FiguresView {
  readonly tree: FiguresTree;
  private readonly view: TreeView<FigureNode>;
  private readonly message: ViewMessage;
  private readonly ended = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private reading: Reading | null = null;
  private current: Promise<void> | null = null;
  private isWatching = false;
  private isOutdated = false;
  /** What GitHub said last against it, which a click may mend. */
  private problem: ForgeProblem | null = null;

  constructor(
    private readonly parts: Disposables,
    private readonly services: FeatureServices,
    private readonly github: LazyFeature<GitHubSessions>,
  ) {
    this.tree = this.parts.add(new FiguresTree(services.boundary));
    this.view = this.parts.add(window.createTreeView(views.figures, { treeDataProvider: this.tree }));
    this.message = this.parts.add(new ViewMessage(this.view, views.figures, services.boundary));
    this.parts.add({ dispose: () => this.end() });
    services.contexts.set(contextKeys.figures, 'reading');
    this.parts.add(this.view.onDidChangeVisibility(() => this.tick()));
    this.parts.add(window.onDidChangeWindowState(() => this.tick()));
    this.parts.add(services.active.onDidChange(() => this.tick()));
    this.parts.add(workspace.onDidGrantWorkspaceTrust(() => this.again()));
    this.parts.add(onSettings(() => this.again(), [settingKeys.enabled, settingKeys.gitHub]));
    this.tick();
  }

  /** Reads now; settles when the result is shown. */
  async refresh(): Promise<void> {
    if (!this.folder()) return answerWithoutFolder();
    await this.current;
    await this.read();
  }

  /** Asks the person to sign in, on their click, and shows them what came of it. */
  async signIn(): Promise<void> {
    const folder = this.folder();
    if (!folder) return answerWithoutFolder();
    const detail = l10n.t('Meridian reads pull requests and reviews of this repository.');
    const isRefused = this.problem?.kind === 'signed-out';
    const sessions = await this.github.load();
    await sessions.forgeFor(folder, { detail, isRefused });
    if (!this.view.visible) await commands.executeCommand(`${views.figures}.focus`);
    await this.refresh();
  }

  private end(): void {
    clearTimeout(this.timer);
    this.ended.abort();
  }

  /** What is being read now may belong to another session: it is read once more. */
  private again(): void {
    this.isOutdated = this.current !== null;
    this.reading = null;
    this.tick();
  }

  /** Reads where it is time, else waits until it is. */
  private tick(): void {
    clearTimeout(this.timer);
    const folder = this.folder();
    if (!this.view.visible || !window.state.focused || !folder || this.current || !isOn(settingKeys.gitHub, folder))
      return;
    const isOther = this.reading?.folder !== folder.toString();
    const wait = isOther ? 0 : (this.reading?.nextAt ?? 0) - this.services.now();
    if (wait <= 0) void this.services.boundary.background('figures', views.figures, () => this.read());
    else
      this.timer = setTimeout(
        this.services.boundary.event('figures', () => this.tick()),
        wait,
      );
  }

  private async read(): Promise<void> {
    const folder = this.folder();
    if (!folder) return;
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
    // Before anything can fail: a failure waits its turn too.
    this.plan(folder, null);
    const read = await readFigures(await this.watched(), folder, this.services.now(), signal);
    if (signal.aborted) return;
    this.plan(folder, read);
    this.show(read);
  }

  private plan(folder: Uri, read: ReadFigures | null): void {
    const figures = read?.kind === 'figures' ? read.figures : null;
    const until = read?.kind === 'problem' ? read.problem.until : null;
    const now = this.services.now();
    this.reading = nextReading(this.reading, { folder: folder.toString(), figures, until }, now, Math.random());
  }

  private show(read: ReadFigures): void {
    this.problem = read.kind === 'problem' ? read.problem : null;
    const { state, description, message, rows } = figuresPicture(read);
    this.services.contexts.set(contextKeys.figures, state);
    this.view.description = description;
    this.message.text = message;
    this.tree.show(rows);
  }

  /** The sessions, whose changes are followed from the first time on. */
  private async watched(): Promise<GitHubSessions> {
    const sessions = await this.github.load();
    if (!this.isWatching) this.parts.add(sessions.onDidChange(() => this.again()));
    this.isWatching = true;
    return sessions;
  }

  /** Of the file in front, else the first. */
  private folder(): Uri | undefined {
    const { active, projects } = this.services;
    return (active.file?.project ?? projects.folders[0])?.folder.uri;
  }
}

async function answerWithoutFolder(): Promise<void> {
  await answer(l10n.t('Open a folder first: its remote says which repository at GitHub is asked.'));
}
