import { basename } from '../files/paths';
import { readText } from '../files/readText';
import { pageAliases } from '../links/oldAddresses';
import type { FilePath, FileStore } from '../ports';
import { slugOfHeading } from '../render/slug';
import { readDocument, type SourceDocument } from '../text/document';
import { plainText } from '../text/plainText';

const picture = /\[?!\[[^\]]{0,200}\]\([^)]{0,300}\)(?:\]\([^)]{0,300}\))?/g;
/** Text that a template leaves to be filled in. */
export const placeholder = /[{}<>$*|]|\.\.\.|…|xxx|nnn|yyyy|path\/to|(?:^|\/)(?:url|link|todo|tbd|example)\b/i;
/** Anchors that a page has without a heading. */
const otherAnchor = /^(?:top|fn|fnref|user-content|footnote|ref|cite|_|\^|:~:|L?\d)/i;
/** Anchors that a text defines itself: in HTML, in heading attributes, in AsciiDoc, as reStructuredText's labels. */
const ownAnchor = /(?:\b(?:id|name)\s{0,2}=\s{0,2}["']?|\{\s{0,3}#|\[#|\[\[|^ {0,3}\.\. _)([^"'\s>}\],:]{1,200})/gm;

/** Where a link may lead in a document. */
export interface Anchors {
  /** Anchors of headings and those that the text defines, by letters and digits alone: generators differ in the rest. */
  readonly all: ReadonlySet<string>;
  /** The anchor to write for a heading, by its letters and digits. */
  readonly headings: ReadonlyMap<string, string>;
  /** File names, without extension, that an Antora page says that it had before: a link to one of them leads here. */
  readonly aliases: ReadonlySet<string>;
}

export function anchorsOf({ lines, definitions }: SourceDocument, text: string): Anchors {
  const titles = lines.flatMap((line) => (line.kind === 'heading' ? [line.text] : []));
  // Some generators take the alternative text of a picture into the anchor.
  const plain = titles.flatMap((title) => [title.replace(picture, ''), title]);
  const slugs = plain.map((title) => slugOfHeading(plainText(title, definitions)));
  const own = [...text.matchAll(ownAnchor)].map(([, id = '']) => id);
  return {
    all: new Set([...slugs, ...titles, ...own].map(letters)),
    headings: new Map(slugs.toReversed().map((slug) => [letters(slug), slug])),
    aliases: new Set(pageAliases(text).map(basename)),
  };
}

/** @param fragment of a link, with its `#` */
export function isAnchor(fragment: string, { all }: Anchors): boolean {
  const anchor = fragment.slice(1);
  if (letters(anchor) === '' || otherAnchor.test(anchor) || placeholder.test(anchor)) return true;
  let name = anchor;
  try {
    name = decodeURIComponent(anchor);
  } catch {
    return true;
  }
  // The anchor of a repeated heading has a number at its end.
  return all.has(letters(name)) || all.has(letters(name.replace(/[-_]\d{1,3}$/, '')));
}

/**
 * The anchor, as it is to be written, of the heading that the words of the link are; failing that of the only one that is
 * nearly the fragment. Null where there is none, or more.
 */
export function nearAnchor(fragment: string, words: string, { headings }: Anchors): string | null {
  const said = letters(plainText(words));
  const titled = said === '' ? undefined : headings.get(said);
  if (titled !== undefined) return titled;
  const written = letters(fragment);
  const near = [...headings].filter(([own]) => isNear(written, own));
  return near.length === 1 ? (near[0]?.[1] ?? null) : null;
}

const fewLetters = 6;
const enoughLetters = 20;
const manyLetters = 80;

/**
 * The heading begins or ends as the fragment, or is at most two letters apart. Words in the middle of a heading are of
 * something else, and a short heading that lacks a word of the fragment may be, too.
 */
function isNear(fragment: string, heading: string): boolean {
  const [short, long] = fragment.length < heading.length ? [fragment, heading] : [heading, fragment];
  if (short.length < fewLetters || long.length > manyLetters) return false;
  if (long.length - short.length <= 2 && isWithin(2, short, long)) return true;
  if (short === heading && short.length < enoughLetters) return false;
  return long.startsWith(short) || long.endsWith(short);
}

/**
 * Whether at most so many letters are to be changed, added or left out. Each edit is tried in three ways, from where
 * the texts differ: a table of all pairs of letters takes a minute for a document of headings and links that are nearly
 * alike.
 */
function isWithin(edits: number, one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const [left, right] = [one.slice(same), other.slice(same)];
  if (left === '' || right === '') return left.length + right.length <= edits;
  if (edits === 0) return false;
  const fewer = edits - 1;
  return (
    isWithin(fewer, left.slice(1), right.slice(1)) ||
    isWithin(fewer, left.slice(1), right) ||
    isWithin(fewer, left, right.slice(1))
  );
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The anchors of documents that others link to, read before the rules ask. */
export class LinkedAnchors {
  private readonly known = new Map<FilePath, Anchors | null>();

  constructor(private readonly files: FileStore) {}

  /** Null where the document was not read, or not whole. */
  of(path: FilePath): Anchors | null {
    return this.known.get(path) ?? null;
  }

  async read(paths: readonly FilePath[]): Promise<void> {
    for (const path of paths) {
      if (this.known.has(path)) continue;
      const read = await readText(this.files, path);
      const document = read.ok ? readDocument(path, read.text) : null;
      const isWhole = read.ok && document !== null && !document.truncated && !document.conflict;
      this.known.set(path, isWhole ? anchorsOf(document, read.text) : null);
    }
  }
}
