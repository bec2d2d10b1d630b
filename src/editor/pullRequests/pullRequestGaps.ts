import { l10n } from 'vscode';
import { placeOfLine } from '../written/placeOfGap';
import type { GapList } from '../written/showGaps';
import { gapSentence } from './gapWords';
import type { PullRequestTexts } from './pullRequestTexts';

/** What descriptions of pull requests lack. */
export function pullRequestGaps(texts: PullRequestTexts): GapList {
  return {
    title: l10n.t('What is missing in this description'),
    none: l10n.t('Nothing is missing: reviewers have what they need.'),
    elsewhere: l10n.t('Open the description of a pull request first, or draft one.'),
    gapsIn: (document) => {
      if (!texts.isPullRequest(document)) return null;
      const gaps = texts.gapsIn(document);
      return gaps.map((gap) => ({
        sentence: gapSentence(gap),
        line: gap.line,
        range: placeOfLine(document, gap.line),
      }));
    },
  };
}
