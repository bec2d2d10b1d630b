import { l10n, type TreeView, type Uri, window, workspace } from 'vscode';
import { type OutcomeFigures, outcomeFigures } from '../../core/forge/figures';
import type { ForgeProblem } from '../../core/forge/forgeResult';
import { joinParts } from '../../core/text';
import { addDays } from '../../core/time/localDate';
import { dayBounds, type Instant, type Period, wallClockAt } from '../../core/time/zone';
import { Disposables } from '../disposables';
import type { FeatureServices } from '../features';
import { contextKeys, settingKeys, views } from '../ids';
import type { LazyFeature } from '../lazyFeature';
import { isOn, onSettings } from '../settings';
import { localTime } from '../team/clockWords';
import { type FigureNode, FiguresTree } from './figuresTree';
import { forgeSentence } from './forgeWords';
import { refreshPace } from './model/refreshPace';
import type { GitHubSessions } from './session';

const days = 30;

/** When what is shown was read, and when to read again. */
interface Reading {
  readonly folder: string;
  readonly nextAt: Instant;
  /** The last figures, to tell whether anything is new. */
  readonly figures: string;
  readonly unchanged: number;
}

/**
 * The view Team Outcomes around its tree. GitHub is asked only while somebody looks: the view is open, the window in
 * front, and a session there already; then every five minutes at most (R42). Nobody is asked to sign in.
 */
export class FiguresView {
  readonly tree: FiguresTree;
  private readonly disposables = new Disposables();
  private readonly view: TreeView<FigureNode>;
  private readonly ended = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private reading: Reading | null = null;
  private current: Promise<void> | null = null;
  private isWatching = false;
  private isOutdated = false;
  /** GitHub did not take the session that is there: a click asks for another one. */
  private isRefused = false;

  constructor(
    private readonly services: FeatureServices,
    private readonly github: LazyFeature<GitHubSessions>,
  ) {
    this.tree = this.disposables.add(new FiguresTree(services.boundary));
    this.view = this.disposables.add(window.createTreeView(views.figures, { treeDataProvider: this.tree }));
    services.contexts.set(contextKeys.figures, 'reading');
    this.disposables.add(this.view.onDidChangeVisibility(() => this.tick()));
    this.disposables.add(window.onDidChangeWindowState(() => this.tick()));
    this.disposables.add(services.active.onDidChange(() => this.tick()));
    this.disposables.add(workspace.onDidGrantWorkspaceTrust(() => this.again()));
    this.disposables.add(onSettings(() => this.again(), [settingKeys.enabled, settingKeys.gitHub]));
    this.tick();
  }

  /** Reads now, for whoever asks; settles when it is shown. */
  async refresh(): Promise<void> {
    await this.current;
    await this.read();
  }

  /** Asks the person to sign in, on their click. */
  async signIn(): Promise<void> {
    const folder = this.folder();
    if (!folder) return;
    const detail = l10n.t('Meridian reads pull requests and reviews of this repository.');
    const isRefused = this.isRefused;
    const sessions = await this.github.load();
    await sessions.forgeFor(folder, { detail, isRefused });
    await this.refresh();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.ended.abort();
    this.disposables.dispose();
  }

  /** What is being read now may be somebody else's: it is read once more. */
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
    if (wait <= 0) this.services.boundary.watch('figures', this.read());
    else this.timer = setTimeout(() => this.tick(), wait);
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
    const { now } = this.services;
    const { signal } = this.ended;
    // Before anything can fail: a failure waits its turn too.
    this.plan(folder, null);
    const sessions = await this.watched();
    const place = await sessions.forgeFor(folder, null, signal);
    if (place.kind === 'none') return this.showNone(place.why === 'signed-out', place.sentence);
    const period = lastDays(now());
    const answer = await place.forge.mergedSince(period.start, signal);
    if (signal.aborted) return;
    this.isRefused = !answer.ok && answer.problem.kind === 'signed-out';
    if (!answer.ok) return this.showProblem(answer.problem);
    const figures = outcomeFigures(answer.value.pullRequests, period);
    this.plan(folder, figures);
    const { owner, repo } = place.repository;
    this.view.description = `${owner}/${repo}`;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const lines = [
      l10n.t('The last {0} days, as of {1}.', days, localTime(answer.asOf, zone)),
      answer.stale ? forgeSentence(answer.stale) : '',
      answer.value.isCut ? l10n.t('Only the latest 1,000 pull requests were looked at.') : '',
    ];
    this.show('ready', figures, joinParts(lines, ' '));
  }

  private plan(folder: Uri, figures: OutcomeFigures | null): void {
    const before = this.reading?.folder === folder.toString() ? this.reading : null;
    // Without the period, which goes on by itself.
    const shown =
      figures === null ? (before?.figures ?? '') : JSON.stringify({ ...figures, period: null, weeks: null });
    const unchanged = figures !== null && before?.figures === shown ? before.unchanged + 1 : 0;
    const nextAt = this.services.now() + refreshPace(unchanged, Math.random());
    this.reading = { folder: folder.toString(), nextAt, figures: shown, unchanged };
  }

  private showNone(isSignedOut: boolean, sentence: string): void {
    this.view.description = '';
    this.show(isSignedOut ? 'signed-out' : 'none', null, isSignedOut ? '' : sentence);
  }

  private showProblem(problem: ForgeProblem): void {
    if (problem.kind === 'cancelled') return;
    this.show(problem.kind === 'signed-out' ? 'signed-out' : 'failed', null, forgeSentence(problem));
  }

  private show(state: string, figures: OutcomeFigures | null, message: string): void {
    this.services.contexts.set(contextKeys.figures, state);
    this.view.message = message;
    this.tree.show(figures);
  }

  /** The sessions, whose changes are followed from the first time on. */
  private async watched(): Promise<GitHubSessions> {
    const sessions = await this.github.load();
    if (!this.isWatching) this.disposables.add(sessions.onDidChange(() => this.again()));
    this.isWatching = true;
    return sessions;
  }

  /** Of the file in front, else the first. */
  private folder(): Uri | undefined {
    const { active, projects } = this.services;
    return (active.file?.project ?? projects.folders[0])?.folder.uri;
  }
}

/** Whole days on this machine's clock before now. */
function lastDays(now: Instant): Period {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { date } = wallClockAt(zone, now);
  return { start: dayBounds(zone, addDays(date, -days)).start, end: now };
}
