import { CodeLens, type CodeLensProvider, type Command, l10n, Range, type TextDocument } from 'vscode';
import type { Boundary } from '../host/boundary';
import { commands, settingKeys } from '../host/ids';
import { isOn } from '../host/settings';
import { readinessLens } from '../written/readinessLens';
import type { QuestionDocuments } from './questionDocuments';

/** Above the question that one is writing: whether one reply can answer it, and where it can go. */
export class QuestionLenses implements CodeLensProvider {
  constructor(
    private readonly documents: QuestionDocuments,
    private readonly boundary: Boundary,
  ) {}

  provideCodeLenses(document: TextDocument): CodeLens[] {
    const lenses = this.boundary.provider('question lenses', [], () => this.lensesOf(document));
    return [...lenses()];
  }

  private lensesOf(document: TextDocument): readonly CodeLens[] {
    if (!this.documents.isBeingWritten(document)) return [];
    const range = new Range(0, 0, 0, 0);
    const missing = this.documents.gapsIn(document).length;
    const readiness = readinessLens(missing, l10n.t('One reply can answer it'), commands.checkQuestion);
    const hidden = this.documents.hiddenIn(document).length;
    return [readiness, ...masked(hidden), ...places(document)].map((command) => new CodeLens(range, command));
  }
}

function masked(number: number): readonly Command[] {
  if (number === 0) return [];
  const sentence = number === 1 ? l10n.t('1 place is masked…') : l10n.t('{0} places are masked…', number);
  return [{ title: `$(eye-closed) ${sentence}`, command: commands.showMasked }];
}

function places(document: TextDocument): readonly Command[] {
  const save = { title: `$(save) ${l10n.t('Save as File')}`, command: 'workbench.action.files.save' };
  const issue = { title: `$(issues) ${l10n.t('Open an Issue…')}`, command: commands.openIssue };
  return [
    { title: `$(copy) ${l10n.t('Copy As…')}`, command: commands.copyDraft },
    ...(document.isUntitled ? [save] : []),
    ...(isOn(settingKeys.gitHub, document) ? [issue] : []),
  ];
}
