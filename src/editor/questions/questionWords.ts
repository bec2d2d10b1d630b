import { l10n } from 'vscode';
import type { QuestionGap, QuestionGapCode } from '../../core/questions/checkQuestion';
import { visibleText } from '../host/visibleText';

type Sentence = (detail: string) => string;

/** What the person who answers would have to ask back for. `detail` is the place's own words. */
const sentences: Readonly<Record<QuestionGapCode, Sentence>> = {
  'no-question': () => l10n.t('The question itself is missing: one sentence in the heading'),
  'no-goal': () => l10n.t('It is not said what you want to achieve'),
  'no-expected': () => l10n.t('It is not said what should happen'),
  'no-actual': () => l10n.t('It is not said what happens'),
  'no-tried': () => l10n.t('It is not said what you tried, and what that showed'),
  'no-urgency': () => l10n.t('It is not said whether this blocks you'),
  'no-needed-by': () => l10n.t('It is not said by when the answer is needed'),
  'unclear-needed-by': (words) => l10n.t('Readers elsewhere cannot tell when this is: {0}', words),
  'no-default': () => l10n.t('It is not said what you do without an answer'),
  'prompt-left': (item) => l10n.t('Left to fill in: {0}', item),
};

export function questionGapSentence({ code, detail }: QuestionGap): string {
  return sentences[code](visibleText(detail, 80));
}
