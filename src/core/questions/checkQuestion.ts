import { type Gap, gap } from '../drafts/gap';
import { promptsIn } from '../drafts/prompts';
import { hasTime, typedPart } from '../drafts/readiness/phrases';
import { usualDays, usualHours } from '../team/team';
import { findDeadlines } from '../time/deadlines';
import type { DeadlineContext } from '../time/timeMeanings';
import { type QuestionField, questionFields, questionIn } from './questionFields';

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

export type QuestionGap = Gap<QuestionGapCode>;

/** In the order in which they are drafted. */
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
 * What a question lacks that the person who answers would need first, by line. Takes what `draftQuestion` and the
 * snippets write, and what people make of it: headings instead of labels, other words.
 * @param context whose clock an unclear time is in; UTC where nobody says
 */
export function checkQuestion(text: string, context: Partial<DeadlineContext> = {}): readonly QuestionGap[] {
  const { fields, title, lines } = questionFields(text);
  const gaps: QuestionGap[] = title === null ? [gap('no-question', 1, '')] : [];
  if (title !== null && typedPart(questionIn(title.text)) === '') gaps.push(gap('no-question', title.line, ''));
  for (const [field, code] of Object.entries(wanted) as [keyof typeof wanted, QuestionGapCode][]) {
    const found = fields.get(field);
    const typed = found === undefined ? '' : typedPart(found.text);
    const says = field === 'needed-by' ? hasTime(typed) : typed !== '';
    if (!says) gaps.push(gap(code, found?.line ?? title?.line ?? 1, typed));
  }
  const due = fields.get('needed-by');
  if (due !== undefined && !gaps.some(({ code }) => code === 'no-needed-by')) {
    gaps.push(...unclear(due.text, context).map((words) => gap('unclear-needed-by', due.line, words)));
  }
  const told = new Set(gaps.map(({ line }) => line));
  const left = lines.flatMap(({ text: line, number }) => {
    const [prompt] = promptsIn(line);
    return prompt === undefined || told.has(number) ? [] : [gap('prompt-left', number, prompt.text)];
  });
  return [...gaps, ...left].sort((a, b) => a.line - b.line);
}

function unclear(written: string, context: Partial<DeadlineContext>): readonly string[] {
  const line = `Needed by: ${written}`;
  const author = { zone: 'UTC', hours: usualHours, days: usualDays };
  const found = findDeadlines(line, { now: 0, author, reader: null, ...context });
  return found.slice(0, 1).map(({ offset, length }) => line.slice(offset, offset + length));
}
