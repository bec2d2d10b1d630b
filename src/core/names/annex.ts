import { ancestors, dirname, isInside, pathBelow } from '../files/paths';
import { groupedBy } from '../lists';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import { mainSeries } from './series';
import { homeOf, isFolderDocument, numberOfName, sameNumber, stemOf } from './spelling';

type Numbered = Pick<ParsedRecord, 'path' | 'part' | 'kind' | 'id' | 'idPrefix' | 'status' | 'statusText'>;

/**
 * The records that are annexes of another one of `records`: `0021-x-research.md` and `0021-notes/talks.md` beside
 * `0021-x.md`. The number means the record that states a status. An annex states none; in a folder of the record's own
 * it may also state a word that is no known status.
 */
export function annexesAmong<T extends Numbered>(records: readonly T[]): ReadonlySet<T> {
  const numbered = records.filter(({ id, part }) => id !== null && part === undefined);
  const stating = groupedBy(
    numbered.filter((record) => annexStanding(record) !== 'none'),
    (record) => placeOf(record, homeOf(record.path)),
  );
  const isAnnex = (record: T) =>
    [...ancestors(record.path)].some((folder) =>
      stating.get(placeOf(record, folder))?.some((other) => other !== record && isAnnexOf(record, other)),
    );
  return new Set(stating.size === 0 ? [] : numbered.filter((record) => mayBeAnnex(record) && isAnnex(record)));
}

/** Of records with the same number, those that the number means: all but the annexes. */
export function withoutAnnexes<T extends Numbered>(records: readonly T[]): readonly T[] {
  if (records.length < 2) return records;
  const annexes = annexesAmong(records);
  return annexes.size === 0 ? records : records.filter((record) => !annexes.has(record));
}

/** As much of a status as decides whether a record is an annex. What a folder is named after holds for its annexes too. */
export function annexStanding({ status, statusText }: Pick<Numbered, 'status' | 'statusText'>) {
  if (statusText === null || status === 'none') return 'none';
  return status === 'other' ? status : 'stated';
}

function mayBeAnnex(record: Numbered): boolean {
  return annexStanding(record) !== 'stated';
}

function isAnnexOf(record: Numbered, other: Numbered): boolean {
  const isBeside = homeOf(record.path) === homeOf(other.path);
  return (annexStanding(record) === 'none' || !isBeside) && isPathOfAnnex(record.path, other);
}

/** A key that is equal for records of one kind, series and number in one folder. */
function placeOf(record: Numbered, folder: FilePath): string {
  return [record.kind, mainSeries(record), sameNumber(record.id ?? ''), folder].join('\n');
}

/** Whether the name goes on from that of the record (`0021-x-research`), or the file lies in a folder of the record's own. */
export function isPathOfAnnex(path: FilePath, record: Pick<Numbered, 'path' | 'id'>): boolean {
  const home = homeOf(record.path);
  const [own, main] = [stemOf(path).toLowerCase(), stemOf(record.path).toLowerCase()];
  // `0021/README.md` beside `0021-x.md` is about what is in that folder.
  if (homeOf(path) === home) return goesOn(own, main) || (isFolderDocument(path) && goesOn(main, own));
  if (isFolderDocument(record.path)) return isInside(path, dirname(record.path));
  const [name = ''] = (pathBelow(home, path) ?? '').split('/', 1);
  // Compared with its zeros: `01-network` is the folder of an area and not that of `0001-x.md`.
  return record.id !== null && numberOfName(name)?.number === record.id;
}

function goesOn(stem: string, start: string): boolean {
  return stem.startsWith(start) && /^(?:$|[-_. ])/.test(stem.slice(start.length));
}
