import { isProsePath } from '../files/textPaths';
import type { FilePath } from '../ports';
import { frontMatterLength } from '../text/frontMatter';
import { limits } from '../text/limits';

/** Half-open ranges of offsets in a text. */
type Range = readonly [start: number, end: number];

/** Hugo, Docusaurus and Obsidian say `aliases`, Jekyll `redirect_from`. Lines below belong to the key until the next one. */
const frontMatterKey = /^["']?(?:aliases|redirect_from|redirects?)["']?[ \t]*[:=].*(?:\r?\n(?:[ \t\-\]].*)?)*/gim;
/** The words of these keys, for a cheap test: finding the end of front matter takes as long as everything else here. */
const frontMatterWords = /aliases|redirect/i;
const aliasesKey = ':page-aliases:';
/** The key of mkdocs-redirects; in the block below it each old address stands with the new one. */
const redirectMaps = /^([ \t]*)["']?redirect_maps["']?[ \t]*:/m;
const redirect = /^([ \t]*)(?:"[^"\n]*"|'[^'\n]*'|[^\s:#][^:\n]*):(?=\s|$)/;

/**
 * A text in which earlier addresses of its own page, or of others, are replaced by blanks: what these name is gone on
 * purpose, so they are no references. Every other character keeps its offset.
 */
export function withoutOldAddresses(text: string, path: FilePath): string {
  let kept = '';
  let at = 0;
  for (const [start, end] of oldAddresses(text, path)) {
    kept += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return at === 0 ? text : kept + text.slice(at);
}

/** Where earlier addresses stand, in order. */
function oldAddresses(text: string, path: FilePath): readonly Range[] {
  if (/\.ya?ml$/i.test(path)) return text.includes('redirect_maps') ? redirectsIn(text) : [];
  return isProsePath(path) ? [...inFrontMatter(text), ...inAttributes(text)] : [];
}

function inFrontMatter(text: string): readonly Range[] {
  if (!frontMatterWords.test(text.slice(0, limits.frontMatterLength))) return [];
  const head = text.slice(0, frontMatterLength(text));
  return [...head.matchAll(frontMatterKey)].map(({ 0: found, index }) => [index, index + found.length]);
}

/** Antora's attribute; its value goes on below a line that ends with a backslash. */
function* inAttributes(text: string): Generator<Range> {
  for (let at = text.indexOf(aliasesKey); at >= 0; at = text.indexOf(aliasesKey, at)) {
    const start = at;
    let isOpen = at === 0 || text[at - 1] === '\n';
    at += aliasesKey.length;
    if (!isOpen) continue;
    while (isOpen) {
      const newline = text.indexOf('\n', at);
      const end = newline < 0 ? text.length : newline;
      isOpen = newline >= 0 && /\\\s{0,3}$/.test(text.slice(Math.max(at, end - 4), end));
      at = isOpen ? end + 1 : end;
    }
    yield [start, at];
  }
}

/** The earlier names of an Antora page, as it lists them, without their modules and extensions: Antora asks for none. */
export function pageAliases(text: string): readonly string[] {
  if (!text.includes(aliasesKey)) return [];
  return [...inAttributes(text)].flatMap(([start, end]) =>
    text
      .slice(start + aliasesKey.length, end)
      .split(/[\s,\\]+/)
      .flatMap(
        (name) =>
          name
            .split(':')
            .at(-1)
            ?.replace(/\.adoc$/, '') || [],
      ),
  );
}

function redirectsIn(text: string): readonly Range[] {
  const key = redirectMaps.exec(text);
  if (key === null) return [];
  const ranges: Range[] = [];
  const depth = key[1]?.length ?? 0;
  let at = text.indexOf('\n', key.index + key[0].length) + 1;
  while (at > 0 && at < text.length) {
    const newline = text.indexOf('\n', at);
    const line = text.slice(at, newline < 0 ? text.length : newline);
    const old = redirect.exec(line);
    if (old ? (old[1]?.length ?? 0) <= depth : /\S/.test(line) && !/^\s*#/.test(line)) break;
    if (old) ranges.push([at, at + old[0].length]);
    at = newline + 1;
  }
  return ranges;
}
