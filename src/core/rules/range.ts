import type { Reference } from '../links/link';

/** What stands between the ends of a range. A hyphen counts only without blanks: with blanks it is a dash. */
const mark =
  '(?:[`*_]{0,3}[ \\t]{0,2}(?:\\.{2,3}|\\u2026|[\\u2013\\u2014~]|to|through|thru|bis|until)[ \\t]{0,2}[`*_]{0,3}|-)';
const series = '(?:[A-Za-z][A-Za-z-]{1,20}[-_ #]{0,2})?';
const goesOn = new RegExp(`^${mark}${series}(\\d{1,6})(?![\\d\\p{L}]|[.-]\\d)`, 'u');
const cameFrom = new RegExp(`(?<!\\d)(\\d{1,6})${mark}$`);

interface Range {
  readonly first: number;
  readonly last: number;
}

/** The range that a number is an end of (`ADR-3..ADR-9`, `ADRs 3 to 7`), or null. */
function rangeAt({ form, number, text, column, length }: Reference, line: string): Range | null {
  if (form !== 'id' || number === null || !text.endsWith(number)) return null;
  const own = Number(number);
  const after = goesOn.exec(line.slice(column - 1 + length, column + 59 + length))?.[1];
  if (after !== undefined && Number(after) > own) return { first: own, last: Number(after) };
  const before = cameFrom.exec(line.slice(Math.max(0, column - 61), column - 1))?.[1];
  return before !== undefined && Number(before) < own ? { first: Number(before), last: own } : null;
}

/** Words of a line that says which numbers are given out, or will be. */
const allocating =
  /\b(?:reserv\w{0,6}|set aside|allocat\w{0,6}|assign\w{0,6}|blocks?|ranges?|free|unused|available|future|upcoming|planned|next|belongs?|numbers?|numbered)\b/i;

/** `1` to `99`, `100` to `199`: blocks in which numbers are given out. */
function isBlock({ first, last }: Range): boolean {
  return first % 10 <= 1 && (last % 10 === 9 || last % 10 === 0);
}

/**
 * Whether a number is an end of a range that only says how far something goes, such as the numbers that are set aside.
 * The record of that number need not exist, unless the other end resolves and the range reads as a list of records.
 * @param beside the references before and behind it
 */
export function isRangeEnd(reference: Reference, line: string, beside: readonly (Reference | undefined)[]): boolean {
  const range = rangeAt(reference, line);
  if (range === null) return false;
  if (reference.resolution !== 'missing' || isBlock(range) || allocating.test(line)) return true;
  const own = Number(reference.number);
  const other = own === range.first ? range.last : range.first;
  return !beside.some(
    (one) => one?.line === reference.line && one.resolution === 'resolved' && Number(one.number ?? '') === other,
  );
}
