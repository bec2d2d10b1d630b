import { l10n, type QuickPickItem, type Range, Selection, type TextEditor, TextEditorRevealType, window } from 'vscode';
import { checkHandoff } from '../../core/drafts/readiness';
import { answer } from '../answer';
import type { HandoffDocuments } from './handoffDocuments';
import { gapSentence } from './readinessWords';

interface GapItem extends QuickPickItem {
  /** Counts from 1. */
  readonly line: number;
}

/** Lists what is missing in the handoff in front; each entry leads to its place. */
export async function showReadiness(documents: HandoffDocuments): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !documents.isHandoff(editor.document)) {
    await answer(l10n.t('Open a handoff first: its front matter begins with handoff, from and to.'));
    return;
  }
  const items = checkHandoff(editor.document.getText()).map((gap): GapItem => {
    return { label: gapSentence(gap), description: l10n.t('line {0}', gap.line), line: gap.line };
  });
  if (items.length === 0) {
    window.setStatusBarMessage(l10n.t('Nothing is missing: the handoff is ready.'), 5_000);
    return;
  }
  const placeHolder = l10n.t('Choose one to go to its place');
  const chosen = await window.showQuickPick<GapItem>(items, {
    title: l10n.t('What is missing in this handoff'),
    placeHolder,
    onDidSelectItem: (item) => {
      if (typeof item !== 'string') show(editor, (item as GapItem).line);
    },
  });
  if (!chosen) return;
  const shown = await window.showTextDocument(editor.document, editor.viewColumn);
  show(shown, chosen.line);
  shown.selection = new Selection(rangeOf(shown, chosen.line).start, rangeOf(shown, chosen.line).end);
}

function show(editor: TextEditor, line: number): void {
  editor.revealRange(rangeOf(editor, line), TextEditorRevealType.InCenterIfOutsideViewport);
}

function rangeOf({ document }: TextEditor, line: number): Range {
  return document.lineAt(Math.min(line, document.lineCount) - 1).range;
}
