import { encodeName } from './encodeName';
import { codeSpan } from './markdownText';

/**
 * Text of a repository (subjects, names, branches, paths) as Markdown that shows just that text on one line: no markup,
 * no tag, and on a page of a Git host no link, mention or closing keyword of its own (docs/adr/0006).
 */

const longestText = 160;
const longestCode = 100;
/**
 * What a Git host makes a link or a mention of: `@kenji`, `ann@example.com`, `#12`, `org/repo#3`, `GH-12`, addresses.
 */
const live =
  /(?:\b(?:https?|ftp):\/\/[^\s|`‹›]+|\bwww\.[^\s|`‹›]+|[\p{L}\p{N}_.+-]*@[\p{L}\p{N}_][\p{L}\p{N}_./-]*|[\w./-]*#\d+|\bGH-\d+)+/giu;

/**
 * A text as Markdown that may stand anywhere in a line, in a table too; cut at 160 characters. What a Git host would
 * turn into a link or mention becomes code, where it is neither.
 */
export function inlineText(text: string, limit: number = longestText): string {
  const line = cutBetween(oneLine(text), limit);
  let escaped = '';
  let at = 0;
  for (const { 0: whole, index } of line.matchAll(live)) {
    const found = withoutPunctuation(whole);
    escaped += escapeMarkup(line.slice(at, index), at === 0) + codeSpan(found);
    at = index + found.length;
  }
  return escaped + escapeMarkup(line.slice(at), at === 0);
}

/** Without punctuation at the end, which belongs to the sentence or the parenthesis around a link. */
function withoutPunctuation(text: string): string {
  let end = text.length;
  while (end > 1 && /[.,;:!?'")\]]/.test(text.charAt(end - 1)) && !closes(text.slice(0, end))) end--;
  return text.slice(0, end);
}

/** Whether the text's last parenthesis belongs to it: `…/wiki/Ledger_(book)`. */
function closes(text: string): boolean {
  const depth = [...text].reduce((open, each) => open + (each === '(' ? 1 : each === ')' ? -1 : 0), 0);
  return text.endsWith(')') && depth >= 0;
}

/** A branch, path or hash as a code span. Of a long one the end is kept, which tells more. `''` for an empty text. */
export function codeText(text: string): string {
  // `‹…›` is a prompt, and code has no entities.
  const name = cutStart(oneLine(text).replace(/[‹›]/g, "'"), longestCode);
  return name === '' ? '' : codeSpan(name);
}

/** A code span in a row of a table. */
export function codeCell(text: string): string {
  return codeText(text).replaceAll('|', '\\|');
}

/** A link to a file, by its path relative to the draft; percent-encoding that is there stays. */
export function fileLink(text: string, href: string): string {
  const safe = oneLine(href).replace(/[^\w./%#~-]/gu, encodeName);
  return `[${inlineText(text)}](${safe})`;
}

/** A value of the front matter: plain where every YAML parser reads it as text, else in quotes. */
export function yamlText(text: string): string {
  const value = cut(oneLine(text), longestText);
  const isPlain =
    /^\p{L}[\p{L}\p{M}\p{N} ._/+-]*$/u.test(value) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

/**
 * White space and controls become one blank; invisible characters and bidirectional controls are removed, but not
 * joiners.
 */
export function oneLine(text: string): string {
  return text
    .slice(0, 4_000)
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/(?!\u200C|\u200D|\uFE0F)\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB]/gu, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim();
}

/** Cut without splitting a character, with an ellipsis at the end. */
export function cut(text: string, limit: number): string {
  return text.length <= limit
    ? text
    : `${text
        .slice(0, limit - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`;
}

/** The same without cutting into a number: `(#58…` would name another request. */
function cutBetween(text: string, limit: number): string {
  const number = [...text.slice(0, limit + 20).matchAll(/#\d{1,20}/g)].at(-1);
  const isCut = number !== undefined && number.index + number[0].length > limit - 1 && number.index < limit;
  return cut(text, isCut && text.length > limit ? number.index + 1 : limit);
}

function cutStart(text: string, limit: number): string {
  return text.length <= limit ? text : `…${text.slice(1 - limit).replace(/^[\uDC00-\uDFFF]/, '')}`;
}

/** The order matters: backslashes first. */
const escapes: readonly (readonly [written: RegExp, instead: string])[] = [
  [/[\\`*[\]<|~$]/g, '\\$&'],
  [/&(?=#|\w)/g, '\\&'],
  // An underscore between letters is no emphasis.
  [/(?<![A-Za-z0-9_])_+|_+(?![A-Za-z0-9_])/g, '\\$&'],
  [/(?<=\\_+)_/g, '\\_'],
  [/‹/g, '&lsaquo;'],
  [/›/g, '&rsaquo;'],
];
/** What makes a line that begins with it a list, quote, heading or table. */
const beginnings: readonly (readonly [written: RegExp, instead: string])[] = [
  [/^[-+>#=:]/, '\\$&'],
  [/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\'],
];

function escapeMarkup(text: string, isBeginning: boolean): string {
  const all = isBeginning ? [...escapes, ...beginnings] : escapes;
  return all.reduce((escaped, [written, instead]) => escaped.replace(written, instead), text);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text escaped for use between tags and inside a quoted attribute (docs/security.md#r8). */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
