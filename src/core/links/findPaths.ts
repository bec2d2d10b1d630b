import { componentMark, componentWritten } from '../names/antora';
import { numberOfName } from '../names/spelling';
import { isDocumentPath, mayHaveDocumentPath } from './documentPaths';
import type { Finding } from './sourceLine';

/** Paths, and URLs of any host. Quotes, brackets and typographic marks end a token, so `](a.md)` gives `a.md`. */
const token = /[^\s"'`()<>[\]{},;|=*\u2013\u2014\u2018-\u201f\u2026\u3000-\u300f\uff08\uff09]+/g;
const maxTokenLength = 500;
/** Most words are no path: they have neither folders nor an extension. */
const separated = /[/\\]|\.[A-Za-z]/;
const picture = /\.(?:png|jpe?g|gif|svg|webp|pdf)$/i;
const pictured = /\.(?:png|jpe?g|gif|svg|webp|pdf)/i;
/** `ADR-0012/ADR-0007`: ids with a slash between, each with or without its slug. */
const listOfIds =
  /^[A-Za-z]{2,12}[-_]?\d{1,8}(?:-[\w-]{1,100})?(?:\/(?:[A-Za-z]{2,12}[-_]?)?\d{1,8}(?:-[\w-]{1,100})?)+$/;
const url = /https?:\/\/[^\s]+/i;

function trimmedEnd(text: string): number {
  let end = text.length;
  while (end > 0 && '.:!?,~_'.includes(text.charAt(end - 1))) end--;
  return end;
}

function withNumber(path: string): Pick<Finding, 'prefix' | 'number'> {
  const bare = path.replace(/\/$/, '');
  return numberOfName(bare.slice(bare.lastIndexOf('/') + 1)) ?? { prefix: null, number: null };
}

/** The path in a URL that reads as a document's, or null. A query counts too: Azure names the file there. */
function urlPath(text: string): string | null {
  const [beforeFragment = ''] = text.split('#', 1);
  const query = beforeFragment.indexOf('?');
  const path = query < 0 ? beforeFragment : beforeFragment.slice(0, query);
  const file = query < 0 ? null : /[?&]path=([^&]+)/.exec(beforeFragment.slice(query))?.[1];
  return [file, path].find((part) => part && isDocumentPath(part.replace(/\/$/, ''))) ?? null;
}

function urlFinding(piece: string, at: number): Finding | null {
  const text = piece.slice(0, trimmedEnd(piece));
  const path = urlPath(text);
  return path === null ? null : { at, end: at + text.length, form: 'url', name: text, ...withNumber(path) };
}

/** `acme/cloud@main` before a colon. Without the `@` it may be a branch, as git writes it: `topic/x:docs/a.md`. */
const repositoryAt = /^([\w-]{1,60}\/[\w.-]{1,100})@[\w./-]{1,100}$/;

/** A forge's folders before a path, where a variable holds the repository's URL: `\(repo)/blob/main/docs/a.md`. */
const forgeFolder = /^\/(?:-\/)?(?:blob|tree|raw|edit)\/(?:main|master|trunk|HEAD|develop)(?=\/)/;

function onForge(path: string): number {
  return forgeFolder.exec(path)?.[0].length ?? 0;
}

/** The parts of a token between colons: `file:docs/a.md:12` has its path in the middle. */
function* pathFindings(piece: string, start: number): Generator<Finding> {
  let at = start;
  const parts = piece.split(':');
  const component = componentWritten(parts);
  let place: string | undefined;
  for (const part of parts) {
    const fragment = part.search(/[#?]/);
    const whole = fragment < 0 ? part : part.slice(0, fragment);
    // A leading `@` is an alias or a mention, `~` a home folder, `$ROOT` any folder: none is part of a path in this one.
    const lead = /^(?:[@~!&+]+|\$[A-Za-z_]\w{0,60}(?=\/))?/.exec(whole)?.[0].length ?? 0;
    const from = lead + onForge(whole.slice(lead));
    const path = whole.slice(from, fragment < 0 ? trimmedEnd(whole) : whole.length);
    const name = path.includes('/') ? path : path.replaceAll('\\', '/');
    if (isDocumentPath(name) && !listOfIds.test(name)) {
      // The fragment belongs to the place that is named, so it is underlined with it.
      const end = fragment < 0 ? at + from + path.length : at + trimmedEnd(part);
      yield { at: at + from, end, form: 'path', name, ...withNumber(name), ...(place && { place }) };
    }
    place = component === null ? repositoryAt.exec(part)?.[1] : `${componentMark}${component}`;
    at += part.length + 1;
  }
}

/** `docs/adr/0*.md`, `docs/adr/00{12,13}-x.md`: the beginning of a glob is no path. */
function isCutByGlob(piece: string, next: string): boolean {
  return /[\w/-]$/.test(piece) && /^(?:\{[\w*]|\*[\w./*-])/.test(next) && !/^\*\*/.test(next);
}

/** Paths and URLs in a line that could lead to a record. */
export function* findPaths(line: string): Generator<Finding> {
  if (!mayHaveDocumentPath(line)) return;
  // Tokens stop at `=`, which a query may hold: URLs are read first, from their own beginning.
  let from = 0;
  for (const match of line.matchAll(token)) {
    const at = match.index;
    if (at < from || match[0].length > maxTokenLength || !separated.test(match[0])) continue;
    const scheme = match[0].includes('://') ? match[0].search(url) : -1;
    if (scheme >= 0) {
      const piece =
        /^[^\s"'`()<>[\]{}|\\^,;*]+/.exec(line.slice(at + scheme, at + scheme + 2 * maxTokenLength))?.[0] ?? '';
      const finding = urlFinding(piece, at + scheme);
      if (finding) yield finding;
      from = at + scheme + piece.length;
    } else if (!isCutByGlob(match[0], line.slice(at + match[0].length, at + match[0].length + 2))) {
      yield* pathFindings(match[0], at);
    }
  }
}

/** Half-open ranges of a line in which digits belong to a URL or a picture, and name no record of their own. */
export function* findClosed(line: string): Generator<readonly [at: number, end: number]> {
  if (!line.includes('://') && !pictured.test(line)) return;
  for (const match of line.matchAll(token)) {
    const [text] = match;
    if ((text.includes('://') && url.test(text)) || (text.includes('/') && picture.test(text)))
      yield [match.index, match.index + text.length];
  }
}
