import { type Disposable, languages, type Uri, window } from 'vscode';
import type { GitHubSessions } from '../../github/session';
import { answer } from '../../host/answer';
import { Disposables } from '../../host/disposables';
import type { FeatureServices } from '../../host/featureServices';
import type { LazyFeature } from '../../host/lazyFeature';
import type { TeamFeature } from '../../team/teamFeature';
import { LiveDiagnostics } from '../../written/liveDiagnostics';
import { DraftedFrom } from './draftedFrom';
import { HandoffDocuments } from './handoffDocuments';
import { HandoffLenses } from './handoffLenses';
import { HandoffReadiness } from './handoffReadiness';
import { openHandoffFirst } from './readinessWords';
import { Reminder } from './reminder';

/**
 * Everything that prepares text for a person to finish: what is shown in a handoff that is open, the reminder, and the
 * commands, each of which is loaded when it is first run.
 */
export class DraftsFeature implements Disposable {
  private readonly parts = new Disposables();
  private readonly draftedFrom = new DraftedFrom();
  private readonly documents: HandoffDocuments;
  private readonly lenses: HandoffLenses;
  readonly reminder: Reminder;

  constructor(
    private readonly services: FeatureServices,
    private readonly team: TeamFeature,
    private readonly github: LazyFeature<GitHubSessions>,
  ) {
    const { boundary, now } = services;
    this.documents = new HandoffDocuments(team, now);
    const readiness = this.parts.add(new HandoffReadiness(this.documents, team.me.onDidChange));
    this.parts.add(new LiveDiagnostics(readiness, boundary));
    this.lenses = this.parts.add(new HandoffLenses(this.documents, this.draftedFrom, boundary));
    this.parts.add(team.me.onDidChange(() => this.lenses.refresh()));
    this.parts.add(languages.registerCodeLensProvider({ language: 'markdown' }, this.lenses));
    this.reminder = this.parts.add(new Reminder(team, now));
  }

  draftHandoff(): Promise<void> {
    return this.draft(null);
  }

  /** The handoff in front, for the same person. */
  async draftAgain(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document && this.documents.isHandoff(document)) return this.draft(document.uri);
    await answer(openHandoffFirst());
  }

  async draftStandup(): Promise<void> {
    const { draftSummary, summaries } = await import('./summaryDrafting');
    await draftSummary(summaries.standup(), this.services, this.team);
  }

  async draftWeeklyUpdate(): Promise<void> {
    const { draftSummary, summaries } = await import('./summaryDrafting');
    await draftSummary(summaries.weekly(), this.services, this.team);
  }

  async copyDraft(argument: unknown): Promise<void> {
    const { copyDraft } = await import('./copyDraft');
    await copyDraft(argument, this.services.git);
  }

  async checkHandoff(): Promise<void> {
    const [{ showGaps }, { handoffGaps }] = await Promise.all([
      import('../../written/showGaps'),
      import('./handoffGaps'),
    ]);
    await showGaps(handoffGaps(this.documents));
  }

  /** What the handoff in front tells of, where it was drafted in this window; else whatever is checked out. */
  async pushBranches(): Promise<void> {
    const { pushBranches } = await import('./pushBranches');
    const document = window.activeTextEditor?.document;
    const here = document && this.draftedFrom.invisibleIn(document.uri);
    const pushed = await pushBranches(here?.unpushed ?? []);
    if (pushed.length === 0) return;
    this.draftedFrom.forget(pushed);
    this.lenses.refresh();
  }

  dispose(): void {
    this.parts.dispose();
  }

  private async draft(again: Uri | null): Promise<void> {
    const { draftHandoffDocument } = await import('./handoffDrafting');
    const drafted = await draftHandoffDocument(this.services, this.team, this.github, again);
    if (!drafted) return;
    this.draftedFrom.remember(drafted);
    this.lenses.refresh();
  }
}
