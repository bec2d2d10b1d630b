import { basename, dirname } from '../files/paths';
import { seriesOf } from '../names/series';
import { sameNumber, stemOf } from '../names/spelling';
import type { FilePath } from '../ports';
import { type DocRecord, fileOf } from '../records/record';
import { isRetired } from '../records/succession';
import { compareText } from '../text/compareText';
import type { Link } from './link';

/** A record that may be cited where the cursor is. */
export interface Completion {
  readonly record: DocRecord;
  /** What takes the place of the last `typed` characters before the cursor. */
  readonly text: string;
  readonly typed: number;
}

/** Characters before the cursor that are looked at. */
const looked = 200;
/** `ADR-`, `ADR-post`: a series, what joins it, and what was typed of a number or a title. */
const joined = /(?<![\p{L}\p{N}_/.-])([A-Za-z][A-Za-z0-9-]{1,40}[-#][\p{L}\p{N}-]{0,60})$/u;
/** The same with a blank: `ADR 00`. */
const apart = /(?<![\p{L}\p{N}_/.-])([A-Za-z][A-Za-z-]{1,30}) ([\p{L}\p{N}]{0,60})$/u;
/** Folders, and what was typed of a file's name. */
const byFolder = /(?:^|[^\p{L}\p{N}_./@-])((?:[\p{L}\p{N}_.@-]{1,60}\/){1,12})([\p{L}\p{N}_.-]{0,100})$/u;
const byWiki = /\[\[([^[\]\n]{0,100})$/;
/** More are no help: the rest is found by typing on, as each list is made of what was typed. */
const most = 300;

/** Whether the text before the cursor may be the beginning of a reference: cheap, as it is asked at each key. */
export function mayBeReference(before: string): boolean {
  const text = before.slice(-looked);
  return byWiki.test(text) || byFolder.test(text) || joined.test(text) || apart.test(text);
}

/**
 * The records whose citation the text before the cursor begins, after the prefixes that this repository itself uses: a
 * series of its records, a folder of them, `[[`. Those that are tied to the file come first, by strength, then the newest
 * numbers; what is retired comes last. Of more than a list can hold, those that go on as what was typed go before all.
 * @param before what stands before the cursor in its line
 */
export function completionsAt(
  before: string,
  records: readonly DocRecord[],
  links: readonly Link[],
): { readonly completions: readonly Completion[]; readonly isCut: boolean } {
  const text = before.slice(-looked);
  const found = wikiNames(text, records) ?? paths(text, records) ?? numbers(text, records) ?? [];
  const strengths = new Map(links.map(({ record, strength }) => [record.path, strength]));
  const isCut = found.length > most;
  const goesOn = isCut ? goesOnAs(text) : () => true;
  const completions = [...found]
    .sort(
      (a, b) =>
        Number(goesOn(b)) - Number(goesOn(a)) ||
        Number(isRetired(a.record)) - Number(isRetired(b.record)) ||
        (strengths.get(b.record.path) ?? 0) - (strengths.get(a.record.path) ?? 0) ||
        Number(b.record.id ?? 0) - Number(a.record.id ?? 0) ||
        compareText(a.record.path, b.record.path),
    )
    .slice(0, most);
  return { completions, isCut };
}

/** Whether a completion's text or a word of its title begins with what was typed. */
function goesOnAs(text: string): (completion: Completion) => boolean {
  const known = new Map<Completion, boolean>();
  return (completion) => {
    const before = known.get(completion);
    if (before !== undefined) return before;
    const { record, typed } = completion;
    const begun = text.slice(text.length - typed).toLowerCase();
    const words = [sameNumber(completion.text), completion.text, ...record.title.split(/[^\p{L}\p{N}]+/u)];
    const answer = words.some((word) => word.toLowerCase().startsWith(begun));
    known.set(completion, answer);
    return answer;
  };
}

function wikiNames(text: string, records: readonly DocRecord[]): readonly Completion[] | null {
  const typed = byWiki.exec(text)?.[1];
  if (typed === undefined) return null;
  return records
    .filter(({ part }) => part === undefined)
    .map((record) => ({ record, text: stemOf(record.path), typed: typed.length }));
}

/** Files below a folder that ends as what was typed does; null where no folder of records does. */
function paths(text: string, records: readonly DocRecord[]): readonly Completion[] | null {
  const [, written = '', typed = ''] = byFolder.exec(text) ?? [];
  const folder = written.replace(/^(?:\.{1,2}\/){1,12}/, '').replace(/\/$/, '');
  if (folder === '') return null;
  const below = records.flatMap((record): readonly Completion[] => {
    const rest = restBelow(fileOf(record), folder);
    return rest === null || record.part ? [] : [{ record, text: rest, typed: typed.length }];
  });
  return below.length > 0 ? below : null;
}

/** The path below a folder that is named by its last parts: `0012-x.md` of `docs/adr/0012-x.md` below `adr`. */
function restBelow(file: FilePath, folder: string): string | null {
  const own = dirname(file);
  if (own === folder || own.endsWith(`/${folder}`)) return basename(file);
  const above = dirname(own);
  const isFolderOfRecord = /^(?:readme|index)\./i.test(basename(file));
  return isFolderOfRecord && (above === folder || above.endsWith(`/${folder}`)) ? basename(own) : null;
}

function numbers(text: string, records: readonly DocRecord[]): readonly Completion[] | null {
  for (const { series, typed } of begun(text)) {
    const found = numbersOf(series.toUpperCase(), typed, records);
    if (found.length > 0) return found;
  }
  return null;
}

/** What may be a series with what follows it, the longest first: with an area or a project in front where the records have one. */
function begun(text: string): readonly { readonly series: string; readonly typed: string }[] {
  const [, series, typed = ''] = apart.exec(text) ?? [];
  if (series !== undefined) return [{ series, typed }];
  const token = joined.exec(text)?.[1] ?? '';
  return Array.from(token.matchAll(/[-#]/g), ({ index }) => index)
    .reverse()
    .map((at) => ({ series: token.slice(0, at), typed: token.slice(at + 1) }));
}

function numbersOf(series: string, typed: string, records: readonly DocRecord[]): readonly Completion[] {
  const ids = new Map<string, Completion>();
  for (const record of records) {
    if (record.id === null || !/^\d{1,6}(?:\.\d{1,2})?$/.test(record.id) || !seriesOf(record).includes(series))
      continue;
    // Of several that have one number each is the same text; which one is meant the place tells.
    const number = sameNumber(record.id);
    if (!ids.has(number)) ids.set(number, { record, text: record.id, typed: typed.length });
  }
  return [...ids.values()];
}
