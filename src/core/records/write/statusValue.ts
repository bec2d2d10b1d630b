import { plainText } from '../../text/plainText';
import { leadingStatus, statusTokens } from '../read/statusWords';
import { relationsIn } from '../read/supersession';

/** A status that says more than this beside its word is a text of its own. */
const longestRest = 120;
const wrapping = /^([*_]{1,3}|`)(.+?)([*_]{1,3}|`)([.!]?)$/s;
/** Emoji and marks in front say what the status was. */
const mark = /^[^\p{L}\p{N}[(<{*_`:&\\]{1,12}/u;
const arrow = /(?<=\s)(?:-{1,2}>|=>|\u2192|\u21d2|\u2794)(?=\s)/;

/** A line that ends where it does says so in its markup: a plus in AsciiDoc, a backslash or a tag in Markdown. */
const lineBreak = /(?:\s\+|\\|\s{0,3}<br\s{0,2}\/?>)$/i;
/** A link, a footnote, a substitution: a person's, and about the word that it belongs to. */
const pointer = /\]\(|\]\[|\[\^|\[\[|`_|\|/;

/** What is changed of a status, in front of what ends its line. */
export function beforeBreak<T extends string | null>(markup: string, change: (status: string) => T): T | string {
  const end = lineBreak.exec(markup)?.[0] ?? '';
  const changed = change(markup.slice(0, markup.length - end.length));
  return changed === null ? changed : `${changed}${end}`;
}

/**
 * A status with its word replaced. What else it says (a date, a remark) was written by a person: then all of it stays,
 * with an arrow to the new status. Null where it is a text of its own.
 * @param markup as written
 */
export function withWord(markup: string, next: string): string | null {
  return beforeBreak(markup, (status) => replaced(status, next));
}

function replaced(markup: string, next: string): string | null {
  // Words that are struck out are history, and would go with the word.
  if (markup.includes('~~')) return null;
  const bare = markup.replace(mark, '');
  const isAside = aside.test(markup.slice(0, markup.length - bare.length)) && leadingStatus(plainText(bare)) === null;
  const old = isAside ? markup : bare;
  const inner = wrapping.exec(old);
  if (inner?.[2] !== undefined && inner[1] === inner[3] && isOnlyWord(plainText(inner[2]))) {
    // A link of reStructuredText cannot stand inside of other markup.
    return next.includes('`') ? next : `${inner[1]}${next}${inner[3]}${inner[4] ?? ''}`;
  }
  const plain = plainText(old);
  const hasPointer = pointer.test(old);
  if (isOnlyWord(plain) && !hasPointer) return `${next}${/[\p{L}\p{N})]\.$/u.test(old) ? '.' : ''}`;
  if (markup.length > longestRest) return null;
  const rest = afterWord(old);
  if (rest !== null && /^[\s]{0,2}[(,;]/.test(rest) && isAboutOthers(rest)) return `${next}${rest}`;
  return `${markup} ${arrow.exec(markup)?.[0] ?? '\u2192'} ${next}`;
}

/** A dash between words: what is behind it is about the status. */
const aside = /\s[-\u2013\u2014]{1,3}\s/;

/** Whether a text is nothing but a known status, or one or two words that are no known status. */
function isOnlyWord(plain: string): boolean {
  const words = statusTokens(plain);
  const phrase = leadingStatus(plain);
  if (phrase !== null) return phrase.words >= words.length && !/\d/.test(plain);
  return (
    words.length > 0 &&
    words.length <= 2 &&
    !/[\d.:;,()[\]\u2192>]/.test(plain.replace(/\.$/, '')) &&
    !aside.test(plain)
  );
}

/** What follows the one word that a status begins with, as written; null where more words make the status. */
function afterWord(markup: string): string | null {
  const [word] = /^\p{L}{2,30}/u.exec(markup) ?? [];
  return word !== undefined && leadingStatus(word) !== null ? markup.slice(word.length) : null;
}

/** `(supersedes ADR-3)`: that stays true, whatever becomes of the record. */
function isAboutOthers(rest: string): boolean {
  const relations = relationsIn(rest);
  return relations.length > 0 && relations.every(({ direction }) => direction === 'of');
}

/** `Accepted, partially superseded by X`. */
export function withRemark(markup: string, remark: string): string {
  return beforeBreak(markup, (status) => remarked(status, remark));
}

function remarked(markup: string, remark: string): string {
  const isUpper = remark === remark.toUpperCase();
  const joined = isUpper ? remark : remark.charAt(0).toLowerCase() + remark.slice(1);
  const inner = wrapping.exec(markup);
  if (inner?.[2] !== undefined && inner[1] === inner[3]) return `${markup}, ${joined}`;
  return markup.endsWith('.') ? `${markup} ${remark}.` : `${markup}, ${joined}`;
}
