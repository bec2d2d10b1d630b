import { l10n } from 'vscode';
import type { PullRequestCode, PullRequestGap } from '../../core/pullRequests/checkPullRequest';
import { visibleText } from '../host/visibleText';

/** What is missing, and what to write. `detail` is the place's own words. */
const sentences: Readonly<Record<PullRequestCode, (detail: string) => string>> = {
  'no-why': () => l10n.t('It is not said why: what is better afterwards, and for whom'),
  'no-test': () => l10n.t('It is not said how to test it: what to do, and what should happen then'),
  'risk-unspoken': (risk) => l10n.t('The text does not speak of this risk: {0}', risk),
  placeholder: (prompt) => l10n.t('Left to fill in: {0}', prompt),
  'unclear-deadline': (words) => l10n.t('Readers elsewhere cannot tell when this is: {0}', words),
};

export function gapSentence({ code, detail }: PullRequestGap): string {
  return sentences[code](visibleText(detail, 80));
}
