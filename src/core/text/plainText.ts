import { type Definitions, inlineLinks } from './inlineLinks';
import { commaSet } from './wordList';

/** Entities that people write in records; others are left as written. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '\u2014',
  ndash: '\u2013',
  rarr: '\u2192',
};

/** Markup that is changed below; most lines have none of it. */
const marks = /[*_`<&\\~:{[]|\s\s|[\t\u00a0]/;

/** Text as a reader of the rendered page sees it: no links, emphasis, code marks, tags, anchors or struck-out words. */
export function plainText(markup: string, definitions?: Definitions): string {
  if (!marks.test(markup)) return markup.trim();
  let text = '';
  let at = 0;
  for (const link of inlineLinks(markup, definitions)) {
    text += markup.slice(at, link.start);
    if (!link.image) text += link.text === '' ? nameOf(link.href) : link.text;
    at = link.end;
  }
  return withoutMarks(text + markup.slice(at));
}

/** Text without emphasis and the like, links untouched. Code spans keep their content as it is. */
export function withoutMarks(markup: string): string {
  const text = markup.includes('`') ? outsideCode(withoutRoles(markup), withoutEmphasis) : withoutEmphasis(markup);
  return (uneven.test(text) ? text.replace(/\s{1,1000}/g, ' ') : text).trim();
}

/** `:ref:`the ledger <ledger>``, `:py:class:`Money`` of reStructuredText. */
const role = /:((?:[a-z][\w+.-]{0,30}:){1,2})`([^`<]{1,200})(<[^`<>]{0,200}>)?`/g;
/** Roles whose text is only a number, unless it is a title with a target. */
const series: Readonly<Record<string, string>> = { 'pep:': 'PEP ', 'rfc:': 'RFC ' };

function withoutRoles(markup: string): string {
  if (!markup.includes(':`')) return markup;
  return markup.replace(role, (_, name: string, words: string, target?: string) => {
    return `${target === undefined ? (series[name] ?? '') : ''}\`${words.trim()}\``;
  });
}

/** White space that is not one blank. */
const uneven = /\s\s|[^\S ]/;

function outsideCode(markup: string, change: (text: string) => string): string {
  const parts = markup.split('`');
  // Every second part is the content of a code span; an unpaired backtick at the end closes nothing.
  return parts.map((part, index) => (index % 2 === 1 && index < parts.length - 1 ? part : change(part))).join('');
}

/**
 * Markup that is removed, each with a mark that it contains. The order matters: tags go before entities, whose `<`
 * begins no tag, and escapes are resolved before emphasis is searched for.
 */
const steps: readonly (readonly [mark: string, change: (text: string) => string])[] = [
  ['~~', (text) => text.replace(/~~[^~]{1,1000}~~/g, '')],
  [
    '<',
    (text) =>
      text.replace(/(?<!\\)<\/?([A-Za-z][\w-]{0,30})([^<>]*)>/g, (whole, name: string, rest: string) =>
        whole.startsWith('</') || isTag(name, rest) ? ' ' : whole,
      ),
  ],
  ['{', (text) => text.replace(/\{[#.:][\w .#:=-]{1,100}\}/g, '')],
  [':', (text) => text.replace(/:[a-z][a-z0-9]*(?:_[a-z0-9]+){1,5}:/g, '')],
  ['&', (text) => text.replace(/&(#?\w{1,8});/g, (whole, name: string) => entityOf(name) ?? whole)],
  // A backslash at the end of a line is a line break and is not shown.
  [
    '\\',
    (text) =>
      text.replace(/(?<!\\)\\$/, '').replace(/\\([!-/:-@[-`{-~])/g, (_, one: string) => heldBack.get(one) ?? one),
  ],
  // References to footnotes: `[#term]_` and `[1]_` of reStructuredText, `[^1]` of Markdown.
  [']_', (text) => text.replace(/ ?\[(?:#[\w.-]{0,40}|\d{1,3}|\*)\]_(?!\w)/g, '')],
  ['[^', (text) => text.replace(/ ?\[\^[\w.-]{1,40}\](?![(:])/g, '')],
  ['_', (text) => text.replace(/(?<=^|[\s([{"'\u201c:*])_{1,3}(?=\S)|(?<=\S)_{1,3}(?=$|[\s)\]}"'\u201d.,:;!?*])/g, '')],
  ['*', (text) => text.replace(/\*{1,3}(?=\S)|(?<=\S)\*{1,3}/g, '')],
];

/** Escaped marks of emphasis and their stand-ins while emphasis is searched for. */
const heldBack: ReadonlyMap<string, string> = new Map([
  ['_', '\x03'],
  ['*', '\x04'],
]);

function withoutEmphasis(markup: string): string {
  let text = markup;
  for (const [mark, change] of steps) if (text.includes(mark)) text = change(text);
  if (!markup.includes('\\')) return text;
  return text.replaceAll('\x03', '_').replaceAll('\x04', '*');
}

/** HTML elements that people write in Markdown. Other tags without attributes are text: `Span<T>`, `<Dialog>`. */
const htmlNames = commaSet(`
  a, abbr, address, article, aside, audio, b, big, blockquote, body, br, button, caption, center, cite, code, col, colgroup,
  dd, del, details, dfn, div, dl, dt, em, figcaption, figure, font, footer, form, h1, h2, h3, h4, h5, h6, head, header, hr,
  html, i, iframe, img, input, ins, kbd, label, li, link, main, mark, meta, nav, nobr, ol, p, picture, pre, q, s, samp,
  script, section, small, source, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td, tfoot, th, thead,
  title, tr, tt, u, ul, var, video, wbr`);

function isTag(name: string, rest: string): boolean {
  const isHtml =
    htmlNames.has(name) || (name === name.toUpperCase() && name.length > 1 && htmlNames.has(name.toLowerCase()));
  return (isHtml && /^[\s/]|^$/.test(rest)) || /^\s[\w:@-]{1,60}\s{0,3}=/.test(rest);
}

/** Entities for control characters and for code points beyond Unicode are left as written. */
function entityOf(name: string): string | undefined {
  if (!name.startsWith('#')) return Object.hasOwn(entities, name) ? entities[name] : undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return Number.isInteger(code) && code > 31 && code < 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** What an empty link text shows: a file's name without folders, anchor and extension; a URL as it is. */
export function nameOf(href: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(href)) return href;
  const name = href.split('#', 1)[0]?.split('/').at(-1) ?? '';
  return name.replace(/(?<=[^.])\.(?:md|mdx|markdown|rst|adoc|asciidoc|html?|txt)$/i, '') || href;
}

/** Cuts at a word's end, with an ellipsis. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:\u2013\u2014-]{1,10}$/, '')}\u2026`;
}

/** Abbreviations whose full stop ends no sentence, without it. */
const abbreviations: ReadonlySet<string> = new Set(
  'e.g i.e eg ie etc vs cf al approx resp incl no nr fig sec ch st dr mr mrs ms prof inc ltd co z.b d.h u.a bzw ca p.ex'.split(
    ' ',
  ),
);

/** The first sentence of plain text; all of it where none ends. */
export function firstSentence(text: string): string {
  // Chinese and Japanese have no space after a sentence; a mark before a closing quote ends none.
  const ends = /[.!?](?=["'\u201d)\]]{0,2}(?:\s|$))|[\u3002\uff01\uff1f\uff61](?![\u300d\u300f\uff09\u201d])/g;
  for (const match of text.matchAll(ends)) {
    if (/[^.!?]/.test(match[0])) return text.slice(0, match.index + 1);
    const before = text.slice(Math.max(0, match.index - 20), match.index);
    const word = (/[^\s("']*$/.exec(before)?.[0] ?? '').toLowerCase();
    // A number before the stop is that of an option or list item: "2. Cookies" at the beginning or in quotes.
    const isNumber = /^\d{1,2}$/.test(word) && !/[\p{L}\d][\s]{1,3}\d{1,2}$/u.test(before);
    const isInitial = /^\p{L}$/u.test(word) && match[0] === '.';
    const next = text
      .slice(match.index + 1)
      .trimStart()
      .charAt(0);
    const goesOn = match[0] === '.' && /\p{Ll}/u.test(next);
    if (match[0] === '.' && (abbreviations.has(word) || isInitial || isNumber || goesOn)) continue;
    const close = /^["'\u201d)\]]{0,2}/.exec(text.slice(match.index + 1))?.[0] ?? '';
    return text.slice(0, match.index + 1) + close;
  }
  return text;
}

const plainWords = /^[a-z]+(?: [a-z]+)*$/;

/** A label in lower case, without number, emoji, punctuation and a plural in brackets. */
export function normalName(label: string): string {
  const lower = label.slice(0, 200).toLowerCase();
  // Most labels are words of plain letters.
  if (plainWords.test(lower)) return lower;
  return lower
    .replace(/\(s\)/g, 's')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:\d{1,3} ){1,4}(?=\p{L})/u, '');
}
