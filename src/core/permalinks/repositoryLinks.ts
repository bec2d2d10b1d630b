import { resolveRelative } from '../files/paths';
import type { FilePath } from '../ports';
import { CodeFence } from '../text/codeFence';

/** `[text](destination)`, `[text](<destination> "title")`; no image. */
const inline =
  /(?<![!\\])\[((?:[^[\]\\]|\\.){0,500})\]\((?:<([^<>\n]{1,1000})>|([^()\s<>]{1,1000}))((?:\s{1,3}"[^"\n]{0,200}")?)\)/g;
/** Destinations with a scheme, in the same document, or at another host. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i;
const longestLine = 20_000;

/** The files that a Markdown text links to by paths relative to its own folder, each once. */
export function linkedFiles(markdown: string, from: FilePath): readonly FilePath[] {
  const found = new Set<FilePath>();
  eachLink(markdown, from, ({ path, whole }) => {
    found.add(path);
    return whole;
  });
  return [...found];
}

/**
 * The text in a form that can be read anywhere: relative links become addresses, and a link without an address becomes
 * plain text. Code stays code.
 * @param from the text's own path, from the same root as the paths in `addresses`
 */
export function withAddresses(markdown: string, from: FilePath, addresses: ReadonlyMap<FilePath, string>): string {
  return eachLink(markdown, from, ({ text, path, fragment }) => {
    const address = addresses.get(path);
    if (address === undefined) return text;
    // In an address with a query, a place in the document is named in another way.
    return `[${text}](<${address}${address.includes('?') ? '' : fragment}>)`;
  });
}

interface RelativeLink {
  readonly whole: string;
  readonly text: string;
  readonly path: FilePath;
  /** With its `#`, or `''`. */
  readonly fragment: string;
}

function eachLink(markdown: string, from: FilePath, write: (link: RelativeLink) => string): string {
  const fence = new CodeFence();
  const lines = markdown.split('\n').map((line) => {
    if (fence.take(line) !== null || !line.includes('](') || line.length > longestLine) return line;
    const isInCode = codeIn(line);
    return line.replace(inline, (whole: string, ...rest: unknown[]) => {
      const [text = '', pointed, plain] = rest as (string | undefined)[];
      const at = rest.find((part) => typeof part === 'number') as number;
      const link = relativeLink(whole, text, pointed ?? plain ?? '', from);
      return link === null || isInCode(at) ? whole : write(link);
    });
  });
  return lines.join('\n');
}

function relativeLink(whole: string, text: string, target: string, from: FilePath): RelativeLink | null {
  const path = elsewhere.test(target) ? null : resolveRelative(from, target);
  if (path === null || path === '') return null;
  return { whole, text, path, fragment: /#[\w%.~-]{1,200}$/.exec(target)?.[0] ?? '' };
}

/**
 * Whether an offset is inside a code span. A span ends within its line, so it is open after an odd number of backticks.
 * Offsets have to be asked for in rising order.
 */
function codeIn(line: string): (at: number) => boolean {
  let counted = 0;
  let isCode = false;
  return (at) => {
    for (; counted < at; counted++) if (line[counted] === '`') isCode = !isCode;
    return isCode;
  };
}
