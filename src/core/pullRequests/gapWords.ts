import { isUnfilled } from '../text/unfilled';

const gapWord =
  /^(?:[-.…_?#]{0,20}|n\/?a|to ?do|tbd|tba|xxx+|[a-z]|(?:item|change|point|step|thing|detail|note)s?(?: ?(?:\d|[a-z]|one|two|three|\.{2,3}|…))?|list (?:the |your )?changes)$/i;

/** What stands in a template for words that are still to be written: an item, a cell, a line. */
export function isGap(words: string): boolean {
  return gapWord.test(words) || isUnfilled(words);
}
