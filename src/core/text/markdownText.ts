/** Pieces of Markdown for the converters of other formats. Each takes text of the source and cannot be broken out of. */

/** A code span, its fence longer than any run of backticks inside. */
export function codeSpan(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** A fenced block, its fence longer than any inside; a blank line at its beginning is left out. */
export function codeBlock(lines: readonly string[], language = ''): string[] {
  const longest = lines.reduce((most, line) => Math.max(most, /`{3,}/.exec(line)?.[0].length ?? 2), 2);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language.replace(/[^\w+#.-]/g, '')}`, ...(lines[0] === '' ? lines.slice(1) : lines), fence];
}

/** Only its text where the target is of another scheme, such as the `module:page.adoc` of Antora. */
export function link(text: string, url: string): string {
  if (/^(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i.test(url)) return text.replace(/[[\]]/g, '\\$&');
  return `[${text.replace(/[[\]]/g, '\\$&')}](<${url.replace(/[<>\s]/g, '')}>)`;
}

export function image(alt: string, path: string): string {
  return `!${link(alt, path)}`;
}

/** A block quote with a bold first line, the shape of notes and warnings. */
export function callout(label: string, body: readonly string[]): string[] {
  const lead = label ? [`**${label}**`, ''] : [];
  return [...lead, ...body].map((line) => `> ${line}`.trimEnd());
}

/** The first row is the header; short rows are filled. Nothing where there is no row. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const [header, ...body] = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, at) => (row[at] ?? '').trim().replaceAll('|', '\\|'));
    return `| ${cells.join(' | ')} |`;
  });
  return header === undefined || width === 0 ? [] : [header, `|${' --- |'.repeat(width)}`, ...body];
}

/** Puts a list marker before the first line and as many spaces before the others. */
export function listItem(marker: string, body: readonly string[]): string[] {
  const indent = ' '.repeat(marker.length);
  return body.length === 0 ? [marker] : body.map((line, at) => (at === 0 ? marker + line : line && indent + line));
}

/** `code-block` of a name for people: the first letter in capitals. */
export function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}
