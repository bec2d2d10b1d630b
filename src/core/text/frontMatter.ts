import type { FrontMatterEntry } from './frontMatterEntry';
import { scanLines } from './frontMatterLines';
import { isYaml, parseYaml } from './frontMatterYaml';
import { limits } from './limits';
import { lineStarts, splitLines } from './lineEnds';

export interface FrontMatter {
  readonly entries: readonly FrontMatterEntry[];
  /** Source lines that it covers, fences included. */
  readonly lines: number;
  /** False where it is not valid YAML and was read line by line. */
  readonly valid: boolean;
}

const none: FrontMatter = { entries: [], lines: 0, valid: true };

/**
 * How a line with a key begins: `status:`, `"date":`, `decision makers:`. After a list's number or a mark it is text.
 */
const keyStart = /^["']?[\p{L}_$@][^:#|<>[\]{}]{0,80}:(?:\s|$)/u;
/** Lines of Markdown text. In YAML `# …` is a comment, so `headingLine` alone decides nothing. */
const headingLine = /^#{1,6}\s+\S/;
const documentLine = /^(?:#{2,6}\s+\S|\||```|~~~)/;
/** The title of a document in Markdown or AsciiDoc. */
const titleLine = /^[#=]\s+\S/;
/** How many lines below the front matter are searched for the document's title. */
const titleWithin = 200;

/**
 * The front matter that a text begins with: keys between two `---` lines (docs/security.md#r31; `---js` is none, so
 * nothing is ever run), or between two `+++` lines (Hugo). What the YAML parser refuses - an `@name`, a second colon,
 * an unfilled form - is read line by line, and `valid` is false. Two thematic breaks (`---`) are no front matter: the
 * lines between them have no keys, or begin with a heading.
 * @param source lines without their ends; a byte order mark may be there
 */
export function readFrontMatter(source: readonly string[]): FrontMatter {
  const fence = fenceOf(source[0] ?? '');
  const end = fence === null ? -1 : closingLine(source, fence);
  if (end < 0) return none;
  const inner = source.slice(1, end);
  const lines = end + 1;
  const first = inner.findIndex((line) => line.trim() !== '');
  if (first < 0) return { entries: [], lines, valid: true };
  if (fence === '+++') {
    const entries = scanLines(inner, () => true);
    return entries.length > 0 ? { entries, lines, valid: true } : none;
  }
  if (isText(inner, first, source.slice(lines, lines + titleWithin))) return none;
  const parsed = parseYaml(inner);
  if (parsed !== null) return parsed.length > 0 ? { entries: parsed, lines, valid: true } : none;
  const isDamaged =
    inner.some((line) => keyStart.test(line)) && !inner.some((line, at) => isOfDocument(inner, line, at));
  return isDamaged ? { entries: scanLines(inner, isYaml), lines, valid: false } : none;
}

/** The text below the front matter. */
export function withoutFrontMatter(text: string): string {
  return text.slice(frontMatterLength(text));
}

/** How many UTF-16 units of a text its front matter takes, with the fences and the end of the last line. */
export function frontMatterLength(text: string): number {
  if (!mayHaveFrontMatter(text)) return 0;
  const { lines } = readFrontMatter(splitLines(text));
  return lineStarts(text)[lines] ?? text.length;
}

/** Whether a text begins with front matter that has this key. */
export function hasFrontMatterKey(text: string, key: string): boolean {
  return mayHaveFrontMatter(text) && readFrontMatter(splitLines(text)).entries.some((entry) => entry.key === key);
}

/** Judged by the first characters alone: it is asked on every key press, and must not split a long text into lines. */
function mayHaveFrontMatter(text: string): boolean {
  return fenceOf(text.slice(0, 5).split(/[\r\n]/, 1)[0] ?? '') !== null;
}

function fenceOf(line: string): '---' | '+++' | null {
  const fence = line.replace(/^\ufeff/, '').trimEnd();
  return fence === '---' || fence === '+++' ? fence : null;
}

function closingLine(source: readonly string[], fence: string): number {
  let length = 0;
  for (let at = 1; at < source.length && length <= limits.frontMatterLength; at++) {
    const line = source[at] ?? '';
    const text = line.trimEnd();
    if (text === fence || (fence === '---' && text === '...')) return at;
    length += line.length + 1;
  }
  return -1;
}

/**
 * Whether what follows a `---` is text, by its first line. A `#` line with a blank line beside it is a heading, unless
 * the title comes below: then it is a comment.
 */
function isText(inner: readonly string[], first: number, below: readonly string[]): boolean {
  const line = inner[first] ?? '';
  if (!headingLine.test(line)) return !/^(?:#|%|\{|\?\s)/.test(line) && !keyStart.test(line);
  const isApart = first > 0 || (inner[first + 1] ?? '').trim() === '';
  return isApart && !below.some((each) => titleLine.test(each));
}

function isOfDocument(inner: readonly string[], line: string, at: number): boolean {
  if (documentLine.test(line)) return true;
  const isApart = (inner[at - 1] ?? '').trim() === '' || (inner[at + 1] ?? '').trim() === '';
  return headingLine.test(line) && isApart;
}
