import type { Beside } from '../names/beside';
import type { Owner } from '../names/owner';
import type { ScannedReference } from './link';

/** A `Beside` as an array: the names of its properties would take as much memory as the values. */
type BesideRow = readonly [
  place: string | null,
  href: string | null,
  words: string | null,
  wordsAre: Beside['wordsAre'],
  owner?: Owner,
];

/** A reference as an array; `lineText` is 0 where it is the same as in the row before. */
type Row = readonly [
  offset: number,
  length: number,
  line: number,
  column: number,
  text: string,
  form: ScannedReference['form'],
  prefix: string | null,
  number: string | null,
  name: string | null,
  beside: BesideRow | null,
  lineText: string | 0,
  isLabel?: 1,
];

/** The references of a file, or the text that `packed` makes of them. */
export type StoredReferences = readonly ScannedReference[] | string;

/**
 * The references of a file as one string, for a project that lasts as long as a window: as objects they take three
 * times the memory, and most are never asked about. It holds no slices of the scanned text, which would keep it alive.
 */
export function packed(references: StoredReferences): string {
  if (typeof references === 'string') return references;
  return JSON.stringify(references.map((reference, at) => rowOf(reference, references[at - 1]?.lineText)));
}

export function unpacked(text: string): readonly ScannedReference[] {
  const rows: readonly Row[] = JSON.parse(text);
  let last = '';
  return rows.map((row) => {
    const [offset, length, line, column, text, form, prefix, number, name, stands, own, isLabel] = row;
    if (own !== 0) last = own;
    const beside = stands && besideOf(stands);
    const reference = { offset, length, line, column, text, form, prefix, number, name, beside, lineText: last };
    return isLabel ? { ...reference, isLabel: true } : reference;
  });
}

function rowOf(reference: ScannedReference, before: string | undefined): Row {
  const { offset, length, line, column, text, form, prefix, number, name, beside, lineText, isLabel } = reference;
  const own = lineText === before ? 0 : lineText;
  const stands = beside && besideRow(beside);
  const row = [offset, length, line, column, text, form, prefix, number, name, stands, own] as const;
  return isLabel ? [...row, 1] : row;
}

function besideRow({ place, href, words, wordsAre, owner }: Beside): BesideRow {
  const row = [place, href, words, wordsAre] as const;
  return owner ? [...row, owner] : row;
}

function besideOf([place, href, words, wordsAre, owner]: BesideRow): Beside {
  const beside = { place, href, words, wordsAre };
  return owner ? { ...beside, owner } : beside;
}
