import { l10n, type TextDocument, type Uri, window } from 'vscode';
import type { SummaryGapCode } from '../../../core/drafts/checkSummary';
import type { ReadinessCode } from '../../../core/drafts/readiness/boxGaps';
import type { GitHubSessions } from '../../github/session';
import { answer } from '../../host/answer';
import type { Disposables } from '../../host/disposables';
import type { FeatureServices } from '../../host/featureServices';
import type { LazyFeature } from '../../host/lazyFeature';
import type { TeamFeature } from '../../team/teamFeature';
import { ShownText } from '../../written/shownText';
import { DraftedFrom } from './draftedFrom';
import { Reminder } from './reminder';
import { WrittenHandoff } from './writtenHandoff';
import { WrittenSummary } from './writtenSummary';

/**
 * Everything that prepares text for a person to finish: what is shown in an open handoff, the reminder, and the
 * commands. The code of each command is loaded when it is first run.
 */
export class DraftsFeature {
  private readonly draftedFrom: DraftedFrom;
  private readonly written: WrittenHandoff;
  private readonly shown: ShownText<ReadinessCode>;
  private readonly summary: WrittenSummary;
  private readonly shownSummary: ShownText<SummaryGapCode>;
  readonly reminder: Reminder;

  constructor(
    parts: Disposables,
    private readonly services: FeatureServices,
    private readonly team: TeamFeature,
    private readonly github: LazyFeature<GitHubSessions>,
  ) {
    const { boundary, now } = services;
    this.draftedFrom = parts.add(new DraftedFrom());
    this.written = new WrittenHandoff(team, this.draftedFrom, now);
    this.shown = parts.add(new ShownText(this.written, services));
    this.summary = parts.add(new WrittenSummary());
    this.shownSummary = parts.add(new ShownText(this.summary, services));
    this.reminder = parts.add(new Reminder(team, now, boundary));
  }

  draftHandoff(): Promise<void> {
    return this.draft(null);
  }

  /**
   * Drafts the handoff in front again, for the same addressee, where it is the person's own of today; else offers a new
   * one.
   */
  async draftAgain(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document || !this.written.is(document)) {
      await answer(this.written.list.elsewhere);
      return;
    }
    await this.team.files.whenIdle();
    await this.written.whenSelfKnown(document);
    if (this.written.stateOf(document) === 'open') return this.draft(document.uri);
    const anew = l10n.t('Draft a New Handoff…');
    const why = l10n.t(
      'Only a handoff of your own, of today and not read back yet, is drafted again. What others wrote, and what was handed over before, stays as it is.',
    );
    if ((await answer(why, anew)) === anew) await this.draft(null);
  }

  async draftStandup(): Promise<void> {
    const { draftSummary, summaries } = await import('./summaryDrafting');
    this.begin(await draftSummary(summaries.standup(), this.services, this.team));
  }

  async draftWeeklyUpdate(): Promise<void> {
    const { draftSummary, summaries } = await import('./summaryDrafting');
    this.begin(await draftSummary(summaries.weekly(), this.services, this.team));
  }

  async draftTeam(format: 'standup' | 'weekly'): Promise<void> {
    const { draftTeamSummary } = await import('./teamDrafting');
    this.begin(await draftTeamSummary(format, this.services, this.team));
  }

  async copyDraft(argument: unknown): Promise<void> {
    const { copyDraft } = await import('../../written/copyDraft');
    await copyDraft(argument, this.services.git);
  }

  /** Adds a part that the handoff in front leaves out. */
  async addPart(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document || !this.written.is(document)) {
      await answer(this.written.list.elsewhere);
      return;
    }
    const { addHandoffPart } = await import('./addHandoffPart');
    await addHandoffPart(document);
  }

  async checkSummary(): Promise<void> {
    await this.shownSummary.check();
  }

  async checkHandoff(): Promise<void> {
    await this.shown.check();
  }

  /**
   * Pushes the branches that the handoff in front lists, if it was drafted in this window; else those that are checked
   * out.
   */
  async pushBranches(): Promise<void> {
    const { pushBranches } = await import('../../workspace/pushBranches');
    const document = window.activeTextEditor?.document;
    const here = document && this.draftedFrom.invisibleIn(document.uri);
    const pushed = await pushBranches(this.services.git, here?.unpushed ?? []);
    if (pushed.length > 0) this.draftedFrom.forget(pushed);
  }

  private begin(drafted: TextDocument | null): void {
    if (drafted) this.summary.begin(drafted);
  }

  private async draft(again: Uri | null): Promise<void> {
    const { draftHandoffDocument } = await import('./handoffDrafting');
    const drafted = await draftHandoffDocument(this.services, this.team, this.github, again);
    if (drafted) this.draftedFrom.remember(drafted);
  }
}
