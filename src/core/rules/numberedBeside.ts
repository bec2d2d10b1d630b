import { mainSeries } from '../names/series';
import { homeOf, sameNumber } from '../names/spelling';
import type { DocRecord } from '../records/record';
import { compareText } from '../text/compareText';
import type { Known } from './rule';

/**
 * The records with the number `digits` in a record's folder and series, itself included where that is its number.
 * Sorted by path: a lookup has no order, and a baseline identifies a finding by these paths.
 */
export function numberedBeside(
  digits: string,
  record: DocRecord,
  { world, record: find }: Pick<Known, 'world' | 'record'>,
): readonly DocRecord[] {
  const found = world.names.byNumber(mainSeries(record) ?? null, digits).flatMap(({ path }) => {
    const other = find(path);
    const isBeside = other !== undefined && homeOf(path) === homeOf(record.path);
    return isBeside && sameNumber(other.id ?? '') === sameNumber(digits) ? [other] : [];
  });
  return found.sort((a, b) => compareText(a.path, b.path));
}
