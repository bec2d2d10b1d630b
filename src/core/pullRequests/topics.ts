import { plainText } from '../text/plainText';
import { otherTopics } from './otherTopicTable';
import { englishTopics, looseWords, type Topic } from './topicTable';

const otherRows = otherTopics.map(({ topics, parted, unparted }) => {
  return { topics, words: [...parted.map(wholeWord), ...unparted] };
});

const longestHeading = 200;
/** `2. Changes`, `3) Tests`. */
const numbered = /^\s*\d{1,2}[.)]\s+/;

/**
 * What a heading asks for, by the language that it is in; `[]` is what only a person can say, and null what is in no
 * row. What stands in brackets at its end counts only where the words before it say nothing.
 */
export function topicsOf(heading: string): readonly Topic[] | null {
  const written = heading.slice(0, longestHeading).replace(numbered, '');
  const main = written.replace(/\s[([][^()[\]]{1,80}[)\]][\s:?*_#]{0,6}$/, '');
  return known(plain(main)) ?? known(plain(written)) ?? (looseWords.test(english(plain(written))) ? [] : null);
}

/** What a sentence asks for. `looseWords` do not count, because they say something only in a heading. */
export function topicsOfSentence(sentence: string): readonly Topic[] | null {
  return known(plain(sentence.slice(0, longestHeading)));
}

function known(text: string): readonly Topic[] | null {
  const inEnglish = () => {
    const words = english(text);
    return topicsIn(englishTopics, words, isYesOrNo.test(words));
  };
  const inOther = () => topicsIn(otherRows, text, false);
  return isOtherLanguage(text) ? (inOther() ?? inEnglish()) : (inEnglish() ?? inOther());
}

/** A question that is answered by yes or no asks for no reason and no list of changes: `Does this need a migration?` */
const isYesOrNo = /^(?:does|do|did|is|are|was|were|has|have|will|can|should)\b/;

function topicsIn(
  rows: readonly { readonly topics: readonly Topic[]; readonly words: readonly RegExp[] }[],
  text: string,
  isClosedQuestion: boolean,
): readonly Topic[] | null {
  const row = rows.find(({ words }) => words.some((word) => word.test(text)));
  if (row === undefined) return null;
  return isClosedQuestion && row.topics.some((topic) => topic === 'why' || topic === 'what') ? [] : row.topics;
}

const elided = /(?<!\p{L})(?:[cdjlmnst]|qu)['’](?=\p{L})/u;
const englishWords =
  /\b(?:the|this|these|of|to|your|you|what|how|why|which|does|is|are|been|any|for|and|changes?|tests?|tested)\b/;
const otherWords =
  /(?<!\p{L})(?:le|la|les|des|du|une|que|pour|avec|dans|sur|est|ce|der|das|ein|eine|und|wie|ich|sich|mit|wird|el|los|las|una|por|para|del|il|che|di|della|os|em|uma|een|het|van|voor|wat|det|som|och|hva|hvad|vad|jeg|jag|av|af|til)(?!\p{L})|[\u00df\u00e0-\u00ff\u0153\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

function isOtherLanguage(text: string): boolean {
  return elided.test(text) || (otherWords.test(text) && !englishWords.test(text));
}

/** Without the letters that French and Italian leave before a vowel: *j'ai* is no AI. */
function english(text: string): string {
  return text.replace(/(?<!\p{L})(?:[cdjlmnst]|qu)['’]\p{L}{1,40}/gu, ' ').trim();
}

function plain(heading: string): string {
  return (
    plainText(heading)
      .normalize('NFC')
      .toLowerCase()
      .replace(/<!--.{0,100}?-->/g, ' ')
      // `:memo:` is an emoji.
      .replace(/:[a-z0-9_+-]{2,40}:/g, ' ')
      .replace(/[^\p{L}\p{N}/&+'’ .-]+/gu, ' ')
      // `**- What I did**`
      .replace(/^[\s.-]+/, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

function wholeWord({ source }: RegExp): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'u');
}
