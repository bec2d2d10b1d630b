import { l10n } from 'vscode';
import type { ReadinessCode, ReadinessGap } from '../../../core/drafts/readiness/gap';
import { visibleText } from '../../host/visibleText';

type Sentence = (detail: string) => string;

/** What is missing, and what to write. `detail` is the place's own words. */
const sentences: Readonly<Record<ReadinessCode, Sentence>> = {
  'no-addressee': () => l10n.t('Nobody is named whom the handoff is for: write a name, a team, or next behind to'),
  'no-next': () => l10n.t('There is no next action: say what to do first, or write none'),
  'no-owner': (item) => l10n.t('Nobody is named who does this: {0}', item),
  'no-due': (item) => l10n.t('It is not said until when: {0}', item),
  'unclear-due': (words) => l10n.t('Readers elsewhere cannot tell when this is: {0}', words),
  'no-state': (item) => l10n.t('On track, needs watching or blocked? {0}', item),
  'no-contingency': (item) => l10n.t('There is no "if … then …": {0}', item),
  'no-blockers': () => l10n.t('Say on whom or what you wait and since when, or write none'),
  'no-needed-by': (item) => l10n.t('It is not said by when the answer is needed: {0}', item),
  'no-default': (item) => l10n.t('It is not said what you do without an answer: {0}', item),
  'prompt-left': (item) => l10n.t('Left to fill in: {0}', item),
  'not-visible': () => l10n.t('The next person does not see this yet: push or commit it, and draft again'),
};

export function gapSentence({ code, detail }: ReadinessGap): string {
  return sentences[code](visibleText(detail, 80));
}

/** For commands on the handoff in front, where there is none. */
export function openHandoffFirst(): string {
  return l10n.t('Open a handoff first: its front matter begins with handoff, from and to.');
}
