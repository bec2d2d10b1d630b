import { isUnfilled } from '../text/unfilled';

const gapWord =
  /^(?:[-.…_?#]{0,20}|n\/?a|to ?do|tbd|tba|xxx+|[a-z]|(?:item|change|point|step|thing|detail|note)s?(?: ?(?:\d|[a-z]|one|two|three|\.{2,3}|…))?|list (?:the |your )?changes|(?:and )?more\?|\p{L}[\p{L},]{0,14}(?: [\p{L},]{1,15}){0,2} ?(?:\.{3}|…))$/iu;

/** Markup of the template itself, which looks like a gap in brackets: `</details>`, `<br />`, `<img src="…">`. */
const tag =
  /^<(?:\/[a-z][a-z0-9]{0,20}|[a-z][a-z0-9]{0,20} ?\/|[a-z][a-z0-9]{0,20}(?: [a-z-]{1,30}=["'][^"'<>]{0,300}["']){1,10} ?\/?|(?:details|summary|br|hr|p|div|span|center|table|t[rdh]|thead|tbody|[uo]l|li|pre|code|sub|sup|kbd|h[1-6]|blockquote|picture|a)(?: open)?)>$/i;

/** Whether an item, a cell or a line of a template only holds the place of words that are still to be written. */
export function isGap(words: string): boolean {
  return gapWord.test(words) || (isUnfilled(words) && !tag.test(words.trim()));
}
