import { l10n, type QuickPickItem, window } from 'vscode';
import { maskedNote, maskedStart } from '../../core/questions/context';
import { type HiddenSecret, withOriginals } from '../../core/questions/maskedLines';
import { withLineFeeds } from '../../core/text/lineEnds';
import { answer } from '../host/answer';
import { visibleText, withoutIcons } from '../host/visibleText';
import { rewriteDocument } from '../written/draftDocument';
import type { WrittenQuestion } from './writtenQuestion';

interface HiddenItem extends QuickPickItem {
  readonly hidden: HiddenSecret;
}

/** Restores masked text in the question in front, where the person says that it is no secret; one step to undo. */
export async function showMasked(questions: WrittenQuestion): Promise<void> {
  const document = window.activeTextEditor?.document;
  const hidden = document ? questions.hiddenIn(document) : [];
  if (!document || hidden.length === 0) {
    await answer(l10n.t('Nothing was masked in a question that is in front.'));
    return;
  }
  const chosen = await window.showQuickPick(hidden.map(itemOf), {
    title: l10n.t('What Was Masked'),
    placeHolder: l10n.t('Choose what is no secret: everybody who reads the question will see it'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  if (!chosen || chosen.length === 0) return;
  const shown = chosen.map((item) => item.hidden);
  const remaining = hidden.filter((one) => !shown.includes(one));
  const note = { start: maskedStart, left: remaining.length === 0 ? null : maskedNote(remaining) };
  const changed = withOriginals(withLineFeeds(document.getText()), shown, note);
  await rewriteDocument(document, changed);
  questions.remember(document, remaining);
}

function itemOf(hidden: HiddenSecret): HiddenItem {
  const text = hidden.lines.map(({ original }) => original.trim()).join(' ');
  return {
    label: withoutIcons(visibleText(text, 100)),
    description: withoutIcons(l10n.t('line {0}: {1}', hidden.line, hidden.rule)),
    hidden,
  };
}
