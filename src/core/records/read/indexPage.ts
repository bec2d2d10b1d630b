import { stemOf } from '../../names/spelling';
import type { SourceDocument } from '../../text/document';
import { inlineLinks } from '../../text/inlineLinks';
import { plainText } from '../../text/plainText';
import { isDecided, type RecordKind } from '../record';
import type { Findings } from './findings';
import { sectionNames } from './sectionNames';
import type { StatedStatus } from './status';

/** A README or the like, which may be the folder's index. */
const indexName = /^(?:readme|index|toc|summary|contents|_index|overview|current[-_]adrs)$/i;
/** Folders that hold records and are none. */
const recordFolder =
  /^(?:docs?|.*adrs?|.*decisions?|.*records?|.*rfcs?|.*architecture|.*proposals?|.*templates?|readme|index)$/i;

/** Whether a page is about how the team keeps its records: without number, status and decision, named for them all. */
export function isAboutRecords(
  document: SourceDocument,
  kind: RecordKind,
  { named, title, stated }: Findings,
): boolean {
  if (!isDecided(kind) || stated.status !== 'none') return false;
  if (document.sections.some(({ name }) => sectionNames.decision.has(name))) return false;
  if (named.id === null && besideRecords.test(stemOf(document.path))) return true;
  if (/\d/.test(stemOf(document.path))) return false;
  const heading = plainText(title?.heading.text ?? '');
  return /\b(?:ADRs|RFCs|(?:architectur(?:e|al) )?decision (?:records|logs?))\b/i.test(heading);
}

/** `minutes-2024-05-06`, `review-checklist`, `log`: what people keep beside their records. */
const besideRecords =
  /^(?:log|history)$|^(?:minutes|agenda|meeting[-_ ]?(?:notes|minutes|log)|protokoll)(?:[-_ .]|$)|(?:^|[-_ ])(?:check-?list|agenda|minutes|meeting[-_ ]?notes|protokoll)$/i;

/** A list of links to records, or a README among records that states nothing of its own. */
export function isIndex(
  document: SourceDocument,
  kind: RecordKind,
  { status }: StatedStatus,
  texts: readonly string[],
): boolean {
  const name = (document.path.split('/').at(-1) ?? '').replace(/\.[^.]{1,10}$/, '');
  const isListOver = (share: number) => linkShare(texts, document) > share;
  const isNumbered = /\d/.test(stemOf(document.path));
  if (name === '_index') return true;
  // The README of a numbered folder is the record, and may list its chapters.
  const isOwnPage = isNumbered && indexName.test(name);
  if (/^(?:\d{1,6}[-_. ])?(?:index|toc|readme)$/i.test(name) && !isOwnPage && isListOver(0.3)) return true;
  if (indexName.test(name) && !isNumbered && kind !== 'runbook') {
    // `use-foo/README.md` is a record of that folder where it decides something; `adr/README.md` explains the folder.
    const decides = document.sections.some((section) => sectionNames.decision.has(section.name));
    return isListOver(0.3) || (status === 'none' && (!decides || recordFolder.test(stemOf(document.path))));
  }
  return status === 'none' && isListOver(0.6);
}

/** The share of lines that are little more than links to sibling documents. */
function linkShare(texts: readonly string[], document: SourceDocument): number {
  if (texts.length < 3) return 0;
  const listed = texts.filter((text) => {
    const [link] = inlineLinks(text, document.definitions);
    return link !== undefined && !/^[a-z]+:|^#/i.test(link.href) && /\d|\.(?:md|rst|adoc)/.test(link.href);
  }).length;
  return listed / texts.length;
}
