import type { ParsedRecord } from '../records/record';
import { wordSet } from '../text/wordList';
import { slugOf, stemOf } from './spelling';

/** Words that occur in titles and slugs of any subject. */
const commonWords = wordSet(`
  the and for from with without into onto over under our all any not use uses used using new old this that these
  adr adrs rfc decision decisions record records architecture architectural how why when what`);
const latinOnly = /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]*$/u;
const longest = 300;

/** The fields of a record that say what it is about. */
type Named = Pick<ParsedRecord, 'title' | 'path' | 'people' | 'decision'>;

/** The words of a title or slug that say what it is about, in lower case; at most 40. */
export function significantWords(text: string): readonly string[] {
  return longWords(text)
    .filter((word) => !commonWords.has(word))
    .slice(0, 40);
}

function longWords(text: string): readonly string[] {
  const words = text
    .slice(0, longest)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).filter((word) => word.length > 2 && /\p{L}/u.test(word));
}

/** `postgres` and `PostgreSQL`, `rounding` and `rounds`: words with a common beginning of four letters, or equal ones. */
function isAlike(a: string, b: string): boolean {
  return a === b || (a.length > 3 && b.length > 3 && a.slice(0, 4) === b.slice(0, 4));
}

/** How many of the words stand in the record's title, file name, people or decision. */
export function wordsInCommon(words: readonly string[], record: Named): number {
  const { title, path, people, decision } = record;
  const own = significantWords(`${title} ${slugOf(stemOf(path))} ${people.slice(0, 5).join(' ')} ${decision ?? ''}`);
  return words.filter((word) => own.some((one) => isAlike(word, one))).length;
}

/**
 * Whether a title or slug has no word in common with the record's, so that it names something else. False where a
 * comparison of words means nothing: the text has no significant word, or one of the two is not in Latin script.
 */
export function isAnotherTitle(text: string, record: Named): boolean {
  const words = significantWords(text);
  const own = `${record.title} ${slugOf(stemOf(record.path))}`;
  if (words.length === 0) return false;
  if (!latinOnly.test(text.slice(0, longest)) || !latinOnly.test(own.slice(0, longest))) return false;
  if (significantWords(own).length > 0) return wordsInCommon(words, record) === 0;
  // `Record architecture decisions` has no significant word; compared with all words it shares none with `use-rust`.
  return !mayShare(text, own);
}

/** Whether two texts share any word, even a common one. True where one of them has no word of three letters. */
function mayShare(text: string, other: string): boolean {
  const [words, others] = [longWords(text), longWords(other)];
  return words.length * others.length === 0 || words.some((word) => others.some((one) => isAlike(word, one)));
}

/** The least share of words that an earlier title has in common with the current one. */
const leastShare = 0.45;

/**
 * Whether a slug may be an earlier one of the record: all of its words are in the current title or slug, or the two
 * share at least `leastShare`. One common word is too little where each has others: `promise-rules`,
 * `local-promise-cache`.
 */
export function mayBeEarlier(slug: string, { title, path }: Pick<ParsedRecord, 'title' | 'path'>): boolean {
  const words = significantWords(slug);
  const own = [title, slugOf(stemOf(path))].filter((text) => latinOnly.test(text.slice(0, longest)));
  if (words.length === 0 || own.length === 0 || !latinOnly.test(slug.slice(0, longest))) return true;
  const known = own.map(significantWords).filter((each) => each.length > 0);
  if (known.length === 0) return mayShare(slug, own.join(' '));
  return known.some((each) => shareOf(words, each) >= leastShare);
}

function shareOf(words: readonly string[], own: readonly string[]): number {
  const common = words.filter((word) => own.some((one) => isAlike(word, one))).length;
  return common === words.length ? 1 : (2 * common) / (words.length + own.length);
}
