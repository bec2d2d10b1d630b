/** What the lines below the title of an AsciiDoc document state without a label: who wrote it, and when it was revised. */
export interface HeaderLine {
  readonly name: 'author' | 'revdate';
  readonly text: string;
}

const title = /^= \S/;
/** What may stand above the title. A block of comments begins with four slashes, and may hold an earlier title. */
const aboveTitle = /^(?:$|\/\/(?!\/)|:[\w-]{1,60}!?:|ifdef::|ifndef::|endif::)/;
/** `Ann Lee`, `Ann B. Lee <ann@example.org>`: two or three names. */
const author = /^\p{Lu}[\p{L}.'\u2019_-]{0,40}(?: \p{L}[\p{L}.'\u2019_-]{0,40}){1,2}(?: <[^<>\s]{3,100}>)?$/u;
/** `v1.0, 2024-03-04`, `1.2, March 5, 2024: first draft`, `2024-03-04`; 1 is the date. */
const revision =
  /^(?:v?\d[\w.-]{0,20}, {1,3})?(\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|\p{L}{3,12} \d{1,2}, \d{4}|\d{1,2}\.? \p{L}{3,12} \d{4})(?:: .{1,300})?$/u;

/** Those lines by their index. Names alone are a sentence as often, unless an address or a revision shows what they are. */
export function headerLines(source: readonly string[]): ReadonlyMap<number, HeaderLine> {
  const at = source.slice(0, 60).findIndex((line) => !aboveTitle.test(line));
  const found = new Map<number, HeaderLine>();
  if (at < 0 || !title.test(source[at] ?? '')) return found;
  const authors = (source[at + 1] ?? '').trim().split(/; {1,3}/, 20);
  if (!authors.every((one) => author.test(one))) return found;
  const date = revision.exec((source[at + 2] ?? '').trim())?.[1];
  if (date === undefined && !authors[0]?.endsWith('>')) return found;
  found.set(at + 1, { name: 'author', text: authors.map((one) => one.replace(/ <.*/, '')).join(', ') });
  if (date !== undefined) found.set(at + 2, { name: 'revdate', text: date });
  return found;
}
