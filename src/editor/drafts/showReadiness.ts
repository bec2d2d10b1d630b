import { l10n, type QuickPickItem, type Range, type TextDocument, TextEditorRevealType, window } from 'vscode';
import { checkHandoff } from '../../core/drafts/readiness';
import { answer } from '../answer';
import { withoutIcons } from '../words/visibleText';
import type { HandoffDocuments } from './handoffDocuments';
import { placeOfGap } from './placeOfGap';
import { gapSentence } from './readinessWords';

/** Something that is missing in a text, and where. */
interface ShownGap {
  readonly sentence: string;
  /** Counts from 1. */
  readonly line: number;
  readonly range: Range;
}

interface GapItem extends QuickPickItem {
  readonly range: Range;
}

/** Lists what is missing in the handoff in front; each entry leads to its place. */
export async function showReadiness(documents: HandoffDocuments): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document || !documents.isHandoff(document)) {
    await answer(l10n.t('Open a handoff first: its front matter begins with handoff, from and to.'));
    return;
  }
  const gaps = checkHandoff(document.getText()).map((gap) => {
    return { sentence: gapSentence(gap), line: gap.line, range: placeOfGap(document, gap) };
  });
  await pickGap(document, gaps, {
    title: l10n.t('What is missing in this handoff'),
    none: l10n.t('Nothing is missing: the handoff is ready.'),
  });
}

/** Lets the person choose a gap and goes to its place. `none` is what to say where there is none. */
export async function pickGap(
  document: TextDocument,
  gaps: readonly ShownGap[],
  { title, none }: { readonly title: string; readonly none: string },
): Promise<void> {
  if (gaps.length === 0) {
    window.setStatusBarMessage(none, 5_000);
    return;
  }
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
