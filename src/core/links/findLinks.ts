import { documentPath } from '../files/documentPath';
import { basename, extension } from '../files/paths';
import { numberOfName } from '../names/spelling';
import { isDocumentPath } from './documentPaths';
import type { Finding } from './sourceLine';

/**
 * Destinations of links in a document that their spelling alone does not show to be documents: a sibling without its
 * extension (`[x](./0012-slug)`), or a name with blanks in angle brackets.
 */

interface LinkForm {
  readonly pattern: RegExp;
  readonly documents: RegExp;
}

const markdown = /^\.(?:md|mdx|markdown|mdown|mkd)$/;
const rst = /^\.(?:rst|rest|txt)$/;
const asciiDoc = /^\.(?:adoc|asciidoc|asc|ad)$/;

/** Each with the destination as its last group. All are one bounded run without inner repetition. */
const forms: readonly LinkForm[] = [
  { pattern: /\]\((?!<)([^()\s<>]{1,300})/g, documents: markdown },
  { pattern: /\]\(<([^<>\n]{1,300})>/g, documents: markdown },
  { pattern: /^ {0,3}\[[^\]\n]{1,200}\]: {1,4}<?([^\s<>]{1,300})/g, documents: markdown },
  { pattern: /:doc:`([^`<>\n]{1,300})`/g, documents: rst },
  { pattern: /:doc:`[^`<>\n]{0,200}<([^`<>\n]{1,300})>`/g, documents: rst },
  // With `_` at its end it is the name of a target of the document: `text <section_>`_.
  { pattern: /`[^`<>\n]{1,200} <([^`<>\n]{0,299}[^`<>\n_])>`_/g, documents: rst },
  { pattern: /^\.\. _[^:\n]{1,200}: ([^\s<>]{1,300})/g, documents: rst },
  { pattern: /(?:xref|link):([^\s[\]]{1,300})\[/g, documents: asciiDoc },
  { pattern: /<<([^<>,\n]{1,300})[,>]/g, documents: asciiDoc },
];

/** Every link of these forms contains one of these: a cheap test before the patterns are tried. */
export const linkTrigger = /\]\(|\]: |:doc:|>`_|^\.\. _|xref:|link:|<</m;

/** A scheme, an anchor, a macro of a site generator or an image. */
const noPath = /^(?:[a-z][a-z0-9+.-]*:|#|\/\/|\{|\$)|\.(?:png|jpe?g|gif|svg|webp|pdf|zip)(?:[?#]|$)/i;

/** `0003-\\[old\\]-x.md`: Markdown's way to write a bracket in a destination. */
const escaped = /\\(?=[\][()<>'"_*!-])/g;
/** Characters that end a path in running text but may be part of a destination: `0006-l'en-t\u00eate.md`. */
const cutting = /[\s'[\]{},;|=*\u2013\u2014\u2019]/;

export function* findLinks(line: string, path: string): Generator<Finding> {
  const kind = extension(documentPath(path));
  for (const { pattern, documents } of forms) {
    if (!documents.test(kind)) continue;
    for (const match of line.matchAll(pattern)) {
      const written = match[1] ?? '';
      const name = (written.split(/[?#]/, 1)[0] ?? '').replace(escaped, '');
      // `findPaths` finds what reads as a document, linked or not, unless it contains a character that ends a path.
      if (name === '' || noPath.test(written) || (isDocumentPath(name) && !cutting.test(name))) continue;
      const at = match.index + match[0].lastIndexOf(written);
      yield { at, end: at + written.length, form: 'path', name, ...numberOfName(basename(name.replace(/\/$/, ''))) };
    }
  }
}
