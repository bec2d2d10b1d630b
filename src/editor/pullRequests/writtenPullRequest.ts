import { type Event, l10n, type TextDocument } from 'vscode';
import { isAsDrafted, splitFingerprints } from '../../core/drafts/fingerprints';
import type { Gap } from '../../core/drafts/gap';
import { checkPullRequest, type PullRequestCode } from '../../core/pullRequests/checkPullRequest';
import { splitTitleLine } from '../../core/pullRequests/titleLine';
import { hasFrontMatterKey } from '../../core/text/frontMatter';
import type { GitHubPresence } from '../github/gitHubPresence';
import { commands, contextKeys, settingKeys } from '../host/ids';
import { longestDocument } from '../host/longestDocument';
import { ownMarkdown } from '../host/ownMarkdown';
import { visibleText, withoutIcons } from '../host/visibleText';
import type { WrittenAction, WrittenState, WrittenText } from '../written/writtenText';
import type { DraftedPullRequests } from './draftedPullRequests';

/**
 * Files that command line tools open for a description: hub, and those that took its name over. `gh` and `glab` use names
 * that say nothing, and VS Code's extension for pull requests a page of its own, so theirs cannot be recognised.
 */
const fileNames = 'PULL_REQUEST_EDITMSG,PULLREQ_EDITMSG,MERGE_REQUEST_EDITMSG';
const ofTool = new RegExp(`/(?:${fileNames.replaceAll(',', '|')})$`);
/** From here on such a file has what the tool says to its reader. */
const scissors = /^[#;] -+ >8 -+/m;

/** Descriptions of pull requests, as texts that are being written. */
export class WrittenPullRequest implements WrittenText<PullRequestCode> {
  readonly name = 'pullRequest';
  readonly selector = [{ language: 'markdown' }, { pattern: `**/{${fileNames}}` }];
  readonly setting = settingKeys.pullRequestCheck;
  readonly inFront = contextKeys.pullRequestInFront;
  readonly check = commands.checkPullRequest;
  readonly ready = l10n.t('Nothing is missing');
  readonly list = {
    title: l10n.t('What is missing in this description'),
    none: l10n.t('Nothing is missing: reviewers have what they need.'),
    elsewhere: l10n.t('Open the description of a pull request first, or draft one.'),
  };
  readonly sentences = sentences;
  readonly unclearTime = 'unclear-deadline';
  readonly changes: readonly Event<unknown>[];

  constructor(
    private readonly drafted: DraftedPullRequests,
    private readonly presence: GitHubPresence,
    private readonly now: () => number,
  ) {
    // What a description has to speak of is known when it has been drafted.
    this.changes = [drafted.onDidChange, presence.onDidChange];
  }

  is(document: TextDocument): boolean {
    return ofTool.test(document.uri.path) || this.isDraft(document);
  }

  /**
   * Until it is a pull request; what is one already is text of the forge, and in no document here. A tool's own file can
   * be checked, and it is the tool that does everything else with it.
   */
  stateOf(document: TextDocument): WrittenState {
    return this.isDraft(document) ? 'open' : 'written';
  }

  /** Drafted in this window, or by one that is closed: then its fingerprints show it. */
  isDraft(document: TextDocument): boolean {
    if (document.languageId !== 'markdown' || document.isClosed) return false;
    if (this.drafted.has(document)) return true;
    const text = ownMarkdown(document);
    if (!text.includes('<!-- meridian drafted:')) return false;
    return splitFingerprints(text).drafted !== null && !hasFrontMatterKey(text, 'handoff');
  }

  isAsDrafted(document: TextDocument): boolean {
    return isAsDrafted(document.getText(), 'form');
  }

  gapsIn(document: TextDocument): readonly Gap<PullRequestCode>[] {
    const text = document.getText();
    if (text.length > longestDocument) return [];
    const known = this.drafted.of(document);
    const written = text.slice(0, scissors.exec(text)?.index);
    const { text: body } = splitTitleLine(written);
    // Places are counted in lines of the document.
    const above = written.slice(0, written.length - body.length).replace(/[^\r\n]/g, '');
    return checkPullRequest(`${above}${body}`, {
      now: this.now(),
      risks: known?.risks ?? [],
      template: known?.beginning.kind === 'template' ? known.beginning.template.text : null,
    });
  }

  /** None for a tool's own file: it is the tool that sends it. */
  actionsFor(document: TextDocument): readonly WrittenAction[] {
    if (this.stateOf(document) !== 'open') return [];
    const { base, folder } = this.drafted.of(document) ?? {};
    const into = base === undefined ? l10n.t('Base…') : l10n.t('Into {0}…', withoutIcons(visibleText(base, 60)));
    const create = {
      title: `$(git-pull-request-create) ${l10n.t('Create Pull Request…')}`,
      command: commands.createPullRequest,
    };
    // What the draft is for goes first: a narrow editor cuts the last ones off.
    return [
      ...(this.presence.isAbsent(folder ?? document.uri) ? [] : [create]),
      { title: `$(refresh) ${l10n.t('Draft Again')}`, command: commands.draftPullRequest },
      { title: `$(git-merge) ${into}`, command: commands.choosePullRequestBase },
      { title: `$(list-selection) ${l10n.t('Template…')}`, command: commands.choosePullRequestTemplate },
      { title: `$(copy) ${l10n.t('Copy As…')}`, command: commands.copyDraft },
    ];
  }
}

/** What is missing, and what to write. `detail` is the place's own words. */
const sentences: Readonly<Record<PullRequestCode, (detail: string) => string>> = {
  'no-why': () => l10n.t('It is not said why: what is better afterwards, and for whom'),
  'no-test': () => l10n.t('It is not said how to test it: what to do, and what should happen then'),
  'risk-unspoken': (risk) => l10n.t('The text does not speak of this risk: {0}', risk),
  placeholder: (prompt) => l10n.t('Left to fill in: {0}', prompt),
  'unclear-deadline': (words) => l10n.t('Readers elsewhere cannot tell when this is: {0}', words),
};
