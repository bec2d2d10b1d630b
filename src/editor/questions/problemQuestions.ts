import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  l10n,
  type Range,
  type TextDocument,
} from 'vscode';
import type { Boundary } from '../host/boundary';
import { commands, settingKeys } from '../host/ids';
import { ownSource } from '../host/ownDiagnostic';
import { isOn } from '../host/settings';
import type { ProblemPlace } from './askedAbout';

/** Offers to ask about a problem that the editor shows. It is the last of the quick fixes, since it mends nothing. */
export class ProblemQuestions implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];
  readonly provideCodeActions: (document: TextDocument, range: Range, context: CodeActionContext) => CodeAction[];

  constructor(boundary: Boundary) {
    this.provideCodeActions = boundary.provider('problem questions', [], ({ uri }, _range, { diagnostics }) => {
      // Meridian's own diagnostics come with their own fixes.
      const [problem] = diagnostics.filter(({ source }) => source !== ownSource);
      if (!problem || !isOn(settingKeys.questionOnProblems, uri)) return [];
      const title = l10n.t('Ask about this problem…');
      const place: ProblemPlace = { uri, range: problem.range };
      const action = new CodeAction(title, CodeActionKind.QuickFix);
      action.command = { title, command: commands.askWithContext, arguments: [place] };
      action.diagnostics = [problem];
      return [action];
    });
  }
}
