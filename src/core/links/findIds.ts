import type { RawReference } from './link';
import { type ListMode, readNumbers } from './readNumbers';
import { rawReference, type SourceLine } from './sourceLine';

/** The series that people write in small letters or capitals and any spacing; all others need capitals and a dash. */
const known =
  /(?<![A-Za-z0-9])(?:ADR|[Aa]dr|RFC|[Rr]fc|RfC|[Dd]ecision [Rr]ecord|[Dd]ecision(?=s?[ \t#_-]{1,3}0\d{1,4}(?!\d)))([sS]?)(?![A-Za-z])/g;
/** `ODH-` of `ODH-ADR-XAI-0001`, read backwards from the known part, and `-XAI` or `-TIER1` after it. */
const leadingParts = /(?<![A-Za-z0-9])(?:[A-Z]{2,12}-){1,3}$/;
const trailingParts = /(?:-[A-Z][A-Z0-9]{1,11}){1,3}(?=-\d)/y;
/** Between a series and its number: `-`, `_`, ` `, `#`, ` #`, `: `, ` No. `, ` n\u00ba `, a dash of another width, nothing. */
const separator =
  /[ \t\u00a0]{0,3}(?:[-_#:\u2010\u2011\u2013]|[nN][or\u00ba\u00b0]\.?|\u2116)?[ \t\u00a0]{0,2}#?(?=\d)/y;
const opening = /[ \t]{0,3}[([{]{1,2}[ \t]{0,2}(?=\d)/y;
/** `ADR 120 EUR`, `ADR 30 kg`: a rate, a weight. */
const unit = /[ \t\u00a0]?(?:[%\u20ac$\u00a3]|(?:kg|km|mg|ms|EUR|USD|GBP|CHF|JPY)(?![A-Za-z]))/y;
/** Units that mean nothing else, so that they count behind a dash too: `ADR-12 kV` is the name of a part. */
const technicalUnit = /[ \t\u00a0](?:[kMm]V|[kM]Wh?|mA|[kMG]Hz|dB|mm|cm|km|kg|mg|ml|[nµμ]F|rpm)(?![\w-])/y;
/** `ADR-0002-7781-B`, `ADR-0010-4f1c-9a77`, `ADR-0003-X/12`: a part's number or an identifier; a slug begins with a word. */
const serial =
  /-[A-Z\d]{1,8}\/\d|(?=-[\dA-Fa-f-]{0,20}[A-Za-z])-[\dA-Fa-f]{4,12}-(?:[\dA-Z]{1,8}|[\da-f]{1,12}(?<=-[\da-f]{0,12}\d[\da-f]{0,12}))(?![A-Za-z])/y;
/** What an abbreviation of the same letters stands for, where the line says so. */
const otherMeaning =
  /\b(?:average daily rate|adverse (?:drug )?(?:reaction|event)s?|alternative dispute resolution|depositary receipts?|address registers?)\b/i;
/** `reg ADR3`, `slave ADR 16`: what a chip has, before a number that is not padded. */
const ofChip = /\b(?:reg|register|slave|pin|opcode)s?[ \t]{1,2}$/i;
/** An element of an array: `adr[3]`. A padded number is a record's all the same. */
const element = /\[[1-9]\d?(?!\d)/y;
/** `ADRs (3)`, `ADR (12 of them)`: how many there are. */
const countInBrackets = /[ \t]{0,3}\([ \t]{0,2}[1-9]\d?(?![\d.])[^()\d]{0,40}\)/y;
const label = /[ \t]{0,2}:[ \t]{0,20}(?=\d{3,4}(?!\d)|$|[([])/y;
/** A version, a decimal, hexadecimal, an identifier, a date or an address of mail is no number of a record. */
const number =
  /(\d{1,8})(?![A-Za-z0-9]|\.\d|-\d\d-\d\d|-\d{1,3}\.\d|@[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.[a-z]{2,10}(?![\w/.-]))/y;
/** `ADR-051.1` and `ADR-12.1` are records of their own where there are such; `ADR 1.2` is a version. */
const decimal = /((?:\d{3,6}|(?<=-)\d{1,2})\.\d{1,2})(?![A-Za-z0-9]|\.\d|-\d\d-\d\d)/y;
/** `ADR-0051a`, where there is such a record. */
const lettered = /((?:0\d{1,5}|(?<=-)\d{1,6})[a-z])(?![A-Za-z0-9]|\.\d|-\d)/y;
/** `ADR-2024-001` and `ADR-20240506-01`, in a series that begins anew each year or day. */
const yearly = /((?:19|20)\d\d(?:-\d{3,4}|\d{4}[-_]\d\d))(?![A-Za-z0-9]|\.\d|-\d)/y;
const generic =
  /(?<![A-Za-z0-9_-])([A-Z]{2,12}(?:-[A-Z]{2,12}){0,3}|[A-Z](?=-\d{2,4}(?!\d)))(?:[-\u2011]((?:19|20)\d\d-\d{3}|\d{1,8}(?:\.\d{1,2})?)| (0\d{2,3}))(?![A-Za-z0-9]|\.\d|-\d)/g;
/** Improvement proposals are written with a blank, too: `PEP 484`, `KIP 42`. */
const proposal = /(?<![A-Za-z0-9_-])([A-Z]{1,3}[EI]P) (\d{1,4})(?![A-Za-z0-9]|\.\d|-\d)/g;
/** The reStructuredText role that their site has for them: ``:pep:`484` ``, ``:pep:`the style guide <8#naming>` ``. */
const role = /(?<![A-Za-z0-9_:]):([a-z]{1,3}[ei]p):`(?:[^`<>\n]{1,200}<)?(\d{1,5})(?=[#>`])/g;

function end(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? at + match[0].length : null;
}

function at(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[1];
}

/** In lower case `adr` is also a variable and an instruction, so it needs more than a small number beside it. */
function plausible(head: string, before: string, between: string, digits: string): boolean {
  const shout = /^(?:[A-Z]|decision record)/.test(head) || before === '@';
  return shout || digits.length >= 3 || /[-#]/.test(between);
}

interface Head {
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly plural: boolean;
}

/** `ADR` of `ADRS` and `DECISION RECORD`; `DECISION` alone is a word for it where the number is padded. */
function seriesWritten(head: string): string {
  if (!head.startsWith('DECISION')) return head.slice(0, 3);
  return head.includes(' ') ? 'ADR' : 'DECISION';
}

function headAt(line: string, match: RegExpMatchArray): Head {
  const at = match.index ?? 0;
  const parts = leadingParts.exec(line.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  const after = end(trailingParts, line, at + match[0].length) ?? at + match[0].length;
  const word = seriesWritten(match[0].toUpperCase());
  // `pre-ADR-0007` and `POST-ADR-0007` speak of ADR-0007.
  const lead = /^(?:PRE|POST|NON)-$/.test(parts) ? '' : parts;
  const prefix = `${lead}${word}${line.slice(at + match[0].length, after)}`;
  return { start: at - lead.length, end: after, prefix, plural: match[1] !== '' };
}

function list(text: string, line: SourceLine, head: Head, at: number, mode: ListMode, first: string | null) {
  return readNumbers(text, { line, at, mode, prefix: head.prefix, first, plural: head.plural });
}

/** Whether what stands around a number says that it is a part's, a quantity or a name in a program. */
function isOfOtherThing(words: string, head: Pick<Head, 'start' | 'end'>, digitsAt: number, stop: number): boolean {
  const before = words.slice(Math.max(0, head.start - 40), head.start);
  if (end(serial, words, stop) !== null || /#[ \t]{0,4}define[ \t]{1,8}$/.test(before)) return true;
  if (words.charAt(digitsAt) === '0') return false;
  if (end(technicalUnit, words, stop) !== null) return true;
  return !/[-_]/.test(words.slice(head.end, digitsAt)) && (ofChip.test(before) || otherMeaning.test(words));
}

function* readHead(text: string, line: SourceLine, head: Head): Generator<RawReference> {
  const words = line.text;
  const afterSeparator = end(separator, words, head.end);
  const digits =
    afterSeparator === null
      ? undefined
      : [yearly, decimal, lettered, number].reduce<string | undefined>(
          (found, pattern) => found ?? at(pattern, words, afterSeparator),
          undefined,
        );
  if (afterSeparator !== null && digits) {
    const before = words.charAt(head.start - 1);
    // `acme/adr#12` and `my-adr#12` are issues of a repository.
    if (/[/.-]/.test(before) && words.charAt(head.end) === '#') return;
    if (!plausible(words.slice(head.start), before, words.slice(head.end, afterSeparator), digits)) return;
    const stop = afterSeparator + digits.length;
    if (!digits.startsWith('0') && /^\s/.test(words.slice(head.end)) && end(unit, words, stop) !== null) return;
    if (isOfOtherThing(words, head, afterSeparator, stop)) return;
    // A piece of base64: `KJ+ADR389+Vy6`.
    if (afterSeparator === head.end && (before === '+' || words.charAt(stop) === '+')) return;
    yield rawReference(line, {
      at: head.start,
      end: stop,
      form: 'id',
      prefix: head.prefix,
      number: digits.replace('_', '-'),
    });
    yield* list(text, line, head, stop, 'plain', digits);
    return;
  }
  const bracket = end(opening, words, head.end);
  if (bracket !== null) {
    const annotated = words.charAt(head.start - 1) === '@';
    if (!annotated && [element, countInBrackets].some((other) => end(other, words, head.end) !== null)) return;
    yield* list(text, line, { ...head, plural: head.plural || annotated }, bracket, 'group', null);
  } else if (/^\s*$/.test(words.slice(head.end)) && /^[A-Z]/.test(words.slice(head.start))) {
    yield* list(text, line, head, head.end, 'plain', null);
  }
}

/**
 * Numbered references in a line and, where a list or a number is wrapped, in those that follow. A range of numbers
 * (`ADR-3..ADR-5`, `0006-0008`) gives its two ends, which are the numbers that are written.
 */
export function* findIds(text: string, line: SourceLine): Generator<RawReference> {
  let listed = false;
  for (const match of line.text.matchAll(known)) {
    const head = headAt(line.text, match);
    // One header list a line: it reads on to the next label by itself, and a second would read the same again.
    const opens: number | null =
      !listed && /^[A-Z@]/.test(line.text.charAt(head.start)) ? end(label, line.text, head.end) : null;
    listed ||= opens !== null;
    if (opens === null) yield* readHead(text, line, head);
    else yield* list(text, line, head, opens, 'header', null);
  }
  for (const match of line.text.matchAll(generic)) {
    const [whole, prefix = '', dashed, spaced] = match;
    const stop = match.index + whole.length;
    const head = { start: match.index, end: match.index + prefix.length };
    if (isOfOtherThing(line.text, head, stop - (dashed ?? spaced ?? '').length, stop)) continue;
    const finding = { at: match.index, end: stop, form: 'id', prefix } as const;
    yield rawReference(line, { ...finding, number: dashed ?? spaced ?? null });
  }
  for (const match of line.text.matchAll(proposal)) {
    const [whole, prefix = '', number = ''] = match;
    yield rawReference(line, { at: match.index, end: match.index + whole.length, form: 'id', prefix, number });
  }
  for (const match of line.text.matchAll(role)) {
    const [whole, name = '', number = ''] = match;
    const end = match.index + whole.length;
    yield rawReference(line, { at: end - number.length, end, form: 'id', prefix: name.toUpperCase(), number });
  }
}
