import { callout, capitalized, codeBlock, image, table } from '../../text/markdownText';

/** What a directive needs of the converter around it. */
export interface RstContext {
  inline(text: string): string;
  blocks(lines: readonly string[]): string[];
}

export interface Directive {
  readonly name: string;
  readonly argument: string;
  readonly options: ReadonlyMap<string, string>;
  readonly body: readonly string[];
}

type Convert = (directive: Directive, context: RstContext) => string[];

const code: Convert = ({ argument, body }) => codeBlock(body, argument);
const diagram: Convert = ({ name, body }) => codeBlock(body, name);
const nothing: Convert = () => [];
const picture: Convert = ({ argument, options, body }, context) => {
  const caption = context.blocks(body);
  return [image(options.get('alt') ?? '', argument), ...(caption.length > 0 ? ['', ...caption] : [])];
};
const listTable: Convert = ({ body }, context) => {
  const rows: string[][] = [];
  for (const line of body) {
    const [, row, cell] = /^\s*(\* +)?- ?(.*)$/.exec(line) ?? [];
    const current = rows.at(-1);
    if (row !== undefined) rows.push([cell ?? '']);
    else if (cell !== undefined) current?.push(cell);
    else if (current && line.trim()) current.push(`${current.pop() ?? ''} ${line.trim()}`);
  }
  return tableLines(rows, context.inline);
};
const titled: Convert = ({ argument, body }, context) => callout(context.inline(argument), context.blocks(body));
const versioned: Convert = ({ name, argument, body }, context) =>
  callout(`${capitalized(name)}: ${context.inline(argument)}`, context.blocks(body));

const known: Readonly<Record<string, Convert>> = {
  'code-block': code,
  code,
  sourcecode: code,
  'parsed-literal': code,
  raw: code,
  math: diagram,
  mermaid: diagram,
  graphviz: diagram,
  uml: diagram,
  plantuml: diagram,
  image: picture,
  figure: picture,
  'list-table': listTable,
  contents: nothing,
  toctree: nothing,
  index: nothing,
  meta: nothing,
  highlight: nothing,
  sectnum: nothing,
  admonition: titled,
  topic: titled,
  sidebar: titled,
  rubric: titled,
  versionadded: versioned,
  versionchanged: versioned,
  deprecated: versioned,
};

/** A directive as Markdown; an unknown one is a callout with its own name, so that none of its text is lost. */
export function directiveLines(directive: Directive, context: RstContext): string[] {
  const convert = Object.hasOwn(known, directive.name) ? known[directive.name] : undefined;
  if (convert) return convert(directive, context);
  return callout(capitalized(directive.name), context.blocks([directive.argument, ...directive.body]));
}

const simpleBorder = /^=+(?: +=+)+\s*$/;
const gridBorder = /^\+(?:[-=]+\+)+\s*$/;

/** The rows of a table that begins at `start`, and the line behind it; null where none begins there. */
export function rstTable(lines: readonly string[], start: number): { rows: string[][]; end: number } | null {
  const first = lines[start] ?? '';
  if (simpleBorder.test(first)) return simpleTable(lines, start, first);
  return gridBorder.test(first) ? gridTable(lines, start, first) : null;
}

export function tableLines(rows: readonly (readonly string[])[], inline: (text: string) => string): string[] {
  return table(rows.map((row) => row.map((cell) => inline(cell))));
}

function simpleTable(lines: readonly string[], start: number, border: string): { rows: string[][]; end: number } {
  const starts = [...border.matchAll(/=+/g)].map(({ index }) => index);
  const rows: string[][] = [];
  let borders = 1;
  let at = start + 1;
  for (; at < lines.length && borders < 3; at += 1) {
    const line = lines[at] ?? '';
    if (simpleBorder.test(line)) {
      borders += 1;
      // The table has no header where a blank line follows its second border.
      if (borders === 2 && (lines[at + 1] ?? '').trim() === '') break;
    } else if (line.trim() !== '' && !/^-[- ]*$/.test(line)) {
      const cells = sliced(line, starts);
      if (cells[0] === '' && rows.length > 0) append(rows.at(-1) ?? [], cells);
      else rows.push(cells);
    }
  }
  return { rows, end: Math.max(at, start + 1) + (borders === 2 ? 1 : 0) };
}

function gridTable(lines: readonly string[], start: number, border: string): { rows: string[][]; end: number } {
  const starts = [...border.matchAll(/\+/g)].map(({ index }) => index + 1).slice(0, -1);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = start + 1;
  for (; at < lines.length && /^[+|]/.test(lines[at] ?? ''); at += 1) {
    const line = lines[at] ?? '';
    if (gridBorder.test(line)) {
      if (row.length > 0) rows.push(row);
      row = [];
    } else {
      const cells = sliced(line, starts).map((cell) => cell.replace(/^\||\|$/g, '').trim());
      if (row.length === 0) row = cells;
      else append(row, cells);
    }
  }
  if (row.length > 0) rows.push(row);
  return { rows, end: at };
}

function sliced(line: string, starts: readonly number[]): string[] {
  return starts.map((from, at) => line.slice(from, starts[at + 1]).trim());
}

function append(row: string[], cells: readonly string[]): void {
  for (const [at, cell] of cells.entries()) if (cell) row[at] = `${row[at] ?? ''} ${cell}`.trim();
}
