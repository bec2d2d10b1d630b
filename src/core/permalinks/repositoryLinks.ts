import { resolveRelative } from '../files/paths';
import type { FilePath } from '../ports';
import { CodeFence } from '../text/codeFence';

/** `[text](destination)`, `[text](<destination> "title")`; not a picture, whose place is another matter. */
const inline =
  /(?<![!\\])\[((?:[^[\]\\]|\\.){0,500})\]\((?:<([^<>\n]{1,1000})>|([^()\s<>]{1,1000}))((?:\s{1,3}"[^"\n]{0,200}")?)\)/g;
/** A scheme, a place in the same document, or another host. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i;
const longestLine = 20_000;

/** The files that a Markdown text links to by the way from its own folder, each once. */
export function linkedFiles(markdown: string, from: FilePath): readonly FilePath[] {
  const found = new Set<FilePath>();
  eachLink(markdown, from, ({ path, whole }) => {
    found.add(path);
    return whole;
  });
  return [...found];
}

/**
 * The text as it can be read anywhere: links by the way from its own folder become addresses, and what has no address is
 * no link any more. Code stays code.
 * @param from the text's own path, from the same root as the paths in `addresses`
 */
export function withAddresses(markdown: string, from: FilePath, addresses: ReadonlyMap<FilePath, string>): string {
  return eachLink(markdown, from, ({ text, path, fragment }) => {
    const address = addresses.get(path);
    if (address === undefined) return text;
    // Where the address has a query, a part of the document is named in another way.
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

/** Code spans end in their line: an odd number of ticks before a place leaves one open. Places are asked for in order. */
function codeIn(line: string): (at: number) => boolean {
  let counted = 0;
  let isCode = false;
  return (at) => {
    for (; counted < at; counted++) if (line[counted] === '`') isCode = !isCode;
    return isCode;
  };
}
