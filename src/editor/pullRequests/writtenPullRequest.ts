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
 * Files that command line tools open for a description: hub, and tools that took over its names. `gh` and `glab` use
 * generic names, and VS Code's extension for pull requests has a page of its own, so those cannot be recognised.
 */
const fileNames = 'PULL_REQUEST_EDITMSG,PULLREQ_EDITMSG,MERGE_REQUEST_EDITMSG';
const ofTool = new RegExp(`/(?:${fileNames.replaceAll(',', '|')})$`);
/** From this line on, such a file has the tool's instructions to its reader. */
const scissors = /^[#;] -+ >8 -+/m;

/** Descriptions of pull requests as a kind of written text. */
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
    // The risks that a description has to mention are known only once it was drafted.
    this.changes = [drafted.onDidChange, presence.onDidChange];
  }

  is(document: TextDocument): boolean {
    return ofTool.test(document.uri.path) || this.isDraft(document);
  }

  /**
   * A description is written until it is a pull request: the text of that is at the forge and in no document here. In a
   * tool's own file only the check works; everything else is the tool's task.
   */
  stateOf(document: TextDocument): WrittenState {
    return this.isDraft(document) ? 'open' : 'written';
  }

  /** Drafted in this window, or in one that is closed: its fingerprints show that. */
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
    // Blank lines stand in for the title, so that line numbers are those of the document.
    const above = written.slice(0, written.length - body.length).replace(/[^\r\n]/g, '');
    return checkPullRequest(`${above}${body}`, {
      now: this.now(),
      risks: known?.risks ?? [],
      template: known?.beginning.kind === 'template' ? known.beginning.template.text : null,
    });
  }

  /** Empty for a tool's own file, which the tool sends. */
  actionsFor(document: TextDocument): readonly WrittenAction[] {
    if (this.stateOf(document) !== 'open') return [];
    const { base, folder } = this.drafted.of(document) ?? {};
    const into = base === undefined ? l10n.t('Base…') : l10n.t('Into {0}…', withoutIcons(visibleText(base, 60)));
    const create = {
      title: `$(git-pull-request-create) ${l10n.t('Create Pull Request…')}`,
      command: commands.createPullRequest,
    };
    // The main action comes first: a narrow editor cuts off the last ones.
    return [
      ...(this.presence.isAbsent(folder ?? document.uri) ? [] : [create]),
      { title: `$(refresh) ${l10n.t('Draft Again')}`, command: commands.draftPullRequest },
      { title: `$(git-merge) ${into}`, command: commands.choosePullRequestBase },
      { title: `$(list-selection) ${l10n.t('Template…')}`, command: commands.choosePullRequestTemplate },
      { title: `$(copy) ${l10n.t('Copy As…')}`, command: commands.copyDraft },
    ];
  }
}

/** What is missing, and what to write. `detail` is the text of the place that has the gap. */
const sentences: Readonly<Record<PullRequestCode, (detail: string) => string>> = {
  'no-why': () => l10n.t('It is not said why: what is better afterwards, and for whom'),
  'no-test': () => l10n.t('It is not said how to test it: what to do, and what should happen then'),
  'risk-unspoken': (risk) => l10n.t('The text does not speak of this risk: {0}', risk),
  placeholder: (prompt) => l10n.t('Left to fill in: {0}', prompt),
  'unclear-deadline': (words) => l10n.t('Readers elsewhere cannot tell when this is: {0}', words),
};
