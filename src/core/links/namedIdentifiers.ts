import { CodeFence } from '../text/codeFence';
import { isCompound, mayHaveCompound } from './declaredNames';

/** A name of code in a record's text. */
export interface NamedIdentifier {
  readonly name: string;
  /** The line of its first occurrence; counts from 1. */
  readonly line: number;
  readonly count: number;
  /** Whether it is the whole of a code span outside of examples, or stands in the title or a heading. */
  readonly asCode: boolean;
}

/** A heading in Markdown or AsciiDoc. */
const heading = /^(?:#{1,6}|={2,6}) \S/;
const maxNames = 2_000;
const longestText = 256 * 1024;
const word = /(?<![\w$-])[A-Za-z_]\w{5,80}(?![\w$-])/g;
/** `Reader`, `Reader()`, `queue.Reader<T>`, `Queue::Reader`: the name, with its qualifier and brackets. */
const codeSpan =
  /(`{1,2})(?:[\w$]{1,80}(?:\.|::|#|->)){0,6}([A-Za-z_]\w{5,80})(?:\([^`()]{0,80}\)|<[^`<>]{0,80}>)?\1(?!`)/g;

/** Names of two words or more that the text of a record has, in the order of their first occurrence. */
export function namedIdentifiers(text: string, title: string): readonly NamedIdentifier[] {
  const found = new Map<string, { line: number; count: number; asCode: boolean }>();
  const fence = new CodeFence();
  const emphasize = (name: string): void => {
    const known = found.get(name);
    if (known) known.asCode = true;
  };
  for (const [index, line] of text.slice(0, longestText).split('\n').entries()) {
    const isExample = fence.take(line) !== null;
    if (!mayHaveCompound(line)) continue;
    for (const [name] of line.matchAll(word)) {
      if (!isCompound(name)) continue;
      const known = found.get(name) ?? { line: index + 1, count: 0, asCode: false };
      known.count++;
      if (found.size < maxNames) found.set(name, known);
    }
    if (isExample) continue;
    const inHeading = heading.test(line) ? [...line.matchAll(word)] : [];
    for (const [name] of inHeading) emphasize(name);
    if (!line.includes('`')) continue;
    for (const [, , name = ''] of line.matchAll(codeSpan)) {
      emphasize(name);
    }
  }
  for (const [name] of title.matchAll(word)) emphasize(name);
  return [...found].map(([name, facts]) => ({ name, ...facts }));
}
