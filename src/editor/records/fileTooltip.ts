import { l10n, type MarkdownString } from 'vscode';
import type { Link } from '../../core/links/link';
import { HoverText } from './hover/hoverText';
import { reasonText } from './words/linkWords';
import { recordName } from './words/recordWords';
import { hasStatus, statusIconName, statusWord } from './words/statusWords';

/** The most records that are listed; more are counted. */
const mostRecords = 10;

/**
 * The records of a file, each with its status and the reason of the link, and below them the file's owners.
 * @param owners `FileOwners.lines`
 */
export function fileTooltip(links: readonly Link[], owners: readonly string[]): MarkdownString {
  const text = new HoverText();
  for (const link of links.slice(0, mostRecords)) {
    const { record } = link;
    text.icon(statusIconName(record)).strong(recordName(record), 100);
    if (hasStatus(record)) text.dot().words(statusWord(record));
    text.dot().words(reasonText(link), 100).paragraph();
  }
  const more = links.length - mostRecords;
  if (more > 0) text.words(l10n.t('and {0} more', more));
  for (const owner of owners) text.paragraph().icon('person').words(owner, 300);
  return text.markdown;
}
