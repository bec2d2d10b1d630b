import type { SourceDocument } from '../../text/document';
import { inlineLinks } from '../../text/inlineLinks';
import { limits } from '../../text/limits';
import { textOf } from '../../text/line';
import { hasScheme } from '../../text/scheme';
import type { Mention } from '../record';
import { recordLimits } from '../recordLimits';
import type { Field } from './field';
import { fieldOfKey } from './fieldNames';

/** Longer ones are command lines and URLs with a query, which name no file. */
const maxText = 300;
const codeSpan = /(`{1,2})([^`]{1,300})\1/g;
/** Folders and a file, or a folder's name with its slash. Neither `and/or` nor `TCP/IP` has an extension or a slash at the end. */
const plainPath =
  /(?<![\w/.:@-])(?:\.{0,2}\/)?(?:[\w.@+-]{1,80}\/){1,20}(?:[\w.@+*-]{1,80}\.\w{1,10}|(?=\s|$|[),.;:]))/g;
/** The whole of a code span: a path with its line numbers (`a.ts:12-20`, `a.ts#L12`), if any. */
const codePath =
  /^(?:\.{0,2}\/)?(?:[\w.@+*[\]()-]{1,100}\/){0,20}[\w.@+*[\]()-]{0,100}(?::\d{1,6}(?:-\d{1,6})?|#L\d{1,6}(?:-L?\d{1,6})?)?$/;
/** What a forge writes between the repository and the path of a file. */
const repositoryUrl = /\/(?:blob|tree|raw|src|edit)\//;

/**
 * Paths and links that the text names, in order: link targets (of web addresses only those into a repository), code
 * spans and plain words that look like a path. Code fences name what they show, not what the record is about.
 */
export function mentionsIn(document: SourceDocument): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const line of document.lines) {
    const text = textOf(line);
    if (text === null || !/[/.`]/.test(text)) continue;
    for (const mention of inLine(text, line.number, document)) {
      if (mentions.length >= limits.links) return mentions;
      mentions.push(mention);
    }
  }
  return mentions;
}

function inLine(text: string, line: number, { definitions }: SourceDocument): Mention[] {
  const found: Mention[] = [];
  let rest = '';
  let at = 0;
  for (const link of inlineLinks(text, definitions)) {
    rest += `${text.slice(at, link.start)} `;
    at = link.end;
    if (!link.image && isTarget(link.href)) found.push({ text: link.href.slice(0, maxText), line, form: 'link' });
    // A link whose text is code, such as [`x`](https://…), names that path in its text, wherever it goes.
    if (!link.image && link.text.includes('`')) rest += `${link.text} `;
  }
  rest += text.slice(at);
  const takeCode = (_: string, _ticks: string, inner: string) => {
    const path = inner.trim();
    if (isCodePath(path)) found.push({ text: path, line, form: 'code' });
    return ' ';
  };
  const plain = rest.includes('`') ? rest.replace(codeSpan, takeCode) : rest;
  // A plain word without a slash (`Node.js`, `e.g.`) is not enough of a path.
  if (plain.includes('/')) {
    for (const [path] of plain.matchAll(plainPath)) found.push({ text: path.slice(0, maxText), line, form: 'plain' });
  }
  return found;
}

function isTarget(href: string): boolean {
  if (href === '' || href.startsWith('#') || href.length > 1_000) return false;
  return hasScheme(href) ? /^https?:/i.test(href) && repositoryUrl.test(href) : true;
}

/** `src/ledger`, `balance.ts`, `docker-compose.yml:12`; not `npm`, `v1.2` or `a.b()`. */
function isCodePath(text: string): boolean {
  if (!codePath.test(text) || text.endsWith('()')) return false;
  return text.includes('/') ? /[A-Za-z]/.test(text) : /^[\w.-]*[A-Za-z][\w-]*\.[A-Za-z]\w{0,9}(?::\d.*)?$/.test(text);
}

/** Longer ones are refused by `compileGlob` anyway (docs/security.md#r34). */
const maxGlob = 300;

/** Globs that the record says it governs, as written: those of its front matter, then those of its head. */
export function scopeGlobs(document: SourceDocument, fields: readonly Field[]): readonly string[] {
  return [...new Set([...frontScope(document), ...labelledScope(fields)])].slice(0, recordLimits.scope);
}

/** Those of the front matter. Prose under `scope` is not one. */
export function frontScope({ frontMatter }: SourceDocument): readonly string[] {
  const globs = frontMatter.entries.flatMap(({ key, values }) => {
    const name = fieldOfKey(key);
    if (name !== 'scope' && name !== 'paths') return [];
    return values.flatMap(splitList).filter((item) => isGlob(item, name === 'paths'));
  });
  return [...new Set(globs)].slice(0, recordLimits.scope);
}

/** Those of a line in the head: `- Scope:` and paths or globs. Only what is marked as code or has a star is one there. */
function labelledScope(fields: readonly Field[]): readonly string[] {
  const values = fields.flatMap(({ name, zone, values }) => (name === 'scope' && zone === 'head' ? values : []));
  const globs = values
    .flatMap(splitAtCommas)
    .filter((item) => /^`[^`]+`$/.test(item) || (item.includes('*') && !item.includes('`')));
  return globs.map((item) => item.replaceAll('`', '')).filter((item) => isGlob(item, false));
}

/** At commas and lines, but not at the commas of `{a,b}`. */
function splitList(value: string): string[] {
  return splitAtCommas(value)
    .map((part) => part.replace(/^["'`]|["'`]$/g, ''))
    .filter(Boolean);
}

function splitAtCommas(value: string): string[] {
  const items: string[] = [];
  let item = '';
  let depth = 0;
  for (const char of value) {
    if (char === '{') depth++;
    else if (char === '}') depth = Math.max(0, depth - 1);
    if ((char === ',' && depth === 0) || char === '\n') {
      items.push(item);
      item = '';
    } else item += char;
  }
  return [...items, item].map((part) => part.trim()).filter(Boolean);
}

/** `scope: platform teams` is prose, `scope: src/ledger` is not; under `paths` and the like every word is meant as a path. */
function isGlob(text: string, isPathKey: boolean): boolean {
  if (text.length > maxGlob || /[\s<>"|:]/.test(text) || /^https?:/.test(text)) return false;
  return /[/*]|\.\w{1,8}$/.test(text) || isPathKey;
}
