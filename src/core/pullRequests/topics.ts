import { plainText } from '../text/plainText';
import { englishTopics, otherTopics, type Topic } from './topicTable';

const rows = [
  ...englishTopics,
  ...otherTopics.map(({ topics, parted, unparted }) => {
    return { topics, words: [...parted.map(wholeWord), ...unparted] };
  }),
];

const longestHeading = 200;

/** What a heading asks for; null where its words are in no row. */
export function topicsOf(heading: string): readonly Topic[] | null {
  const text = plainText(heading.slice(0, longestHeading))
    .normalize('NFC')
    .toLowerCase()
    // `:memo:` is a picture.
    .replace(/:[a-z0-9_+-]{2,40}:/g, ' ')
    .replace(/[^\p{L}\p{N}/&+'’ .-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return rows.find(({ words }) => words.some((word) => word.test(text)))?.topics ?? null;
}

function wholeWord({ source }: RegExp): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'u');
}
