/** A link inside one line of text. */
export interface InlineLink {
  readonly start: number;
  readonly end: number;
  /** As written, with inner markup; empty where the markup shows the name of the target. */
  readonly text: string;
  readonly href: string;
  readonly image: boolean;
}

/** Targets of Markdown reference links by lower-case name. */
export type Definitions = ReadonlyMap<string, string>;

const noDefinitions: Definitions = new Map();
/** The longest destination or text of a link, in UTF-16 units; it keeps every look ahead short. */
const maxPart = 1_000;
/**
 * AsciiDoc: `link:a.adoc[text]`, `xref:a.adoc[text]`, `<<a.adoc,text>>`; a sticky pattern is tried at one offset only.
 */
const macro = /(?:link|xref|mailto):([^\s[\]]{1,500})\[([^\]]{0,500})\]|<<([^<>,]{1,300})(?:,([^<>]{0,300}))?>>/y;
/** AsciiDoc: `https://example.org[text]`. */
const urlMacro = /https?:\/\/[^\s[\]<>"]{1,1000}\[([^\]]{0,500})\]/y;
const autolink = /<((?:https?:\/\/|mailto:)[^\s<>]{1,1000})>/y;
const bareUrl = /https?:\/\/[^\s<>"'`|]{1,1000}/y;
/** HTML: `<a href="a.md">text</a>`. */
const anchor =
  /<a\s[^<>]{0,300}?\bhref\s{0,3}=\s{0,3}(?:"([^"<>]{1,1000})"|'([^'<>]{1,1000})')[^<>]{0,300}>([^<>]{0,500})<\/a>/iy;
/** reStructuredText: `:doc:`text <target>``. */
const role = /:(?:doc|ref|download|any|std:doc):`([^`<]{1,500})(?:<([^`<>]{1,500})>)?`/y;
/** reStructuredText: `` `text <target>`_ ``. */
const named = /`([^`<]{1,500})<([^`<>]{1,1000})>`__?/y;

/**
 * Every link of one line in order: Markdown inline and reference links, wiki links, autolinks, AsciiDoc `link:`,
 * `xref:` and `<<...>>`, anchors of HTML, reStructuredText roles and embedded URIs, and bare URLs. Linear: no look ahead is repeated.
 */
export function inlineLinks(text: string, definitions: Definitions = noDefinitions): InlineLink[] {
  if (!/[[<:]/.test(text)) return [];
  const links: InlineLink[] = [];
  const open: number[] = [];
  const parens = new NextOf(text, ')');
  for (let at = nextMark(text, 0); at >= 0; at = nextMark(text, at + 1)) {
    const found = linkAt(text, at, open, parens, definitions);
    if (found) {
      // An image in the text of a link is replaced by the link around it.
      while ((links.at(-1)?.start ?? -1) >= found.start) links.pop();
      links.push(found);
      at = found.end - 1;
    } else if (text[at] === '[') open.push(at);
    else if (text[at] === '\\') at++;
    else if (text[at] === '`') at = skipCode(text, at);
  }
  return links;
}

/** The beginning or end of a link, and what escapes one; most characters are none of these. */
const mark = /[[\]<:`\\]|https?:|(?:link|xref|mailto):/g;

function nextMark(text: string, from: number): number {
  mark.lastIndex = from;
  return mark.exec(text)?.index ?? -1;
}

function linkAt(text: string, at: number, open: number[], parens: NextOf, definitions: Definitions): InlineLink | null {
  switch (text[at]) {
    case ']':
      return closeBracket(text, at, open.pop(), parens, definitions);
    case '<':
      return (
        sticky(macro, text, at, (m) => [m[4] ?? '', m[3] ?? '']) ??
        sticky(autolink, text, at, (m) => ['', m[1] ?? '']) ??
        sticky(anchor, text, at, (m) => [m[3] ?? '', m[1] ?? m[2] ?? ''])
      );
    case 'l':
    case 'x':
    case 'm':
      return sticky(macro, text, at, (m) => [m[2] ?? '', m[1] ?? '']);
    case 'h':
      return (
        sticky(urlMacro, text, at, (m) => [m[1] ?? '', m[0].slice(0, m[0].indexOf('['))]) ??
        sticky(bareUrl, text, at, (m) => ['', m[0].replace(/[.,;:!?)\]*_]{1,5}$/, '')])
      );
    case ':':
      return sticky(role, text, at, (m) => (m[2] === undefined ? ['', (m[1] ?? '').trim()] : [m[1] ?? '', m[2]]));
    case '`':
      return sticky(named, text, at, (m) => [m[1] ?? '', m[2] ?? '']);
    default:
      return null;
  }
}

function sticky(
  pattern: RegExp,
  text: string,
  at: number,
  parts: (match: RegExpExecArray) => [string, string],
): InlineLink | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return null;
  const [shown, href] = parts(match);
  const end = shown === '' && match[0].startsWith('http') ? at + href.length : at + match[0].length;
  return { start: at, end: Math.max(end, at + 1), text: shown.trim(), href: href.trim(), image: false };
}

function closeBracket(
  text: string,
  at: number,
  start: number | undefined,
  parens: NextOf,
  definitions: Definitions,
): InlineLink | null {
  if (start === undefined || at - start > maxPart) return null;
  const shown = text.slice(start + 1, at);
  const image = text[start - 1] === '!';
  const from = image ? start - 1 : start;
  if (text[at + 1] === '(') {
    let end = parens.from(at + 2);
    if (end < 0 || end - at > maxPart) return null;
    // A path may have a pair of brackets of its own: `](a_(b).md)`.
    const next = text.slice(at + 2, end).includes('(') ? parens.after(end) : -1;
    if (next > 0 && next - at <= maxPart) end = next;
    return { start: from, end: end + 1, text: shown, href: destination(text.slice(at + 2, end)), image };
  }
  // `[[name]]` and `[[name|text]]`, which close with the second bracket.
  if (shown.startsWith('[') && text[at + 1] !== ']') return null;
  if (text[start - 1] === '[' && text[at + 1] === ']') {
    const [target = '', label] = shown.split('|', 2);
    return { start: start - 1, end: at + 2, text: (label ?? target).trim(), href: target.trim(), image: false };
  }
  return reference(text, at, from, shown, image, definitions);
}

/** `[text][name]` and `[name]`, where the file defines that name. */
function reference(
  text: string,
  at: number,
  start: number,
  shown: string,
  image: boolean,
  definitions: Definitions,
): InlineLink | null {
  if (definitions.size === 0) return null;
  const close = text[at + 1] === '[' ? text.slice(at + 2, at + 202).indexOf(']') : -1;
  const name = close > 0 ? text.slice(at + 2, at + 2 + close) : shown;
  const href = definitions.get(name.trim().toLowerCase());
  if (href === undefined) return null;
  return { start, end: close >= 0 ? at + 3 + close : at + 1, text: shown, href, image };
}

/** `<path with spaces> "title"` -> the path. */
function destination(inner: string): string {
  const text = inner.trim();
  if (text.startsWith('<')) return text.slice(1, text.includes('>') ? text.indexOf('>') : undefined);
  return text.split(/\s/, 1)[0] ?? '';
}

/** The offset of a code span's last backtick: there are no links in code. */
function skipCode(text: string, at: number): number {
  let run = at;
  while (text[run] === '`') run++;
  const close = text.indexOf(text.slice(at, run), run);
  return close < 0 || run - at > 3 ? run - 1 : close + (run - at) - 1;
}

/** Offsets of one character, each searched for once. */
class NextOf {
  private known = -1;

  constructor(
    private readonly text: string,
    private readonly char: string,
  ) {}

  /** The first at or after `position`, or -1. */
  from(position: number): number {
    if (this.known === Number.POSITIVE_INFINITY) return -1;
    if (this.known < position) {
      const next = this.text.indexOf(this.char, position);
      this.known = next < 0 ? Number.POSITIVE_INFINITY : next;
      return next;
    }
    return this.known;
  }

  /** The first after `position`, without remembering it; looks at most `maxPart` ahead. */
  after(position: number): number {
    const next = this.text.slice(position + 1, position + 1 + maxPart).indexOf(this.char);
    return next < 0 ? -1 : position + 1 + next;
  }
}
