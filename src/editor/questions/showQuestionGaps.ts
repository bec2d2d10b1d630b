import { l10n, window } from 'vscode';
import { answer } from '../answer';
import { placeOfLine } from '../drafts/placeOfGap';
import { pickGap } from '../drafts/showReadiness';
import type { QuestionDocuments } from './questionDocuments';
import { questionGapSentence } from './questionWords';

/** Lists what is missing in the question in front; each entry leads to its place. */
export async function showQuestionGaps(documents: QuestionDocuments): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document || !documents.isQuestion(document)) {
    await answer(l10n.t('Open a question first, or ask one with context.'));
    return;
  }
  const gaps = documents.gapsIn(document).map((gap) => {
    return { sentence: questionGapSentence(gap), line: gap.line, range: placeOfLine(document, gap.line) };
  });
  await pickGap(document, gaps, {
    title: l10n.t('What is missing in this question'),
    none: l10n.t('Nothing is missing: one reply can answer it.'),
  });
}
