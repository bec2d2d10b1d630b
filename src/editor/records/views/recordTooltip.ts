import type { MarkdownString } from 'vscode';
import type { DocRecord } from '../../../core/records/record';
import { HoverText } from '../hover/hoverText';
import { problemSentence } from '../words/problemSentence';
import { factsText, labelText, shortName, titleText } from '../words/recordWords';
import { statusIconName } from '../words/statusWords';

/** The facts that a row has no room for. Made when the row is hovered, not when it is listed. */
export function recordTooltip(record: DocRecord): MarkdownString {
  const text = new HoverText();
  text.icon(statusIconName(record)).strong(shortName(record));
  const facts = factsText(record);
  if (facts !== '') text.dot().words(facts, 300);
  if (labelText(record) !== '') text.line().strong(titleText(record));
  if (record.decision !== null) text.paragraph().words(record.decision, 400);
  if (record.tags.length > 0) text.paragraph().words(record.tags.slice(0, 12).join(' · '), 200);
  if (record.problem !== null) text.paragraph().icon('warning').words(problemSentence(record.problem), 300);
  return text.paragraph().words(record.path, 300).markdown;
}
