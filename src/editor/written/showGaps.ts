import { l10n, type QuickPickItem, type Range, type TextDocument, TextEditorRevealType, window } from 'vscode';
import { answer } from '../host/answer';
import { withoutIcons } from '../host/visibleText';
import { gapsOf, type ShownGap, type WrittenText } from './writtenText';

interface GapItem extends QuickPickItem {
  readonly range: Range;
}

/**
 * Lists what is missing in the text in front, whoever wrote it and whether or not the check is on; each entry leads to
 * its place.
 */
export async function showGaps<Code extends string>(text: WrittenText<Code>): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document || !text.is(document)) {
    await answer(text.list.elsewhere);
    return;
  }
  const gaps = gapsOf(text, document);
  if (gaps.length === 0) window.setStatusBarMessage(text.list.none, 5_000);
  else await pickGap(document, gaps, text.list.title);
}

async function pickGap(document: TextDocument, gaps: readonly ShownGap[], title: string): Promise<void> {
  const items = gaps.map(({ sentence, range }): GapItem => {
    return { label: withoutIcons(sentence), description: l10n.t('line {0}', range.start.line + 1), range };
  });
  const placeHolder = l10n.t('Choose one to go to its place');
  const chosen = await window.showQuickPick(items, { title, placeHolder });
  if (!chosen) return;
  const { range: selection } = chosen;
  const shown = await window.showTextDocument(document, { selection });
  shown.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
