import { type Disposable, type Uri, window } from 'vscode';
import type { GitHubSessions } from '../../github/session';
import { answer } from '../../host/answer';
import { Disposables } from '../../host/disposables';
import type { FeatureServices } from '../../host/featureServices';
import type { LazyFeature } from '../../host/lazyFeature';
import type { TeamFeature } from '../../team/teamFeature';
import { registerWritten } from '../../written/registerWritten';
import { DraftedFrom } from './draftedFrom';
import { Reminder } from './reminder';
import { WrittenHandoff } from './writtenHandoff';

/**
 * Everything that prepares text for a person to finish: what is shown in a handoff that is open, the reminder, and the
 * commands, each of which is loaded when it is first run.
 */
export class DraftsFeature implements Disposable {
  private readonly parts = new Disposables();
  private readonly draftedFrom = this.parts.add(new DraftedFrom());
  private readonly written: WrittenHandoff;
  readonly reminder: Reminder;

  constructor(
    private readonly services: FeatureServices,
    private readonly team: TeamFeature,
    private readonly github: LazyFeature<GitHubSessions>,
  ) {
    const { boundary, now } = services;
    this.written = new WrittenHandoff(team, this.draftedFrom, now);
    this.parts.add(registerWritten(this.written, boundary));
    this.reminder = this.parts.add(new Reminder(team, now));
  }

  draftHandoff(): Promise<void> {
    return this.draft(null);
  }

  /** The handoff in front, for the same person. */
  async draftAgain(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document && this.written.is(document)) return this.draft(document.uri);
    await answer(this.written.list.elsewhere);
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
    const { showGaps } = await import('../../written/showGaps');
    await showGaps(this.written);
  }

  /** What the handoff in front lists, where it was drafted in this window; else the branches that are checked out. */
  async pushBranches(): Promise<void> {
    const { pushBranches } = await import('./pushBranches');
    const document = window.activeTextEditor?.document;
    const here = document && this.draftedFrom.invisibleIn(document.uri);
    const pushed = await pushBranches(here?.unpushed ?? []);
    if (pushed.length > 0) this.draftedFrom.forget(pushed);
  }

  dispose(): void {
    this.parts.dispose();
  }

  private async draft(again: Uri | null): Promise<void> {
    const { draftHandoffDocument } = await import('./handoffDrafting');
    const drafted = await draftHandoffDocument(this.services, this.team, this.github, again);
    if (drafted) this.draftedFrom.remember(drafted);
  }
}
