import type { ParsedRecord } from '../records/record';
import { seriesOfKind } from './label';
import { lettersOf, sameNumber, slugOf, stemOf, withoutExtension, wordsOf } from './spelling';

/** The number in an id: all of `0012`, the date of `20200927-avoid-default-exports`; a date with dashes is none. */
function numberIn(id: string | null): string | null {
  const digits = id === null ? null : (/^\d+(?=$|-\D)/.exec(id)?.[0] ?? null);
  return digits === null ? null : sameNumber(digits);
}

function seriesOf(record: ParsedRecord): readonly string[] {
  const series = [record.idPrefix?.toUpperCase(), seriesOfKind[record.kind]];
  return [...new Set(series.filter((name) => name !== undefined))];
}

/** Everything that a record can be called by, each with the kind of name that it is: `name 0012`, `id ADR 12`. */
export function recordKeys(record: ParsedRecord): readonly string[] {
  const path = record.path.toLowerCase();
  const stem = stemOf(path);
  const own = stem === withoutExtension(path).split('/').at(-1);
  // A README that is its folder's record stands, for its number, in the folder above.
  const parts = path.split('/').slice(0, own ? -1 : -2);
  const folder = parts.join('/');
  const number = numberIn(record.id);
  const keys = [
    `path ${path}`,
    `bare ${withoutExtension(path)}`,
    `base ${path.split('/').at(-1)}`,
    `name ${stem}`,
    `slug ${slugOf(stem)}`,
    `title ${wordsOf(record.title)}`,
  ];
  if (!own) keys.push(`bare ${path.slice(0, path.lastIndexOf('/'))}`);
  if (record.id !== null) keys.push(`name ${record.id.toLowerCase()}`);
  if (number !== null) {
    keys.push(`number ${number}`, `folder ${folder}`, `in ${folder} ${number}`);
    for (const series of seriesOf(record)) keys.push(`series ${series}`, `id ${series} ${number}`);
  }
  if (record.kind === 'runbook') {
    for (const name of [record.runbook?.alert ?? '', stemOf(record.path), record.title])
      keys.push(`alert ${lettersOf(name)}`);
  }
  return [...new Set(keys)];
}
