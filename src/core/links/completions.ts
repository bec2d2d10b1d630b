import { sameNumber } from '../names/spelling';
import type { FilePath } from '../ports';
import type { DocRecord } from '../records/record';
import { isRetired } from '../records/succession';
import type { CitableRecord, CompletionIndex } from './completionIndex';
import { zerosOf } from './houseZeros';
import type { Backlink, Link } from './link';

/** A record that may be cited where the cursor is. */
export interface Completion {
  readonly record: DocRecord;
  /** What takes the place of the last `typed` characters before the cursor. */
  readonly text: string;
  readonly typed: number;
  /** The text that the editor filters by. It begins with what was typed where the number or a word of the title does. */
  readonly sought: string;
}

/** UTF-16 units before the cursor that are read. */
const looked = 200;
/** `ADR-`, `ADR-post`: a series, what joins it, and what was typed of a number or a title. */
const joined = /(?<![\p{L}\p{N}_/.-])([A-Za-z][A-Za-z0-9-]{1,40}[-#][\p{L}\p{N}-]{0,60})$/u;
/** The same with a blank: `ADR 00`. */
const apart = /(?<![\p{L}\p{N}_/.-])([A-Za-z][A-Za-z-]{1,30}) ([\p{L}\p{N}]{0,60})$/u;
/** Folders, and what was typed of a file's name. */
const byFolder = /(?:^|[^\p{L}\p{N}_./@-])((?:[\p{L}\p{N}_.@-]{1,60}\/){1,12})([\p{L}\p{N}_.-]{0,100})$/u;
const byWiki = /\[\[([^[\]\n]{0,100})$/;
/** The longest list. The rest is found by typing on, because each list is made for what was typed. */
const most = 300;

/** Whether the text before the cursor may be the beginning of a reference. Cheap: it is asked at each keystroke. */
export function mayBeReference(before: string): boolean {
  const text = before.slice(-looked);
  return byWiki.test(text) || byFolder.test(text) || joined.test(text) || apart.test(text);
}

/**
 * The records that the text before the cursor begins to cite. It begins with a prefix that this repository itself uses:
 * a series of its records, a folder of them, `[[`.
 * Records that go on exactly as typed come first. The editor matches letters in order, so that for `lease` it ranks
 * "least" like "leases". Then come those that are tied to the file, by strength, then the newest numbers. Retired ones
 * come last.
 * @param before what stands before the cursor in its line
 * @param citing the places that cite a record: numbers are completed with or without zeros as most of these have them
 */
export function completionsAt(
  before: string,
  index: CompletionIndex,
  links: readonly Link[],
  citing: (record: FilePath) => readonly Backlink[] = () => [],
): readonly Completion[] {
  const { found, typed, byNumber } = citableAt(before.slice(-looked), index);
  const words = typed.toLowerCase();
  const isShort = byNumber && !typed.startsWith('0') && zerosOf(found, citing) === 'left-out';
  return leading(tiedFirst(found, links), words).map((each) => ({
    record: each.record,
    text: isShort ? sameNumber(each.text) : each.text,
    sought: words !== '' && each.goesOnAs(words) ? `${typed} ${each.sought}` : each.sought,
    typed: typed.length,
  }));
}

interface Found {
  readonly found: readonly CitableRecord[];
  readonly typed: string;
  readonly byNumber?: boolean;
}

function citableAt(text: string, index: CompletionIndex): Found {
  const ofWiki = byWiki.exec(text)?.[1];
  if (ofWiki !== undefined) return { found: index.stems(), typed: ofWiki };
  const [, written = '', typed = ''] = byFolder.exec(text) ?? [];
  const found = index.below(written.replace(/^(?:\.{1,2}\/){1,12}/, '').replace(/\/$/, ''));
  if (found.length > 0) return { found, typed };
  for (const { series, typed } of begun(text)) {
    const found = index.ofSeries(series.toUpperCase());
    if (found.length > 0) return { found, typed, byNumber: true };
  }
  return { found: [], typed: '' };
}

/** Sorts records that are linked to the file before the others, by strength, and retired ones last. */
function tiedFirst(found: readonly CitableRecord[], links: readonly Link[]): readonly CitableRecord[] {
  const strengths = new Map(links.map(({ record, strength }) => [record.path, strength]));
  const tied = found.filter(({ record }) => strengths.has(record.path));
  if (tied.length === 0) return found;
  const strength = ({ record }: CitableRecord) => strengths.get(record.path) ?? 0;
  const firsts = tied.sort((a, b) => strength(b) - strength(a));
  const others = found.filter(({ record }) => !strengths.has(record.path));
  const isDead = ({ record }: CitableRecord) => isRetired(record);
  const isAlive = (each: CitableRecord) => !isDead(each);
  return [firsts.filter(isAlive), others.filter(isAlive), firsts.filter(isDead), others.filter(isDead)].flat();
}

/** At most `most` records: those that continue what was typed, then others. */
function leading(found: readonly CitableRecord[], typed: string): readonly CitableRecord[] {
  const first: CitableRecord[] = [];
  const others: CitableRecord[] = [];
  for (const each of found) {
    if (first.length === most) break;
    if (each.goesOnAs(typed)) first.push(each);
    else if (others.length < most) others.push(each);
  }
  return [...first, ...others].slice(0, most);
}

/** What may be a series, with the text behind it. The longest comes first: a series may have an area in front. */
function begun(text: string): readonly { readonly series: string; readonly typed: string }[] {
  const [, series, typed = ''] = apart.exec(text) ?? [];
  if (series !== undefined) return [{ series, typed }];
  const token = joined.exec(text)?.[1] ?? '';
  return Array.from(token.matchAll(/[-#]/g), ({ index }) => index)
    .reverse()
    .map((at) => ({ series: token.slice(0, at), typed: token.slice(at + 1) }));
}
