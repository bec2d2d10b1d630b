import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  type Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import type { Boundary } from '../../host/boundary';
import { ownSource } from '../../host/ownDiagnostic';
import { rangeOf, ruleSentence } from './findingWords';
import type { OpenFindings } from './openFindings';

/** The fixes of rules as quick fixes. Each is one edit, so that one undo reverts it. */
export class FindingFixes implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];
  readonly provideCodeActions: (document: TextDocument, range: Range, context: CodeActionContext) => CodeAction[];

  constructor(findings: OpenFindings, boundary: Boundary) {
    this.provideCodeActions = boundary.provider('fixes of findings', [], (document, range, { diagnostics }) => {
      const marks = diagnostics.filter(({ source }) => source === ownSource);
      if (marks.length === 0) return [];
      return findings.of(document).flatMap(({ span, code, fix }) => {
        const place = rangeOf(span);
        if (!fix || !place.intersection(range)) return [];
        const action = new CodeAction(ruleSentence(fix.title), CodeActionKind.QuickFix);
        action.diagnostics = marks.filter((mark) => mark.code === code && mark.range.isEqual(place));
        action.isPreferred = true;
        action.edit = new WorkspaceEdit();
        for (const edit of fix.edits) action.edit.replace(document.uri, rangeOf(edit), edit.text);
        return [action];
      });
    });
  }
}
