import { l10n, type MarkdownString } from 'vscode';
import type { LinkDetail } from '../../../core/links/link';
import type { DocRecord } from '../../../core/records/record';
import { visibleText } from '../../host/visibleText';
import { HoverText } from '../hover/hoverText';
import { problemSentence } from '../words/problemSentence';
import { factsText, labelText, shortName, titleText } from '../words/recordWords';
import { statusIconName } from '../words/statusWords';

/** The rest of what a row has no room for. Made when the row is hovered, not when it is listed. */
export function recordTooltip(record: DocRecord, detail?: LinkDetail): MarkdownString {
  const text = new HoverText();
  text.icon(statusIconName(record)).strong(shortName(record));
  const facts = factsText(record);
  if (facts !== '') text.dot().words(facts, 300);
  if (labelText(record) !== '') text.line().strong(titleText(record));
  if (record.decision !== null) text.paragraph().words(record.decision, 400);
  if (detail) text.paragraph().words(reasonSentence(detail), 300);
  if (record.tags.length > 0) text.paragraph().words(record.tags.slice(0, 12).join(' · '), 200);
  if (record.problem !== null) text.paragraph().icon('warning').words(problemSentence(record.problem), 300);
  return text.paragraph().words(record.path, 300).markdown;
}

/** Why the record is linked to the file, at length. */
function reasonSentence(detail: LinkDetail): string {
  switch (detail.reason) {
    case 'reference':
      if (detail.ambiguous !== undefined) return ambiguousSentence(detail.lines, detail.ambiguous);
      return l10n.t('This file cites it on line {0}.', detail.lines.slice(0, 20).join(', '));
    case 'scope':
      return l10n.t('Its front matter says that it governs {0}.', visibleText(detail.glob, 100));
    case 'mention':
      return l10n.t('It names this file as {0} on line {1}.', visibleText(detail.text, 100), detail.line);
    case 'words':
      return l10n.t('Nothing cites it here. Both speak of {0}.', visibleText(detail.words.join(', '), 100));
    case 'history':
      return l10n.t('Both were changed together in {0} commits.', detail.commits);
    case 'folder':
      return l10n.t('It belongs to {0}.', visibleText(detail.folder, 100) || l10n.t('this folder'));
  }
}

function ambiguousSentence(lines: readonly number[], candidates: number): string {
  const cited = lines.slice(0, 20).join(', ');
  return candidates === 1
    ? l10n.t('The citation on line {0} has its number and another title.', cited)
    : l10n.t('The citation on line {0} could mean {1} records; this is one of them.', cited, candidates);
}
