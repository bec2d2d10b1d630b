import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import type { PullRequestCode } from '../../core/pullRequests/checkPullRequest';
import type { GitHubPresence } from '../github/gitHubPresence';
import type { GitHubSessions } from '../github/session';
import { answer } from '../host/answer';
import type { Disposables } from '../host/disposables';
import type { FeatureServices } from '../host/featureServices';
import type { LazyFeature } from '../host/lazyFeature';
import { isOn } from '../host/settings';
import type { TeamFeature } from '../team/teamFeature';
import { openDocument } from '../workspace/folderDocuments';
import { ShownText } from '../written/shownText';
import { DraftedPullRequests } from './draftedPullRequests';
import type { DraftChange } from './draftPullRequestDocument';
import { KeptDrafts } from './model/keptDrafts';
import { WrittenPullRequest } from './writtenPullRequest';

/**
 * Descriptions of pull requests: what is shown in open ones, and the commands, whose code is loaded when they are first
 * run.
 */
export class PullRequestsFeature {
  private readonly drafted: DraftedPullRequests;
  private readonly written: WrittenPullRequest;
  private readonly shown: ShownText<PullRequestCode>;

  constructor(
    parts: Disposables,
    private readonly services: FeatureServices,
    private readonly team: TeamFeature,
    private readonly github: LazyFeature<GitHubSessions>,
    presence: GitHubPresence,
  ) {
    const { now } = services;
    this.drafted = parts.add(new DraftedPullRequests(new KeptDrafts(services.state), services.boundary));
    this.written = new WrittenPullRequest(this.drafted, presence, now);
    this.shown = parts.add(new ShownText(this.written, services));
    parts.add(workspace.onDidCloseTextDocument((document) => this.drafted.forget(document)));
  }

  /**
   * @param argument the document to draft again, else the one in front; from the title of Source Control a repository
   */
  draftPullRequest(argument: unknown): Promise<void> {
    return this.draft(argument, null);
  }

  /** Changes the template of the description in front, else begins a new description. */
  chooseTemplate(): Promise<void> {
    return this.draft(null, 'template');
  }

  /** Changes the base of the description in front, else begins a new description. */
  chooseBase(): Promise<void> {
    return this.draft(null, 'base');
  }

  async checkPullRequest(): Promise<void> {
    await this.shown.check();
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
    const missingIn = (of: TextDocument) => {
      return isOn(this.written.setting, of) ? this.written.gapsIn(of).length : 0;
    };
    await createPullRequest({ services, team, drafted, github, missingIn }, document);
  }

  async decisionFromChanges(): Promise<void> {
    const { decisionFromChanges } = await import('./decisionFromChanges');
    await decisionFromChanges({ services: this.services, team: this.team });
  }

  private async draft(argument: unknown, change: DraftChange | null): Promise<void> {
    const { draftPullRequestDocument } = await import('./draftPullRequestDocument');
    const { services, team, drafted } = this;
    await draftPullRequestDocument({ services, team, drafted }, this.documentOf(argument), argument, change);
  }

  /** The description in the argument, else the one in front. */
  private documentOf(argument: unknown): TextDocument | null {
    const document = argument instanceof Uri ? openDocument(argument) : window.activeTextEditor?.document;
    return document && this.written.isDraft(document) ? document : null;
  }
}
