import { l10n, window } from 'vscode';
import { answer } from '../answer';
import { placeOfLine } from '../drafts/placeOfGap';
import { pickGap } from '../drafts/showReadiness';
import { gapSentence } from './gapWords';
import type { PullRequestTexts } from './pullRequestTexts';

/** Lists what is missing in the description in front; each entry leads to its place. */
export async function showGaps(texts: PullRequestTexts): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document || !texts.isPullRequest(document)) {
    await answer(l10n.t('Open the description of a pull request first, or draft one.'));
    return;
  }
  const gaps = texts.gapsIn(document).map((gap) => {
    return { sentence: gapSentence(gap), line: gap.line, range: placeOfLine(document, gap.line) };
  });
  await pickGap(document, gaps, {
    title: l10n.t('What is missing in this description'),
    none: l10n.t('Nothing is missing: reviewers have what they need.'),
  });
}
