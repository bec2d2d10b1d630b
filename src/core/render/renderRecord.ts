import { documentPath } from '../files/documentPath';
import type { FilePath } from '../ports';
import { withoutFrontMatter } from '../text/frontMatter';
import { splitLines } from '../text/lineEnds';
import { withoutTags } from '../text/templated';
import { asciiDocToMarkdown } from './asciidoc/asciiDocToMarkdown';
import { blockRules } from './blockRules';
import { conflictsAsCode } from './conflicts';
import { details } from './details';
import { headFold } from './headFold';
import { htmlPieces } from './htmlPieces';
import { linkRules, type RenderPorts } from './linkRules';
import { rstToMarkdown } from './rst/rstToMarkdown';

/** `drawing`: a format that only its own editor can show (`.drawio`, `.excalidraw`); `html` is empty then. */
export interface RenderedRecord {
  readonly form: 'document' | 'drawing';
  readonly html: string;
  /** Whether the text has a heading of the first level, so that the page needs none of its own. */
  readonly hasTitle: boolean;
  /** Whether a part of the text was too long to be shown. */
  readonly truncated: boolean;
}

/** Converters by extension. Diagrams keep their front matter, which belongs to their own language. */
const toMarkdown: Readonly<Record<string, (text: string) => string>> = {
  rst: (text) => rstToMarkdown(withoutFrontMatter(text)),
  rest: (text) => rstToMarkdown(withoutFrontMatter(text)),
  adoc: (text) => asciiDocToMarkdown(withoutFrontMatter(text)),
  asciidoc: (text) => asciiDocToMarkdown(withoutFrontMatter(text)),
  asc: (text) => asciiDocToMarkdown(withoutFrontMatter(text)),
  puml: fenced('plantuml'),
  plantuml: fenced('plantuml'),
  mmd: fenced('mermaid'),
  mermaid: fenced('mermaid'),
  d2: fenced('d2'),
  dsl: fenced('structurizr'),
};
const drawing = /\.(?:drawio|excalidraw)(?:\.[a-z]+)?$/i;

/**
 * A record's text as HTML that is safe to put into the panel's page: elements, attributes and URL schemes come from a
 * short list, whatever the text holds (docs/security.md#r6 to R10) (docs/adr/0006). markdown-it is loaded with the
 * first record that is shown.
 */
export async function renderRecord(path: FilePath, text: string, ports: RenderPorts): Promise<RenderedRecord> {
  if (drawing.test(path)) return { form: 'drawing', html: '', hasTitle: false, truncated: false };
  const { default: MarkdownIt } = await import('markdown-it');
  const md = new MarkdownIt({ html: false, linkify: false });
  md.use(htmlPieces).use(details).use(blockRules);
  if (ports.head !== null) md.use(headFold, ports.head);
  linkRules(md, path, ports);
  const { text: shown, truncated } = cutText(withoutTags(path, text));
  const convert = toMarkdown[documentPath(path).split('.').at(-1)?.toLowerCase() ?? ''] ?? withoutFrontMatter;
  const html = md.render(convert(conflictsAsCode(documentPath(path), shown)));
  return { form: 'document', html, hasTitle: html.includes('<h1 '), truncated };
}

/** A fence longer than any in the text, so that the text cannot end it. */
function fenced(language: string): (text: string) => string {
  return (text) => {
    const longest = (text.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${text}\n${fence}\n`;
  };
}

/** UTF-16 units of a file that the panel shows at most: the worst input then takes the renderer about half a second. */
const shownText = 256 * 1024;
/** The same cap on a line as the readers of records have (docs/security.md#r32). */
const shownLine = 20_000;

interface CutText {
  readonly text: string;
  readonly truncated: boolean;
}

/** Cuts at the end of a line where one is near, and ends a cut line with `…`. Line ends become `\n`. */
function cutText(full: string, limit = shownText): CutText {
  const whole = full.length <= limit;
  const lineEnd = whole ? full.length : full.lastIndexOf('\n', limit);
  const end = lineEnd > limit / 2 ? lineEnd : limit;
  const lines = splitLines(full.slice(0, whole ? full.length : end));
  const long = lines.some((line) => line.length > shownLine);
  const text = lines.map((line) => (line.length > shownLine ? `${line.slice(0, shownLine)}…` : line)).join('\n');
  return { text, truncated: long || !whole };
}
