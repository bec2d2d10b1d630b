import type { Diagnostic, Event, TextDocument } from 'vscode';
import { settingKeys } from '../host/ids';
import { ownDiagnostic } from '../host/ownDiagnostic';
import { isOn } from '../host/settings';
import type { DiagnosticSource } from '../written/liveDiagnostics';
import { placeOfLine } from '../written/placeOfGap';
import { gapSentence } from './gapWords';
import type { PullRequestTexts } from './pullRequestTexts';

/** Marks what a reviewer will have to ask for; it never keeps anybody from anything. */
export class PullRequestCheck implements DiagnosticSource {
  readonly name = 'meridian.pullRequest';

  constructor(
    private readonly texts: PullRequestTexts,
    /** A description was drafted: what it has to speak of is known now. */
    readonly onDidChange: Event<void>,
  ) {}

  applies(document: TextDocument): boolean {
    return this.texts.isPullRequest(document);
  }

  diagnosticsIn(document: TextDocument): readonly Diagnostic[] {
    // Deadlines are marked with their quick fixes where those are on.
    const isTold = document.languageId === 'markdown' && isOn(settingKeys.deadlines, document);
    const gaps = this.texts.gapsIn(document).filter(({ code }) => !isTold || code !== 'unclear-deadline');
    return gaps.map((gap) => ownDiagnostic(placeOfLine(document, gap.line), gapSentence(gap), gap.code));
  }
}
