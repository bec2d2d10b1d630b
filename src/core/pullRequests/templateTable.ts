import type { DraftLine } from '../drafts/draft';
import { isSeparator } from '../text/tableCells';
import type { Answers } from './answers';
import { isGap } from './gapWords';
import { isIssueLine } from './issueLine';
import { linesFor } from './ownDescription';
import type { TemplateLine, TemplateSection } from './templateSections';
import { topicsOf } from './topics';
import type { Topic } from './topicTable';

/** A row to be filled in, of a form that is laid out as a table: `| Fixed tickets | #… |`. */
export interface OpenRow {
  readonly line: TemplateLine;
  /** What its first cell asks for. */
  readonly topics: readonly Topic[];
}

/** Two cells, the last pipe optional. */
const row = /^(\s*\|[^|`]{1,200}\|)([^|]{0,200})(\|?)\s*$/;
/** `fixes #X, partially #Y, mentions #Z` */
const issues = /#(?:\d{1,7}|[A-Z]\b)|\b[A-Z]{2,10}-(?:X+|N+|#+|\d+)\b/;
const mostLines = 12;

/** The rows of a template's tables that wait for words; a row that a person changed is theirs. */
export function openRows(sections: readonly TemplateSection[], isOwn: (line: TemplateLine) => boolean): OpenRow[] {
  return sections.flatMap(({ lines }) =>
    lines.flatMap((line, at) => {
      const [, label = '', value = ''] = row.exec(line.text) ?? [];
      const isHead = isSeparator(line.text) || isSeparator(lines[at + 1]?.text ?? '');
      const topics = isHead || !isOwn(line) ? [] : (topicsOf(label.replaceAll('|', ' ')) ?? []);
      return topics.length > 0 && isOpenCell(value, topics) ? [{ line, topics }] : [];
    }),
  );
}

/** The row with what is known, in one line, else with the prompts; unchanged where there is neither. */
export function fillRow({ line, topics }: OpenRow, answers: Answers): DraftLine {
  const [, label = '', , end = ''] = row.exec(line.text) ?? [];
  const known = topics.flatMap((topic) => linesFor(topic, answers)).filter((each) => each !== '');
  const isCode = known.some((each) => typeof each === 'string' && each.startsWith('```'));
  const lines = isCode || known.length > mostLines ? topics.flatMap((topic) => answers[topic].asks) : known;
  if (lines.length === 0) return line.text;
  const pieces = lines.flatMap((each, at) => [
    ...(at === 0 ? [] : ['<br>']),
    ...(typeof each === 'string' ? [each] : each).map((piece) => (typeof piece === 'string' ? inCell(piece) : piece)),
  ]);
  return [`${label} `, ...pieces, end === '' ? '' : ` ${end}`];
}

/** A pipe would end the cell, in code as well. */
function inCell(text: string): string {
  return text.replace(/\\{0,40}\|/g, '\\|');
}

function isOpenCell(value: string, topics: readonly Topic[]): boolean {
  const text = value.replace(/<!--[^>]{0,200}-->/g, ' ').trim();
  if (isGap(text) || isIssueLine(text)) return true;
  return topics.includes('ticket') && issues.test(text);
}
