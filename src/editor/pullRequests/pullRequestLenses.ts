import { CodeLens, type CodeLensProvider, type Command, type Event, l10n, Range, type TextDocument } from 'vscode';
import type { Boundary } from '../host/boundary';
import { commands, settingKeys } from '../host/ids';
import { isOn } from '../host/settings';
import { visibleText, withoutIcons } from '../host/visibleText';
import { readinessLens } from '../written/readinessLens';
import type { PullRequestTexts } from './pullRequestTexts';

/** Above a description: what it lacks, and what can be done with it. */
export class PullRequestLenses implements CodeLensProvider {
  constructor(
    private readonly texts: PullRequestTexts,
    readonly onDidChangeCodeLenses: Event<void>,
    private readonly boundary: Boundary,
  ) {}

  provideCodeLenses(document: TextDocument): CodeLens[] {
    const lenses = this.boundary.provider('code lenses', [], () => this.commandsFor(document));
    return lenses().map((command) => new CodeLens(new Range(0, 0, 0, 0), command));
  }

  private commandsFor(document: TextDocument): readonly Command[] {
    if (!isOn(settingKeys.enabled) || !this.texts.isPullRequest(document)) return [];
    return [
      ...(isOn(settingKeys.pullRequestCheck, document)
        ? [readinessLens(this.texts.gapsIn(document).length, l10n.t('Nothing is missing'), commands.checkPullRequest)]
        : []),
      ...(this.texts.isDraft(document) ? actions(this.texts.baseOf(document)) : []),
    ];
  }
}

/** Without arguments, as in `drafts/handoffLenses.ts`: the commands take the description in front. */
function actions(base: string | null): readonly Command[] {
  const into = base === null ? l10n.t('Base…') : l10n.t('Into {0}…', withoutIcons(visibleText(base, 60)));
  return [
    { title: `$(refresh) ${l10n.t('Draft Again')}`, command: commands.draftPullRequest },
    { title: `$(git-merge) ${into}`, command: commands.choosePullRequestBase },
    { title: `$(list-selection) ${l10n.t('Template…')}`, command: commands.choosePullRequestTemplate },
    { title: `$(copy) ${l10n.t('Copy As…')}`, command: commands.copyDraft },
    {
      title: `$(git-pull-request-create) ${l10n.t('Create Pull Request…')}`,
      command: commands.createPullRequest,
    },
  ];
}
