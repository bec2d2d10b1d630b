import type { RawReference } from './link';
import { nextLine, rawReference, type SourceLine, wordsStart } from './sourceLine';

/**
 * How far the numbers after a series are read.
 * - `plain`: in a sentence, `ADR 0005/0009`, `ADRs 3, 7 and 12`; ends at the first other word.
 * - `header`: after `ADRs:`, `0039 (…), 0005 (…)` and the items of the comment lines that follow.
 * - `group`: inside brackets, `ADR (0004 for the library; 0006)`; ends with the bracket.
 */
export type ListMode = 'plain' | 'header' | 'group';

/** Where reading begins and what is known of the series so far. */
export interface ListStart {
  readonly line: SourceLine;
  readonly at: number;
  readonly mode: ListMode;
  readonly prefix: string;
  /** The first number's digits where it is read already; the others must be written alike. */
  readonly first: string | null;
  /** `ADRs`: unpadded numbers may follow too. */
  readonly plural: boolean;
}

const maxLines = 40;
/** Characters that the items of one list may span: lists in a row must not each read to the end of the file. */
const maxSpan = 4_000;
const digits = /\d+/y;
/** `ADR-0012, 2024` cites one record and a year, `ADR (2024)` only a year. */
const year = /^(?:19|20)\d\d$/;
/** What follows a number that is none of a record's: `1.2`, `3rd`, `0x1`, `600行`. */
const notANumber = /^(?:[\p{L}_%]|[.:]\d)/u;
/** Between two numbers of a list: separators, `and` in a few languages, a section (`§9`, `D2`), a possessive. */
const joiner =
  /(?:\s|[,;/&+~]|\.\.\.?|[-–—]|#|'s\b|§{1,2}\s?\d+[a-z]?|\b[A-Z]\d{1,2}\b|\b(?:and|or|to|through|und|et|y|bis|og)\b)+/y;
/** `ADR-0018, 606 lines`: how many there are of something. */
const count =
  /^\s(?:lines?|files?|tests?|bytes?|rows?|commits?|pages?|words?|chars?|characters?|items?|entries|times|days?|weeks?|months?|years?|hours?|minutes?|seconds?|users?|LOC)\b/i;
/** The end of a line whose list goes on in the next line. */
const openEnd = /[,/&]\s*$|\b(?:and|or)\s*$/;
/** The next label of a file's header: `Owner:`, but not a URL's scheme. */
const heading = /^[A-Za-z][\w /-]{0,30}:(?!\/)/;
const itemSeparator = /[,;/&]|\b(?:and|or)\b/y;

/** Numbers in a list look alike: as long as a padded first one, or short ones after a plural. */
function accepts(start: ListStart, first: string | null, found: string): boolean {
  if (year.test(found) && (first === null || first.startsWith('0'))) return false;
  if (first === null) return found.length >= 3 ? found.length <= 4 : start.plural || start.mode === 'group';
  if (first.length >= 3) return found.length === first.length;
  return start.plural && found.length < 3;
}

function numberAt(text: string, at: number): string | null {
  digits.lastIndex = at;
  const found = digits.exec(text)?.[0];
  if (!found || found.length > 8 || notANumber.test(text.slice(at + found.length, at + found.length + 2))) return null;
  return count.test(text.slice(at + found.length, at + found.length + 12)) ? null : found;
}

/** Reads the numbers of a list; each becomes a reference of its own whose range is its digits. */
export function readNumbers(text: string, start: ListStart): readonly RawReference[] {
  return start.mode === 'plain' ? readPlain(text, start) : readItems(text, start);
}

function reference(start: ListStart, line: SourceLine, at: number, number: string): RawReference {
  return rawReference(line, { at, end: at + number.length, form: 'id', prefix: start.prefix, number });
}

function readPlain(text: string, start: ListStart): readonly RawReference[] {
  const found: RawReference[] = [];
  let { line, at, first } = start;
  for (let wraps = 0; wraps <= maxLines; ) {
    joiner.lastIndex = at;
    let next = at + (joiner.exec(line.text)?.[0].length ?? 0);
    const isJoined = /\S/.test(line.text.slice(at, next)) || (first === null && found.length === 0);
    if (next >= line.text.trimEnd().length && (first === null || openEnd.test(line.text.slice(at)))) {
      // A list or a lone series at the end of a line goes on where the next comment line begins.
      const following = nextLine(text, line);
      if (!following) break;
      line = following;
      next = wordsStart(line.text).at;
      wraps++;
    } else if (!isJoined) break;
    const number = numberAt(line.text, next);
    const isListed =
      number !== null && (accepts(start, first, number) || isNext(line.text.slice(at, next), first, number));
    if (number === null || !isListed || isIssue(line.text, next, start)) break;
    found.push(reference(start, line, next, number));
    first ??= number;
    at = next + number.length;
  }
  return found;
}

/** `LED-51/52`: short numbers in a row, which is no fraction and no date. */
function isNext(between: string, first: string | null, found: string): boolean {
  return between === '/' && first?.length === 2 && found.length === 2 && Number(found) === Number(first) + 1;
}

/** `ADR-0012 / #345`: with a mark that the first number of the list does not have. */
function isIssue(text: string, at: number, { line, at: end, first }: ListStart): boolean {
  return text.charAt(at - 1) === '#' && first !== null && line.text.charAt(end - first.length - 1) !== '#';
}

/** Items with words of their own between them; a number counts only where an item begins. */
function readItems(text: string, start: ListStart): readonly RawReference[] {
  const items = new ItemReader(start);
  let at = start.at;
  let line: SourceLine | null = start.line;
  for (let lines = 0; line && lines < maxLines && items.mayRead(line, 0); lines++) {
    const isOpen = items.read(line, at);
    line = isOpen && start.mode === 'header' ? nextLine(text, line) : null;
    const words = line && wordsOfHeader(line.text);
    if (!words) break;
    at = words.at;
    if (words.item) items.begin();
  }
  return items.found;
}

/** A header ends with its comment, with an empty line in it and where the next label begins. */
function wordsOfHeader(line: string): { readonly at: number; readonly item: boolean } | null {
  const words = wordsStart(line);
  const rest = line.slice(words.at);
  const isEnd = rest.trim() === '' || words.at === 0 || heading.test(rest) || /^@\w/.test(rest);
  return isEnd ? null : words;
}

class ItemReader {
  readonly found: RawReference[] = [];
  private readonly limit: number;
  private first: string | null;
  /** Whether an item begins here. */
  private expecting: boolean;
  /** How many brackets are open: what stands in them describes an item and is none. */
  private depth = 0;

  constructor(private readonly start: ListStart) {
    this.limit = start.line.offset + start.at + maxSpan;
    this.first = start.first;
    this.expecting = start.first === null;
  }

  mayRead(line: SourceLine, at: number): boolean {
    return line.offset + at < this.limit;
  }

  begin(): void {
    this.depth = 0;
    this.expecting = true;
  }

  /** @returns whether the list goes on: a group ends with its bracket. */
  read(line: SourceLine, from: number): boolean {
    for (let at = from; at < line.text.length && this.mayRead(line, at); ) {
      const character = line.text.charAt(at);
      if (this.start.mode === 'group' && this.depth === 0 && /[)\]]/.test(character)) return false;
      at += this.take(line, at, character);
    }
    return true;
  }

  /** @returns how many characters were read */
  private take(line: SourceLine, at: number, character: string): number {
    if (character === '(' || character === '[') this.depth++;
    else if (character === ')' || character === ']') this.depth = Math.max(0, this.depth - 1);
    else if (this.depth === 0) return this.takeWord(line, at, character);
    return 1;
  }

  private takeWord(line: SourceLine, at: number, character: string): number {
    const number = this.expecting ? numberAt(line.text, at) : null;
    if (number !== null && accepts(this.start, this.first, number)) {
      this.found.push(reference(this.start, line, at, number));
      this.first ??= number;
      this.expecting = false;
      return number.length;
    }
    itemSeparator.lastIndex = at;
    const separator = itemSeparator.exec(line.text)?.[0];
    if (separator) this.expecting = true;
    else if (!/[\s#"'{]/.test(character)) this.expecting = false;
    return separator?.length ?? 1;
  }
}
