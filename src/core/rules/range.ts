import type { Reference } from '../links/link';

/** Between the ends of a range. A hyphen alone stands there without blanks; with them it is a dash. */
const mark =
  '(?:[`*_]{0,3}[ \\t]{0,2}(?:\\.{2,3}|\\u2026|[\\u2013\\u2014~]|to|through|thru|bis|until)[ \\t]{0,2}[`*_]{0,3}|-)';
const series = '(?:[A-Za-z][A-Za-z-]{1,20}[-_ #]{0,2})?';
const goesOn = new RegExp(`^${mark}${series}(\\d{1,6})(?![\\d\\p{L}]|[.-]\\d)`, 'u');
const cameFrom = new RegExp(`(?<!\\d)(\\d{1,6})${mark}$`);

/**
 * Whether a number is an end of a range: `ADR-3..ADR-9`, `ADRs 3 to 7`. It says how far something goes, such as the
 * numbers that are set aside, and a record of that number need not be there.
 */
export function isRangeEnd({ form, number, text, column, length }: Reference, line: string): boolean {
  if (form !== 'id' || number === null || !text.endsWith(number)) return false;
  const after = goesOn.exec(line.slice(column - 1 + length, column + 59 + length))?.[1];
  const before = cameFrom.exec(line.slice(Math.max(0, column - 61), column - 1))?.[1];
  return (
    (after !== undefined && Number(after) > Number(number)) || (before !== undefined && Number(before) < Number(number))
  );
}
