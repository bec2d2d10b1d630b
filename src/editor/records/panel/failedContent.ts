import { l10n } from 'vscode';
import { viewSentence } from '../../host/failureWords';
import { commands } from '../../host/ids';
import { linkHtml } from './linkHtml';
import type { PanelContent } from './panelContent';
import { newTargets, type PanelTarget } from './panelTarget';
import type { PanelWords } from './panelWords';
import { noticeHtml } from './recordHtml';

/** Stands in for content that could not be made: says what failed, and offers to try again. */
export function failedContent(
  error: unknown,
  words: PanelWords,
): { readonly content: PanelContent; readonly sentence: string } {
  const targets = newTargets();
  const target: PanelTarget = { kind: 'command', command: commands.refresh };
  const label = l10n.t('Try Again');
  const sentence = viewSentence(error, label);
  const html = noticeHtml(words.title, sentence, linkHtml({ targets, words }, target, label));
  return { content: { html, fingerprint: '', targets, folder: null, name: '' }, sentence };
}
