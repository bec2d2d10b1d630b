import { type Disposable, languages, Uri } from 'vscode';
import { Disposables } from '../disposables';
import type { FeatureServices } from '../features';
import type { GitHubSessions } from '../github/session';
import type { LazyFeature } from '../lazyFeature';
import { LiveDiagnostics } from '../liveDiagnostics';
import type { TeamFeature } from '../team/teamFeature';
import { DraftedFrom } from './draftedFrom';
import { HandoffDocuments } from './handoffDocuments';
import { HandoffLenses } from './handoffLenses';
import { HandoffReadiness } from './handoffReadiness';
import type { BranchesAt } from './pushBranches';
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

  /** @param argument the document to draft again, from the lens above it; the Source Control title gives its own */
  async draftHandoff(argument: unknown): Promise<void> {
    const { draftHandoffDocument } = await import('./handoffDrafting');
    const again = argument instanceof Uri ? argument : null;
    const drafted = await draftHandoffDocument(this.services, this.team, this.github, again);
    if (!drafted) return;
    this.draftedFrom.remember(drafted);
    this.lenses.refresh();
  }

  async draftStandup(): Promise<void> {
    const { draftLoose, looseDrafts } = await import('./looseDrafting');
    await draftLoose(looseDrafts.standup(), this.services, this.team);
  }

  async draftWeeklyUpdate(): Promise<void> {
    const { draftLoose, looseDrafts } = await import('./looseDrafting');
    await draftLoose(looseDrafts.weekly(), this.services, this.team);
  }

  async copyDraft(argument: unknown): Promise<void> {
    const { copyDraft } = await import('./copyDraft');
    await copyDraft(argument, this.services.git);
  }

  async checkHandoff(): Promise<void> {
    const [{ showGaps }, { handoffGaps }] = await Promise.all([import('./showGaps'), import('./handoffGaps')]);
    await showGaps(handoffGaps(this.documents));
  }

  /** @param argument branches of a repository, from the offer above a handoff; else whatever is checked out */
  async pushBranches(argument: unknown): Promise<void> {
    const { pushBranches } = await import('./pushBranches');
    const wanted = isBranchesAt(argument) ? [argument] : [];
    if (!(await pushBranches(wanted))) return;
    for (const branches of wanted) this.draftedFrom.forget(branches);
    this.lenses.refresh();
  }

  dispose(): void {
    this.parts.dispose();
  }
}

function isBranchesAt(argument: unknown): argument is BranchesAt {
  if (typeof argument !== 'object' || argument === null) return false;
  const { root, branches } = argument as Partial<Record<keyof BranchesAt, unknown>>;
  return typeof root === 'string' && Array.isArray(branches) && branches.every((branch) => typeof branch === 'string');
}
