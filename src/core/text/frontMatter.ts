import { isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { limits } from './limits';
import { lineStarts, splitLines } from './lineEnds';

/** One key of the front matter. Values are as written, never converted: `0012` stays `0012`, a date stays text. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly values: readonly string[];
  /** Only where the entry by itself is not valid YAML: its values are what stands there, and may be meant otherwise. */
  readonly doubtful?: true;
  /**
   * What the value's own keys and typed items say: `{ type: superseded-by, target: ADR-9 }` in a list, and
   * `superseded-by: ADR-9` below the key, are both `superseded-by` with `ADR-9`.
   */
  readonly inner?: readonly InnerEntry[];
  /** What a comment behind a single value says. */
  readonly comment?: string;
}

export interface InnerEntry {
  readonly key: string;
  readonly values: readonly string[];
}

export interface FrontMatter {
  readonly entries: readonly FrontMatterEntry[];
  /** Source lines that it covers, fences included. */
  readonly lines: number;
  /** False where it is not valid YAML and was read line by line. */
  readonly valid: boolean;
}

const none: FrontMatter = { entries: [], lines: 0, valid: true };

/** What a line of keys begins with: `status:`, `"date":`, `decision makers:`; a list's number or a mark begins text. */
const keyStart = /^["']?[\p{L}_$@][^:#|<>[\]{}]{0,80}:(?:\s|$)/u;
/** What only text below a rule has. In YAML the first of them is a comment, and needs a closer look. */
const headingLine = /^#{1,6}\s+\S/;
const documentLine = /^(?:#{2,6}\s+\S|\||```|~~~)/;
/** The title of a document in Markdown or AsciiDoc. */
const titleLine = /^[#=]\s+\S/;
/** A title stands at a document's beginning. */
const titleWithin = 200;

/**
 * The front matter that a text begins with: keys between two `---` lines (docs/security.md#r31; `---js` is none, so
 * nothing is ever run), or between two `+++` lines (Hugo). What the YAML parser refuses - an `@name`, a second colon, an
 * unfilled form - is read line by line, and `valid` is false. A rule at the beginning of a document, with another later,
 * is a rule: what lies between has no keys, or begins with a heading.
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

/** How many characters of a text its front matter takes, with the fences and the end of the last line. */
export function frontMatterLength(text: string): number {
  if (!mayHaveFrontMatter(text)) return 0;
  const { lines } = readFrontMatter(splitLines(text));
  return lineStarts(text)[lines] ?? text.length;
}

/** Whether a text begins with front matter that has this key. */
export function hasFrontMatterKey(text: string, key: string): boolean {
  return mayHaveFrontMatter(text) && readFrontMatter(splitLines(text)).entries.some((entry) => entry.key === key);
}

/** By its first characters: what is asked on every key must not split a long text into lines. */
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
 * Whether what follows a `---` is text, by its first line. A `#` line that stands apart is a heading, unless the title
 * comes below: then it is a comment.
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

/**
 * A map of maps under a key, which `readFrontMatter` gives as a list: `tips:` of a handoff, by repository, by branch.
 * Empty where there is none, or where it is not valid YAML.
 */
export function readNestedMap(
  source: readonly string[],
  key: string,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const { lines } = readFrontMatter(source);
  const inner = lines > 0 ? source.slice(1, lines - 1) : [];
  const entry = parseItems(inner)?.find((item) => isScalar(item.key) && item.key.value === key);
  const outer = entry && isMap(entry.value) ? entry.value.items.slice(0, limits.frontMatterItems) : [];
  return new Map(
    outer.flatMap(({ key: name, value }) => {
      if (!isScalar(name) || !isMap(value)) return [];
      const texts = value.items.slice(0, limits.frontMatterItems).flatMap(({ key: innerKey, value: text }) => {
        return isScalar(innerKey) && isScalar(text) ? [[String(innerKey.value), String(text.value)] as const] : [];
      });
      return [[String(name.value), new Map(texts)] as const];
    }),
  );
}

function parseYaml(lines: readonly string[]): FrontMatterEntry[] | null {
  return (
    parseItems(lines)?.flatMap(({ key, value }) => {
      if (!isScalar(key)) return [];
      const inner = innerEntries(value);
      const comment = isScalar(value) ? value.comment?.split('\n', 1)[0]?.trim() : undefined;
      return [
        {
          key: String(key.value),
          values: textsOf(value, 0),
          ...(inner.length > 0 && { inner }),
          ...(comment && { comment }),
        },
      ];
    }) ?? null
  );
}

const typeKey = /^(?:type|rel|relation|relationship|kind)$/i;
/** What a relation calls the record that it leads to. */
export const targetKey = /^(?:targets?|to|ref|reference|id|adr|record|decision|path|file|href|url|link)$/i;

function innerEntries(value: unknown): readonly InnerEntry[] {
  if (isMap(value)) return keysOf(value);
  if (!isSeq(value)) return [];
  return value.items.slice(0, limits.frontMatterItems).flatMap((item) => {
    const keys = isMap(item) ? keysOf(item) : [];
    const type = keys.find(({ key }) => typeKey.test(key))?.values[0];
    const target = keys.find(({ key }) => targetKey.test(key));
    // Each item a map with one key: `- superseded-by: ADR-9`.
    return type === undefined || target === undefined ? keys : [{ key: type, values: target.values }];
  });
}

function keysOf(map: YAMLMap): readonly InnerEntry[] {
  return map.items.slice(0, limits.frontMatterItems).flatMap(({ key, value }) => {
    return isScalar(key) ? [{ key: String(key.value), values: textsOf(value, 1) }] : [];
  });
}

/** The keys of the top level, or null where it is not valid YAML. */
function parseItems(lines: readonly string[]): readonly Pair<unknown, unknown>[] | null {
  if (isTooDeep(lines)) return null;
  try {
    // The failsafe schema knows no numbers, dates or custom types, and aliases are not followed: nothing can grow.
    const document = parseDocument(lines.join('\n'), {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      stringKeys: false,
    });
    if (document.errors.length > 0) return null;
    if (document.contents === null) return [];
    return isMap(document.contents) ? document.contents.items.slice(0, limits.frontMatterKeys) : null;
  } catch {
    // The parser recurses; whatever the depth check let through counts as not valid.
    return null;
  }
}

/**
 * Scalars of a value in order; those of nested maps with their keys left out, except that an empty map's keys count.
 */
function textsOf(node: unknown, depth: number): string[] {
  if (depth > limits.frontMatterDepth || isAlias(node)) return [];
  if (isScalar(node)) return node.value === null || node.value === '' ? [] : [String(node.value)];
  if (isSeq(node)) return node.items.slice(0, limits.frontMatterItems).flatMap((item) => textsOf(item, depth + 1));
  if (!isMap(node)) return [];
  return node.items.slice(0, limits.frontMatterItems).flatMap(({ key, value }) => {
    const inner = textsOf(value, depth + 1);
    return inner.length > 0 ? inner : textsOf(key, depth + 1);
  });
}

/** More nesting than any record has, by brackets or by list marks; indentation is bounded by the length. */
function isTooDeep(lines: readonly string[]): boolean {
  let depth = 0;
  for (const line of lines) {
    if (line.length > limits.lineLength || /^\s*(?:[-?]\s+){8}/.test(line)) return true;
    if (/^\s{200}/.test(line)) return true;
    for (const char of line) {
      if (char === '[' || char === '{') depth++;
      else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
      if (depth > limits.frontMatterDepth) return true;
    }
  }
  return false;
}

const keyLine = /^([A-Za-z][\w .-]{0,60}?)\s*[:=](?:\s+|$)(.*)$/s;

function isYaml(lines: readonly string[]): boolean {
  return parseItems(lines) !== null;
}

/** @param isSound whether the lines of one entry are what they should be */
function scanLines(lines: readonly string[], isSound: (lines: readonly string[]) => boolean): FrontMatterEntry[] {
  const entries: { key: string; values: string[]; source: string[] }[] = [];
  for (const line of lines) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const pair = /^\s/.test(line) ? null : keyLine.exec(line);
    if (pair) {
      if (entries.length >= limits.frontMatterKeys) break;
      entries.push({ key: pair[1] ?? '', values: valuesOf(pair[2] ?? ''), source: [line] });
    } else {
      entries.at(-1)?.source.push(line);
      const values = entries.at(-1)?.values;
      const item = line.trim().replace(/^-\s+/, '');
      if (values && values.length < limits.frontMatterItems) values.push(...valuesOf(item));
    }
  }
  return entries.map(({ key, values, source }) =>
    isSound(source) ? { key, values } : { key, values, doubtful: true },
  );
}

function valuesOf(written: string): string[] {
  const text = withoutComment(written.trim());
  if (text === '' || /^[|>][-+]?$/.test(text)) return [];
  if (text.startsWith('[') && text.endsWith(']') && !text.includes('](')) {
    return text
      .slice(1, -1)
      .split(',')
      .map((part) => unquote(part.trim()))
      .filter(Boolean);
  }
  return [unquote(text)];
}

function withoutComment(text: string): string {
  const at = /^["']/.test(text) ? -1 : text.search(/\s#\s/);
  return at < 0 ? text : text.slice(0, at).trimEnd();
}

function unquote(text: string): string {
  return /^(?:"[^"]*"|'[^']*')$/.test(text) ? text.slice(1, -1) : text;
}
