import { stemOf } from '../../names/spelling';
import type { SourceDocument } from '../../text/document';
import { textOf } from '../../text/line';
import { plainText } from '../../text/plainText';
import { valueOfDecision } from './decision';
import { fieldsNamed } from './field';
import type { FieldName } from './fieldNames';
import type { Findings } from './findings';
import { sectionNames } from './sectionNames';
import type { StatedStatus } from './status';

/**
 * Whether a document that nothing but its number or folder makes a candidate is a decision or proposal: it states a status
 * that is known, and a person, or has a section for the decision or a title with the number of a series. A status in a
 * word of the team's own (`DEMONSTRATED`) counts where a person is stated and the title has the number of the file name.
 */
export function showsDecision(document: SourceDocument, { named, title, fields, stated }: Findings): boolean {
  if (stated.status === 'none' || stated.field?.zone === 'body') return false;
  const words = (title ?? document.sections[0])?.heading.text ?? '';
  if (otherSeries.test(plainText(words))) return false;
  const isTitled = /\b(?:ADR|RFC|RFD|KEP|TEP|OEP)s?[-_ #:]{0,3}\d{1,6}\b/.test(words);
  const isSigned = fieldsNamed(fields, 'authors', 'owners', 'deciders').some(({ zone }) => zone !== 'body');
  if (stated.status === 'other') {
    const number = /^(?:\p{L}+\s)?(?:[A-Z]{2,6}[-_ #:]{0,3})?(\d{3,6})\b/u.exec(plainText(words))?.[1];
    return isSigned && number !== undefined && number === named.id && isOneWord(stated.text);
  }
  return (
    isTitled ||
    isSigned ||
    document.sections.some((section) => section !== title && sectionNames.decision.has(section.name))
  );
}

/**
 * `Type: Standards Track` in the head, or `CAP: 0021`, the name of the file; tickets of such names have none. Or the
 * title has that name, `CEP 21: Use X`, and the head the author and a date.
 */
export function showsProposal(
  { path, lines, frontMatter }: SourceDocument,
  { stated, title, fields }: Findings,
): boolean {
  if (stated.status === 'none' || stated.field?.zone === 'body') return false;
  const [, series = '', number] = /^([A-Z]{1,3}[EI]P)[-_ #]{1,2}(\d{1,4})(?!\d)/.exec(title?.heading.text ?? '') ?? [];
  const isOfHead = (...names: FieldName[]) => fieldsNamed(fields, ...names).some(({ zone }) => zone !== 'body');
  if (
    `${series}-${number?.padStart(4, '0')}`.toLowerCase() === stemOf(path) &&
    isOfHead('authors') &&
    isOfHead('created', 'date')
  )
    return true;
  const name = stemOf(path).toLowerCase();
  const isType = (key: string, value: string) =>
    (/^:?type$/i.test(key.trim()) && proposalType.test(value.trim())) ||
    `${key.trim()}-${/^(?:[A-Z]+-)?(\S*)/.exec(value.trim())?.[1]}`.toLowerCase() === name;
  if (frontMatter.entries.some(({ key, values }) => isType(key, values[0] ?? ''))) return true;
  return lines.slice(0, 40).some((line) => {
    if (line.kind === 'attribute') return isType(line.name, line.text);
    const [, key = '', value = ''] = /^\W{0,4}(\w+)\W{0,3}:\W{0,4}(.{1,40})$/.exec(textOf(line) ?? '') ?? [];
    return isType(key, value);
  });
}

const proposalType = /^(?:standards?[ -]track|process|informational|meta)\b/i;

/** Requirements and work are numbered, have a status and may decide something. */
const otherSeries = /^(?:PRD|REQ|N?FR|US|TASK|EPIC|BUG|ISSUE|STORY|TICKET|TEST|TC)[-_ ]?\d/;

function isOneWord(status: string | null): boolean {
  return status !== null && /^\p{L}[\p{L}-]{2,30}$/u.test(status.trim());
}

/** Whether a numbered section of a document that holds several says that it is one: by a status, or by what was decided. */
export function isDecisionOfLog(section: SourceDocument, { status, field }: StatedStatus): boolean {
  const isStated = status !== 'none' && status !== 'other' && field?.zone !== 'body';
  return (
    isStated ||
    section.sections.some(({ name }) => sectionNames.decision.has(name)) ||
    section.lines.some((line) => valueOfDecision(line) !== null)
  );
}
