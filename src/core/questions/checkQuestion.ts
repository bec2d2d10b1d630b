import { type Finding, finding, type Gap, gapsAt } from '../drafts/gap';
import { promptsLeft } from '../drafts/promptsLeft';
import { hasTime, saidPart, saysNothing } from '../drafts/readiness/phrases';
import { usualDays, usualHours } from '../team/team';
import { findDeadlines } from '../time/deadlines';
import type { DeadlineContext } from '../time/timeMeanings';
import { type QuestionField, questionFields, questionIn, urgencies } from './questionFields';

export type QuestionGapCode =
  | 'no-question'
  | 'no-goal'
  | 'no-expected'
  | 'no-actual'
  | 'no-tried'
  | 'no-urgency'
  | 'no-needed-by'
  | 'unclear-needed-by'
  | 'no-default'
  | 'prompt-left';

/** The gap that each missing field gives, in the order in which the fields are drafted. */
const wanted: Readonly<Record<Exclude<QuestionField, 'meanwhile'>, QuestionGapCode>> = {
  goal: 'no-goal',
  expected: 'no-expected',
  actual: 'no-actual',
  tried: 'no-tried',
  urgency: 'no-urgency',
  'needed-by': 'no-needed-by',
  default: 'no-default',
};

/**
 * What a question lacks that the person who answers would need first, by line. Accepts what `draftQuestion` and the
 * snippets write, and what people make of it: headings instead of labels, other words.
 * @param context whose clock a time without a zone is read in; UTC where it is not known
 */
export function checkQuestion(text: string, context: Partial<DeadlineContext> = {}): readonly Gap<QuestionGapCode>[] {
  const { fields, title, lines } = questionFields(text);
  const findings: Finding<QuestionGapCode>[] = title === null ? [finding('no-question', 1, '')] : [];
  if (title !== null && saidPart(questionIn(title.text)) === '') findings.push(finding('no-question', title.line, ''));
  for (const [field, code] of Object.entries(wanted) as [keyof typeof wanted, QuestionGapCode][]) {
    const found = fields.get(field);
    const typed = found === undefined ? '' : saidPart(found.text);
    const isOpen = field === 'urgency' && isUnchosen(typed);
    const says =
      field === 'needed-by' ? hasTime(typed) || (typed !== '' && saysNothing(typed)) : typed !== '' && !isOpen;
    if (!says) findings.push(finding(code, found?.line ?? title?.line ?? 1, typed));
  }
  const due = fields.get('needed-by');
  if (due !== undefined && !findings.some(({ code }) => code === 'no-needed-by')) {
    findings.push(...unclear(due.text, context).map((words) => finding('unclear-needed-by', due.line, words)));
  }
  return gapsAt(text, [...findings, ...promptsLeft(lines, findings)]);
}

/** Whether all of the choices are left as drafted: none is ticked, in bold, or the one that is not struck out. */
function isUnchosen(typed: string): boolean {
  const left = typed.replace(/~~[^~]{1,200}~~/g, '');
  return urgencies.every((choice) => left.includes(choice)) && !/\[x\]|\*\*|__/i.test(typed);
}

function unclear(written: string, context: Partial<DeadlineContext>): readonly string[] {
  const line = `Needed by: ${written}`;
  const author = { zone: 'UTC', hours: usualHours, days: usualDays };
  const found = findDeadlines(line, { now: 0, author, reader: null, ...context });
  return found.slice(0, 1).map(({ offset, length }) => line.slice(offset, offset + length));
}
