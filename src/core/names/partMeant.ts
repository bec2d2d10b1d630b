import { decodeOnce } from '../files/paths';
import type { ParsedRecord } from '../records/record';
import type { World } from './nameLookup';
import { sameNumber } from './spelling';

/** `dec-0007-use-grpc`, `_adr_7`, `7`: a series and number that an anchor begins with. */
const numbered = /^_?(?:[a-z]{2,12}[-_]?){0,3}0*(\d{1,6})(?![\d.])/;

/** What follows the `#` of a link, or null. */
export function fragmentOf(written: string): string | null {
  const hash = written.indexOf('#');
  const fragment = hash < 0 ? null : decodeOnce(written.slice(hash + 1));
  return fragment === null || fragment === '' ? null : fragment.toLowerCase();
}

/**
 * The part of a collection that a link's fragment names: by its whole anchor, or by the number that the anchor begins
 * with, since the rest changes with the title. The record itself where the fragment names no part.
 */
export function partMeant(record: ParsedRecord, written: string, { names }: World): ParsedRecord {
  const fragment = record.part ? null : fragmentOf(written);
  if (fragment === null) return record;
  const exact = names.get(`${record.path}#${fragment}`);
  const number = numbered.exec(fragment)?.[1];
  if (exact || number === undefined) return exact ?? record;
  const alike = names.byNumber(null, sameNumber(number)).filter(({ part }) => part?.file === record.path);
  return alike.length === 1 ? (alike[0] ?? record) : record;
}
