import { type Disposable, EventEmitter, l10n, languages, type TextDocument, Uri, window, workspace } from 'vscode';
import type { GitHubSessions } from '../github/session';
import { answer } from '../host/answer';
import { Disposables } from '../host/disposables';
import type { FeatureServices } from '../host/featureServices';
import type { LazyFeature } from '../host/lazyFeature';
import type { TeamFeature } from '../team/teamFeature';
import { openDocument } from '../workspace/folderDocuments';
import { LiveDiagnostics } from '../written/liveDiagnostics';
import { DraftedPullRequests } from './draftedPullRequests';
import type { DraftChange } from './draftPullRequestDocument';
import { KeptDrafts } from './model/keptDrafts';
import { PullRequestCheck } from './pullRequestCheck';
import { PullRequestLenses } from './pullRequestLenses';
import { PullRequestTexts, pullRequestSelector } from './pullRequestTexts';

/** Descriptions of pull requests: what is shown in those that are open, and the commands, loaded when they are first run. */
export class PullRequestsFeature implements Disposable {
  private readonly parts = new Disposables();
  private readonly changed = this.parts.add(new EventEmitter<void>());
  private readonly drafted: DraftedPullRequests;
  private readonly texts: PullRequestTexts;

  constructor(
    private readonly services: FeatureServices,
    private readonly team: TeamFeature,
    private readonly github: LazyFeature<GitHubSessions>,
  ) {
    const { boundary, now } = services;
    this.drafted = new DraftedPullRequests(new KeptDrafts(services.state));
    this.texts = new PullRequestTexts(this.drafted, now);
    this.parts.add(new LiveDiagnostics(new PullRequestCheck(this.texts, this.changed.event), boundary));
    const lenses = new PullRequestLenses(this.texts, this.changed.event, boundary);
    this.parts.add(languages.registerCodeLensProvider(pullRequestSelector, lenses));
    this.parts.add(workspace.onDidCloseTextDocument((document) => this.drafted.forget(document)));
  }

  /** @param argument the document to draft again, else the one in front; the Source Control title gives its own */
  draftPullRequest(argument: unknown): Promise<void> {
    return this.draft(argument, null);
  }

  /** For the description in front, else for a new one. */
  chooseTemplate(): Promise<void> {
    return this.draft(null, 'template');
  }

  /** For the description in front, else for a new one. */
  chooseBase(): Promise<void> {
    return this.draft(null, 'base');
  }

  async checkPullRequest(): Promise<void> {
    const [{ showGaps }, { pullRequestGaps }] = await Promise.all([
      import('../written/showGaps'),
      import('./pullRequestGaps'),
    ]);
    await showGaps(pullRequestGaps(this.texts));
  }

  /** @param argument the document, from the lens above it; else the one in front */
  async createPullRequest(argument: unknown): Promise<void> {
    const document = this.documentOf(argument);
    if (!document) {
      const draft = l10n.t('Draft PR Description…');
      const chosen = await answer(l10n.t('Draft the description first: what you see there is what is sent.'), draft);
      return chosen === draft ? this.draftPullRequest(null) : undefined;
    }
    const [{ createPullRequest }, github] = await Promise.all([import('./createPullRequest'), this.github.load()]);
    const { services, team, drafted } = this;
    const missingIn = (of: TextDocument) => this.texts.gapsIn(of).length;
    await createPullRequest({ services, team, drafted, github, missingIn }, document);
  }

  dispose(): void {
    this.parts.dispose();
  }

  private async draft(argument: unknown, change: DraftChange | null): Promise<void> {
    const { draftPullRequestDocument } = await import('./draftPullRequestDocument');
    const { services, team, drafted } = this;
    await draftPullRequestDocument({ services, team, drafted }, this.documentOf(argument), argument, change);
    this.changed.fire();
  }

  /** The description that is meant, else the one in front. */
  private documentOf(argument: unknown): TextDocument | null {
    const document = argument instanceof Uri ? openDocument(argument) : window.activeTextEditor?.document;
    return document && this.texts.isDraft(document) ? document : null;
  }
}
