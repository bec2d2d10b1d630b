import { callout, capitalized, codeBlock, image } from '../../text/markdownText';
import { tableLines } from './rstTables';

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
