import { l10n, type QuickPickItem, type Range, type TextDocument, TextEditorRevealType, window } from 'vscode';
import { answer } from '../host/answer';
import { withoutIcons } from '../host/visibleText';

/** Something that is missing in a text, and where. */
export interface ShownGap {
  readonly sentence: string;
  /** Counts from 1. */
  readonly line: number;
  readonly range: Range;
}

/** What texts of one kind lack, and the words for it. */
export interface GapList {
  readonly title: string;
  /** To say where nothing is missing. */
  readonly none: string;
  /** To say where no text of the kind is in front. */
  readonly elsewhere: string;
  /** Null for a document of another kind. */
  gapsIn(document: TextDocument): readonly ShownGap[] | null;
}

interface GapItem extends QuickPickItem {
  readonly range: Range;
}

/** Lists what is missing in the text in front; each entry leads to its place. */
export async function showGaps(list: GapList): Promise<void> {
  const document = window.activeTextEditor?.document;
  const gaps = document ? list.gapsIn(document) : null;
  if (!document || gaps === null) await answer(list.elsewhere);
  else if (gaps.length === 0) window.setStatusBarMessage(list.none, 5_000);
  else await pickGap(document, gaps, list.title);
}

async function pickGap(document: TextDocument, gaps: readonly ShownGap[], title: string): Promise<void> {
  const items = gaps.map(({ sentence, line, range }): GapItem => {
    return { label: withoutIcons(sentence), description: l10n.t('line {0}', line), range };
  });
  const placeHolder = l10n.t('Choose one to go to its place');
  const chosen = await window.showQuickPick(items, { title, placeHolder });
  if (!chosen) return;
  const { range: selection } = chosen;
  const shown = await window.showTextDocument(document, { selection });
  shown.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
