import { type Definitions, inlineLinks } from '../../text/inlineLinks';
import { nameOf, plainText, withoutMarks } from '../../text/plainText';

/** Stands for a section of a record: what is said holds for a part of it. */
export const partMark = '\x02';

/**
 * Stands for a link while phrases are searched; removed from texts that are read. A control character and not one for
 * private use: V8 stores a text with the latter in two-byte units and compiles each pattern a second time for it, at ten
 * times the cost.
 */
export const linkMark = '\x01';

/** A link that goes around the phrase as well: `[Superseded by ADR 12](0012-….md)`. */
const phraseOfLink =
  /^(?:partially |partly )?(?:superseded|superceded|replaced|deprecated) by\b|^supersedes\b|^replaces\b/i;

/** A text in which each link is a mark. */
export interface Marked {
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** Replaces links by marks, so that a phrase is found whatever its markup. A phrase inside of a link is kept. */
export function markLinks(written: string, definitions?: Definitions): Marked {
  const markup = written.replaceAll(linkMark, '').replaceAll(partMark, '');
  const links: { text: string; href: string }[] = [];
  let text = '';
  let at = 0;
  for (const link of inlineLinks(markup, definitions)) {
    text += markup.slice(at, link.start);
    at = link.end;
    if (link.image) continue;
    const shown = plainText(link.text) || nameOf(link.href);
    const isPhrase = phraseOfLink.exec(shown);
    if (isPhrase) text += ` ${isPhrase[0]} `;
    links.push({
      text: isPhrase ? shown.slice(isPhrase[0].length).trim() || nameOf(link.href) : shown,
      href: link.href,
    });
    text += linkMark;
  }
  return { text: withoutMarks(text + markup.slice(at)), links };
}

export function countMarks(text: string): number {
  return text.split(linkMark).length - 1;
}
