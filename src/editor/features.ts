import type { Disposable } from 'vscode';
import type { FiguresView } from './github/figuresView';
import type { GitHubSessions } from './github/session';
import type { DraftsFeature } from './handoffs/drafting/draftsFeature';
import type { HandoffsFeature } from './handoffs/handoffsFeature';
import type { FeatureServices } from './host/featureServices';
import { LazyFeature } from './host/lazyFeature';
import type { PullRequestsFeature } from './pullRequests/pullRequestsFeature';
import type { QuestionsFeature } from './questions/questionsFeature';
import type { PanelFeature, PanelServices } from './records/panel/panelFeature';
import type { StatusMenu } from './records/statusMenu';
import type { TeamFeature } from './team/teamFeature';

/** What is loaded when everything else is registered, and what these parts know of each other. */
export class Features implements Disposable {
  readonly team: LazyFeature<TeamFeature>;
  readonly drafts: LazyFeature<DraftsFeature>;
  readonly handoffs: LazyFeature<HandoffsFeature>;
  readonly pullRequests: LazyFeature<PullRequestsFeature>;
  readonly questions: LazyFeature<QuestionsFeature>;
  /** Loaded by the first who needs it, not at the start. */
  readonly github: LazyFeature<GitHubSessions>;
  readonly figures: LazyFeature<FiguresView>;
  readonly menu: LazyFeature<StatusMenu>;
  readonly panel: LazyFeature<PanelFeature>;

  constructor(
    private readonly services: FeatureServices,
    panelServices: PanelServices,
  ) {
    this.team = new LazyFeature(async () => {
      const [{ TeamFeature }, { machineZone }] = await Promise.all([
        import('./team/teamFeature'),
        import('../disk/machineZone'),
      ]);
      return new TeamFeature(services, machineZone);
    });
    this.github = new LazyFeature(async () => {
      const { GitHubSessions } = await import('./github/session');
      return new GitHubSessions(services.git, services.log);
    });
    this.drafts = new LazyFeature(async () => {
      const [{ DraftsFeature }, team] = await Promise.all([
        import('./handoffs/drafting/draftsFeature'),
        this.team.load(),
      ]);
      return new DraftsFeature(services, team, this.github);
    });
    this.handoffs = new LazyFeature(async () => {
      const [{ HandoffsFeature }, team] = await Promise.all([import('./handoffs/handoffsFeature'), this.team.load()]);
      return new HandoffsFeature(services, team, this.github);
    });
    this.pullRequests = new LazyFeature(async () => {
      const { PullRequestsFeature } = await import('./pullRequests/pullRequestsFeature');
      return new PullRequestsFeature(services, await this.team.load(), this.github);
    });
    this.questions = new LazyFeature(async () => {
      const { QuestionsFeature } = await import('./questions/questionsFeature');
      return new QuestionsFeature({ ...services, team: await this.team.load(), github: this.github });
    });
    this.figures = new LazyFeature(async () => {
      const { FiguresView } = await import('./github/figuresView');
      return new FiguresView(services, this.github);
    });
    this.menu = new LazyFeature(async () => {
      const { StatusMenu } = await import('./records/statusMenu');
      return new StatusMenu();
    });
    this.panel = new LazyFeature(async () => {
      const { PanelFeature } = await import('./records/panel/panelFeature');
      return new PanelFeature({ ...services, ...panelServices });
    });
  }

  private get started(): readonly LazyFeature<Disposable>[] {
    const { panel, team, drafts, handoffs, pullRequests, questions, figures, menu } = this;
    return [panel, team, drafts, handoffs, pullRequests, questions, figures, menu];
  }

  /** Begins to load them; returns at once. */
  start(): void {
    for (const part of this.started) this.services.boundary.watch('feature', part.load());
  }

  dispose(): void {
    for (const part of [...this.started, this.github]) part.dispose();
  }
}
