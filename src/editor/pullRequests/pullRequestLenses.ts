import { CodeLens, type CodeLensProvider, type Command, type Event, l10n, Range, type TextDocument } from 'vscode';
import type { Boundary } from '../boundary';
import { commands, settingKeys } from '../ids';
import { isOn } from '../settings';
import type { PullRequestTexts } from './pullRequestTexts';

/** Above a description: what it lacks, and what can be done with it. */
export class PullRequestLenses implements CodeLensProvider {
  constructor(
    private readonly texts: PullRequestTexts,
    readonly onDidChangeCodeLenses: Event<void>,
    private readonly boundary: Boundary,
  ) {}

  provideCodeLenses(document: TextDocument): CodeLens[] {
    const lenses = this.boundary.sync('code lenses', [], () => this.commandsFor(document));
    return lenses().map((command) => new CodeLens(new Range(0, 0, 0, 0), command));
  }

  private commandsFor(document: TextDocument): readonly Command[] {
    if (!isOn(settingKeys.enabled) || !this.texts.isPullRequest(document)) return [];
    return [
      ...(isOn(settingKeys.pullRequestCheck, document) ? [readiness(this.texts.gapsIn(document).length)] : []),
      ...(this.texts.isDraft(document) ? actionsFor(document) : []),
    ];
  }
}

function readiness(missing: number): Command {
  if (missing === 0) return { title: `$(pass) ${l10n.t('Nothing is missing')}`, command: '' };
  const sentence = missing === 1 ? l10n.t('1 thing is missing') : l10n.t('{0} things are missing', missing);
  return { title: `$(checklist) ${sentence}`, command: commands.checkPullRequest };
}

function actionsFor({ uri }: TextDocument): readonly Command[] {
  return [
    { title: `$(refresh) ${l10n.t('Draft Again')}`, command: commands.draftPullRequest, arguments: [uri] },
    { title: `$(copy) ${l10n.t('Copy As…')}`, command: commands.copyDraft },
    {
      title: `$(git-pull-request-create) ${l10n.t('Create Pull Request…')}`,
      command: commands.createPullRequest,
      arguments: [uri],
    },
  ];
}
