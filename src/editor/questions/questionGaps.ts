import { l10n } from 'vscode';
import { placeOfLine } from '../written/placeOfGap';
import type { GapList } from '../written/showGaps';
import type { QuestionDocuments } from './questionDocuments';
import { questionGapSentence } from './questionWords';

/** What questions lack. */
export function questionGaps(documents: QuestionDocuments): GapList {
  return {
    title: l10n.t('What is missing in this question'),
    none: l10n.t('Nothing is missing: one reply can answer it.'),
    elsewhere: l10n.t('Open a question first, or ask one with context.'),
    gapsIn: (document) => {
      if (!documents.isQuestion(document)) return null;
      const gaps = documents.gapsIn(document);
      return gaps.map((gap) => ({
        sentence: questionGapSentence(gap),
        line: gap.line,
        range: placeOfLine(document, gap.line),
      }));
    },
  };
}
