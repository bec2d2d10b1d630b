import { append } from '../lists';
import { wordSet } from '../text/wordList';

/**
 * Function words, and words that say how something is asked. English only, because people mix English into any
 * language.
 */
const stopWords = wordSet(`
  a about after again all also am an and any are as at be because been before being but by can cannot could did do
  does doing done dont each else even ever few for from get gets getting got had has have having he her here him his
  how i if in instead into is isnt it its itself just let like make makes many may me might more most much must my no
  nor not now of off on once one only or other our out over own please put re really s same she should so some still
  such t than that the their them then there these they thing things this those though through to too under until up
  us use used uses using very via want was way we were what when where whether which while who whom why will with
  within without would yes yet you your`);

const word = /[\p{L}\p{N}\p{M}]+(?:['’]\p{L}{1,2}(?![\p{L}\p{N}]))?/gu;
/** `getHTTPResponse2` → get, HTTP, Response, 2. */
const part = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lt}\p{Lm}\p{M}]+|\p{N}+/gu;
/** Scripts without spaces between words, which are indexed as pairs of characters. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
const longestWord = 60;

/**
 * The words of a text in the form in which they are indexed: in lower case, without accents and plural endings, without
 * stop words. `ledgerEntry`, `ledger_entries` and `ledger/entry` have the same parts; a name of several parts is
 * indexed as a whole, too.
 */
export function searchWords(text: string): string[] {
  const found: string[] = [];
  // A text repeats its words, and each word costs a dozen patterns.
  const known = new Map<string, readonly string[]>();
  for (const [match] of text.matchAll(word)) {
    const words = known.get(match) ?? wordsOf(match);
    known.set(match, words);
    found.push(...words);
  }
  return found;
}

function wordsOf(match: string): readonly string[] {
  const written = match.replace(/['’]\p{L}{1,2}$/u, '').slice(0, longestWord);
  if (unspaced.test(written)) return pairs(written);
  const parts = written.match(part) ?? [];
  const all = parts.length > 1 ? [written, ...parts] : [written];
  return all.map((one) => stem(fold(one))).filter((one) => one !== '' && !stopWords.has(one));
}

function pairs(text: string): string[] {
  const characters = [...text];
  return characters.length < 2
    ? characters
    : characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Applied in this order, each at most once: plurals, verb endings, an `e` that `naming` and `named` have lost. */
const endings: readonly (readonly [ending: RegExp, instead: string])[] = [
  [/(?<=[a-z]{2})ies$|(?<=[a-z]{2})ied$/, 'y'],
  [/(?<=[a-z]{2}(?:s|x|z|ch|sh))es$|(?<=[a-z]{2}[^siu])s$/, ''],
  // Only where a vowel is left before the ending: `string` and `feed` end like this too.
  [/(?<=[a-z]?[aeiouy][a-z]+)(?:ing|ed)$/, ''],
  [/([bdfgmnprt])(?=\1$)/, ''],
  [/(?<=[a-z]{3})e$/, ''],
];

/** A light stemmer: `operator` and `operation` stay apart, because in code they are two things. */
function stem(text: string): string {
  return text.length < 4 ? text : endings.reduce((word, [ending, instead]) => word.replace(ending, instead), text);
}

/** Endings that the words of a family differ by, beyond those that `searchWords` takes off. */
const ending =
  /(?:izat|isat|at|it|ific)?(?:ion|ional)$|(?:ment|ness|ity|iv|abl|ibl|al|er|or|ly|anc|enc|ous|ful|at|iz|is|ify|ic)$/;
const leastRoot = 4;

/**
 * Groups the words that were added by their root: `authorization` and `authorize`, `configuration` and `configure`. A
 * word is still indexed as itself, because in code `operator` and `operation` are two things; others of its family only
 * weigh less.
 */
export class WordFamilies {
  private readonly seen = new Set<string>();
  private readonly families = new Map<string, string[]>();

  /** @param words as `searchWords` gives them */
  add(words: readonly string[]): void {
    for (const word of words) {
      if (this.seen.has(word)) continue;
      this.seen.add(word);
      append(this.families, rootOf(word), word);
    }
  }

  of(word: string): readonly string[] {
    return this.families.get(rootOf(word)) ?? [];
  }
}

function rootOf(word: string): string {
  const root = word.replace(ending, '');
  return root.length >= leastRoot ? root : word;
}
