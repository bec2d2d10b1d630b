import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  l10n,
  Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import type { Boundary } from '../host/boundary';
import { visibleText } from '../host/visibleText';
import type { Deadlines } from './deadlines';

/** The quick fixes of an unclear deadline: each writes one instant, in the clock of the author and of a reader. */
export class DeadlineFixes implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];
  readonly provideCodeActions: (document: TextDocument, range: Range, context: CodeActionContext) => CodeAction[];

  constructor(deadlines: Deadlines, boundary: Boundary) {
    this.provideCodeActions = boundary.provider('deadline fixes', [], (document, range, context) => {
      const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      return deadlines.at(document, start, end).flatMap(({ offset, length, fixes }) => {
        const place = new Range(document.positionAt(offset), document.positionAt(offset + length));
        const marks = context.diagnostics.filter((diagnostic) => diagnostic.range.isEqual(place));
        const texts = [...new Set(fixes.map(({ text }) => text))];
        return texts.map((text, index) => {
          // A line can have two deadlines, and its fixes are shown together.
          const title = l10n.t('Write {0} for "{1}"', visibleText(text, 120), visibleText(document.getText(place), 40));
          const action = new CodeAction(title, CodeActionKind.QuickFix);
          action.edit = new WorkspaceEdit();
          action.edit.replace(document.uri, place, text);
          action.diagnostics = [...marks];
          action.isPreferred = texts.length === 1 && index === 0;
          return action;
        });
      });
    });
  }
}
