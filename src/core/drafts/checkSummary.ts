import { type Gap, gapsAt } from './gap';
import { numbered, promptsLeft } from './promptsLeft';

export type SummaryGapCode = 'prompt-left';

/** The headings that standups and weekly updates are drafted with, of one person and of a team. */
const title = /^# (?:Standup|Weekly update|Team standup|Team update) · /m;
/** Only blank lines may stand above it. */
const longestLead = 200;

/** Whether a text is a standup or weekly update, by the heading with which it was drafted. */
export function isSummary(text: string): boolean {
  return title.test(text.slice(0, longestLead).trimStart().split('\n', 1)[0] ?? '');
}

/** What a standup or weekly update still asks its writer for, by line. */
export function checkSummary(text: string): readonly Gap<SummaryGapCode>[] {
  return gapsAt(text, promptsLeft(numbered(text), []));
}
