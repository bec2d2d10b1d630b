import { l10n, type QuickPickItem, type Range, TextEditorRevealType, window } from 'vscode';
import { checkHandoff } from '../../core/drafts/readiness';
import { answer } from '../answer';
import type { HandoffDocuments } from './handoffDocuments';
import { placeOfGap } from './placeOfGap';
import { gapSentence } from './readinessWords';

interface GapItem extends QuickPickItem {
  readonly range: Range;
}

/** Lists what is missing in the handoff in front; each entry leads to its place. */
export async function showReadiness(documents: HandoffDocuments): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !documents.isHandoff(editor.document)) {
    await answer(l10n.t('Open a handoff first: its front matter begins with handoff, from and to.'));
    return;
  }
  const { document } = editor;
  const items = checkHandoff(document.getText()).map((gap): GapItem => {
    return { label: gapSentence(gap), description: l10n.t('line {0}', gap.line), range: placeOfGap(document, gap) };
  });
  if (items.length === 0) {
    window.setStatusBarMessage(l10n.t('Nothing is missing: the handoff is ready.'), 5_000);
    return;
  }
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('What is missing in this handoff'),
    placeHolder: l10n.t('Choose one to go to its place'),
  });
  if (!chosen) return;
  const { range: selection } = chosen;
  const shown = await window.showTextDocument(document, { selection });
  shown.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
