import { callout, codeBlock, listItem } from '../../text/markdownText';
import { type Directive, directiveLines, type RstContext, rstTable, tableLines } from './rstDirectives';
import { collectNames, type RstDefinitions, rstInline } from './rstInline';

const deepest = 10;
const adornment = /^([!-/:-@[-`{-~])\1{2,}\s*$/;
const bullet = /^([-*+•]) +(?=\S)/;
const numbered = /^(?:\(?(?:\d{1,4}|#|[a-zA-Z])[.)]) +(?=\S)/;
const field = /^:([^:`\s][^:`]{0,60}):(?: +|$)/;
const explicit = /^\.\. ?/;
const directive = /^\.\. +([A-Za-z][\w-]{0,40}):: *(.*)$/;

/** reStructuredText as Markdown that reads well: line by line, roughly, without docutils. Nothing is evaluated or included. */
export function rstToMarkdown(text: string): string {
  const lines = text.replaceAll('\t', '        ').split('\n');
  const converter = new RstConverter(collectNames(lines));
  const header = headerEnd(lines);
  const fields = lines.slice(0, header).map((line) => {
    return `${/^\s/.test(line) ? ' ' : '\n- '}${converter.inline(line.trim())}`;
  });
  return [`${fields.join('').trimStart()}\n`, ...converter.blocks(lines.slice(header))].join('\n');
}

const headerField = /^[A-Z][A-Za-z-]{0,40}:(?: |$)/;
const fewestFields = 3;

/** The end of a header of fields above all else, as PEPs have it; 0 where there is none. */
function headerEnd(lines: readonly string[]): number {
  const end = lines.findIndex((line) => !headerField.test(line) && !/^\s{1,40}\S/.test(line));
  const block = lines.slice(0, Math.max(end, 0));
  return block.filter((line) => headerField.test(line)).length < fewestFields || !headerField.test(block[0] ?? '')
    ? 0
    : block.length;
}

class RstConverter implements RstContext {
  /** Adornments in the order of their first use: that order is the level (docutils). */
  private readonly levels: string[] = [];
  private depth = 0;

  constructor(private readonly names: RstDefinitions) {}

  readonly inline = (text: string): string => rstInline(text, this.names);

  blocks(lines: readonly string[]): string[] {
    if (this.depth >= deepest) return codeBlock(lines);
    this.depth += 1;
    const markdown: string[] = [];
    for (let at = 0; at < lines.length; ) at = this.block(lines, at, markdown);
    this.depth -= 1;
    while (markdown.at(-1) === '') markdown.pop();
    return markdown;
  }

  /** Converts the block at `at` and returns the line behind it. */
  private block(lines: readonly string[], at: number, markdown: string[]): number {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      if (markdown.length > 0 && markdown.at(-1) !== '') markdown.push('');
      return at + 1;
    }
    return (
      this.table(lines, at, markdown) ??
      this.section(lines, at, markdown) ??
      this.markup(lines, at, markdown) ??
      this.item(lines, at, markdown) ??
      this.indented(lines, at, markdown) ??
      this.paragraph(lines, at, markdown)
    );
  }

  private table(lines: readonly string[], at: number, markdown: string[]): number | null {
    const found = rstTable(lines, at);
    if (found) markdown.push(...tableLines(found.rows, this.inline), '');
    return found?.end ?? null;
  }

  private section(lines: readonly string[], at: number, markdown: string[]): number | null {
    const line = lines[at] ?? '';
    const next = lines[at + 1] ?? '';
    const over = adornment.test(line);
    if (over && next.trim() !== '' && lines[at + 2]?.trimEnd() === line.trimEnd()) {
      markdown.push(this.heading(next, `${line[0]}${line[0]}`), '');
      return at + 3;
    }
    if (!over && /^\S/.test(line) && adornment.test(next) && next.trimEnd().length >= Math.min(line.length, 4)) {
      markdown.push(this.heading(line, next.charAt(0)), '');
      return at + 2;
    }
    if (!over) return null;
    markdown.push('', '* * *', '');
    return at + 1;
  }

  private heading(title: string, style: string): string {
    if (!this.levels.includes(style)) this.levels.push(style);
    return `${'#'.repeat(Math.min(this.levels.indexOf(style) + 1, 6))} ${this.inline(title.trim())}`;
  }

  /** `.. something`: a directive; targets, substitutions and comments are not shown. */
  private markup(lines: readonly string[], at: number, markdown: string[]): number | null {
    const line = lines[at] ?? '';
    if (!explicit.test(line)) return null;
    const { body, end } = indentedBody(lines, at + 1);
    const [, name, argument = ''] = directive.exec(line) ?? [];
    const note = /^\.\. (\[#?[\w-]{1,40}\]) +(.*)$/.exec(line);
    if (name) markdown.push(...directiveLines(readDirective(name, argument, body), this), '');
    else if (note) markdown.push(this.inline([`${note[1]} ${note[2]}`, ...body].join(' ')), '');
    return end;
  }

  private item(lines: readonly string[], at: number, markdown: string[]): number | null {
    const line = lines[at] ?? '';
    const named = field.exec(line);
    const marker = named ?? bullet.exec(line) ?? numbered.exec(line);
    if (!marker) return null;
    const { body, end } = indentedBody(lines, at + 1);
    const first = line.slice(marker[0].length);
    const content = this.blocks(first ? [first, ...body] : body);
    if (named)
      markdown.push(
        ...listItem('- ', [`**${this.inline(named[1] ?? '')}:** ${content[0] ?? ''}`, ...content.slice(1)]),
      );
    else
      markdown.push(
        ...listItem(bullet.test(line) ? '- ' : `${Number.parseInt(line.replace('(', ''), 10) || 1}. `, content),
      );
    if ((lines[end - 1] ?? '').trim() === '') markdown.push('');
    return end;
  }

  private indented(lines: readonly string[], at: number, markdown: string[]): number | null {
    if (!/^ /.test(lines[at] ?? '')) return null;
    const { body, end } = indentedBody(lines, at);
    markdown.push(...callout('', this.blocks(body)), '');
    return end;
  }

  private paragraph(lines: readonly string[], at: number, markdown: string[]): number {
    let end = at + 1;
    while (end < lines.length && /^\S/.test(lines[end] ?? '') && !explicit.test(lines[end] ?? '')) end += 1;
    const text = lines.slice(at, end).map((line) => line.trim());
    const literal = text.at(-1)?.endsWith('::') === true;
    const isTerm = end === at + 1 && /^ +\S/.test(lines[end] ?? '') && !literal;
    const isLineBlock = text.every((line) => /^\|(?: |$)/.test(line));
    if (isLineBlock) markdown.push(...text.map((line) => `${this.inline(line.slice(2))}  `));
    else if (isTerm) markdown.push(`**${this.inline(text[0] ?? '')}**`);
    else if (text.join('') !== '::') markdown.push(...this.inline(text.join('\n').replace(/::$/, ':')).split('\n'));
    markdown.push('');
    if (!literal) return end;
    const code = indentedBody(lines, end);
    if (code.body.length > 0) markdown.push(...codeBlock(code.body), '');
    return code.body.length > 0 ? code.end : end;
  }
}

/** The blank and indented lines from `start`, without their common indentation and outer blank lines. */
function indentedBody(lines: readonly string[], start: number): { body: string[]; end: number } {
  let end = start;
  while (end < lines.length && !/^\S/.test(lines[end] ?? '')) end += 1;
  const raw = lines.slice(start, end);
  const indents = raw.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const indent = indents.reduce((least, width) => Math.min(least, width), Number.MAX_SAFE_INTEGER);
  const body = raw.map((line) => line.slice(indent));
  while (body.at(-1)?.trim() === '') body.pop();
  const first = body.findIndex((line) => line.trim() !== '');
  // A blank line keeps the block apart from the list item's own text before it.
  return { body: first > 0 ? ['', ...body.slice(first)] : body, end };
}

function readDirective(name: string, argument: string, lines: readonly string[]): Directive {
  const options = new Map<string, string>();
  const start = lines.findIndex((line) => {
    const [whole, key = ''] = field.exec(line) ?? [];
    if (whole !== undefined) options.set(key, line.slice(whole.length).trim());
    return whole === undefined;
  });
  const body = start < 0 ? [] : lines.slice(start);
  return { name: name.toLowerCase(), argument: argument.trim(), options, body };
}
