import { basename, decodeOnce, dirname, resolveRelative } from '../files/paths';
import type { FilePath } from '../ports';
import type { ParsedRecord, RecordKind, WrittenRelation } from '../records/record';
import { sameNumber, stemOf, withoutExtension, wordsOf } from './spelling';

/** Series that a text may give to a record that itself names none. */
const seriesOfKind: Partial<Record<RecordKind, RegExp>> = {
  decision: /^(?:ADRS?|ADL?|DR|DECISION|RECORD)$/,
  rfc: /^RFCS?$/,
};
/** What a text begins with: `15. DNS`, `0012-slug`, `ADR-12`, `ADR #0012`. */
const identifier = /^(?:([A-Za-z][A-Za-z0-9]{0,11}(?:-[A-Za-z]{2,12}){0,3})[-_ #]{0,2}|#)?(\d{1,6})(?!\d)/;
const maxText = 200;

/** The records that go by a name, in no order. */
export type LookUp = (name: string) => readonly ParsedRecord[];

/** What a supersession may call a record by; each name says what kind of name it is. */
export function namesOf({ path, id, title }: ParsedRecord): readonly string[] {
  const stem = stemOf(path).toLowerCase();
  const bare = withoutExtension(path).toLowerCase();
  const names = [`path ${path}`, `bare ${bare}`, `stem ${stem}`, `title ${wordsOf(title)}`];
  if (basename(bare) !== stem) names.push(`bare ${dirname(path).toLowerCase()}`);
  if (id !== null && /^\d{1,6}$/.test(id)) {
    const number = sameNumber(id);
    names.push(`in ${folderOf(path)} ${number}`, `number ${number}`);
  }
  return names;
}

/**
 * The record that a supersession in `from` names, or null: a link by its path (or, where the slug is stale, by the
 * number in that folder), words by number in the same folder, by number anywhere if only one has it, by file name,
 * by title. A web address is a pull request, a discussion or another repository.
 *
 * The answer depends on nothing but `from` and what `lookUp` gave.
 */
export function findNamed(
  from: ParsedRecord,
  { text, href }: Pick<WrittenRelation, 'text' | 'href'>,
  lookUp: LookUp,
): ParsedRecord | null {
  const words = text.slice(0, maxText);
  if (href === null) return byWords(from, words, lookUp);
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//')) return null;
  const written = href.split(/[?#]/, 1)[0] ?? '';
  return (written === '' ? null : byTarget(from, written, lookUp)) ?? byWords(from, words, lookUp);
}

function byTarget(from: ParsedRecord, written: string, lookUp: LookUp): ParsedRecord | null {
  const path = resolveRelative(from.path, written);
  if (path !== null) {
    const found = only(lookUp(`path ${path}`)) ?? only(lookUp(`bare ${withoutExtension(path).toLowerCase()}`));
    if (found) return found;
    const number = identifier.exec(stemOf(path))?.[2];
    const renamed = number === undefined ? null : only(lookUp(`in ${folderOf(path)} ${sameNumber(number)}`));
    if (renamed) return renamed;
  }
  return only(lookUp(`stem ${stemOf(decodeOnce(written) ?? written).toLowerCase()}`));
}

function byWords(from: ParsedRecord, written: string, lookUp: LookUp): ParsedRecord | null {
  const text = written.trim();
  const title = wordsOf(text);
  return (
    byNumber(from, text, lookUp) ??
    nearest(from, lookUp(`stem ${withoutExtension(basename(text)).toLowerCase()}`)) ??
    nearest(from, title === '' ? [] : lookUp(`title ${title}`))
  );
}

function byNumber(from: ParsedRecord, text: string, lookUp: LookUp): ParsedRecord | null {
  const [, prefix = null, digits] = identifier.exec(text) ?? [];
  if (digits === undefined) return null;
  const number = sameNumber(digits);
  const fits = (record: ParsedRecord) => fitsSeries(record, prefix?.toUpperCase() ?? null);
  const near = lookUp(`in ${folderOf(from.path)} ${number}`).filter(fits);
  return only(near.length > 0 ? near : lookUp(`number ${number}`).filter(fits));
}

function nearest(from: ParsedRecord, all: readonly ParsedRecord[]): ParsedRecord | null {
  return only(all) ?? only(all.filter(({ path }) => folderOf(path) === folderOf(from.path)));
}

function only(all: readonly ParsedRecord[]): ParsedRecord | null {
  return all.length === 1 ? (all[0] ?? null) : null;
}

/** The folder whose records are its neighbours: for a README that is the record, the folder above its own. */
function folderOf(path: FilePath): FilePath {
  const folder = dirname(path);
  return stemOf(path) !== withoutExtension(basename(path)) && /\d/.test(stemOf(path)) ? dirname(folder) : folder;
}

/** Whether a number with that prefix may be this record's: `ADR-3` may be `ODH-ADR-XAI-3`, `RFC-3` is no decision. */
function fitsSeries({ idPrefix, kind }: ParsedRecord, prefix: string | null): boolean {
  if (prefix === null || idPrefix === prefix) return true;
  return idPrefix === null ? (seriesOfKind[kind]?.test(prefix) ?? false) : idPrefix.split('-').includes(prefix);
}
