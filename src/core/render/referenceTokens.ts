import type { Token } from 'markdown-it';
import type { Reference } from '../links/link';

/** The tokens to put around a reference's text, beginning with its link; null where the reference stays text. */
export type AroundReference = (
  reference: Reference,
) => { readonly open: Token; readonly close: readonly Token[] } | null;

/**
 * The tokens of a piece of text, with the tokens of its references around their texts.
 * @param references of the text, in order; one that begins before the end of another stays text
 * @param textToken makes the token of a text
 */
export function withReferences(
  text: string,
  references: readonly Reference[],
  around: AroundReference,
  textToken: (text: string) => Token,
): Token[] {
  const tokens: Token[] = [];
  let done = 0;
  for (const reference of references) {
    const { offset, length } = reference;
    const found = offset >= done ? around(reference) : null;
    if (!found) continue;
    if (offset > done) tokens.push(textToken(text.slice(done, offset)));
    done = offset + length;
    tokens.push(found.open, textToken(text.slice(offset, done)), ...found.close);
  }
  if (done < text.length) tokens.push(textToken(text.slice(done)));
  return tokens;
}
