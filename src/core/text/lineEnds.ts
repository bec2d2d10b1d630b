/** A line ends with a line feed, with a carriage return, or with both. */
const lineEnd = /\r\n?|\n/;

/**
 * The lines without their ends. The text after the last end is a line too, even where it is empty.
 * @param most the number of lines to return; the rest of the text is left out
 */
export function splitLines(text: string, most?: number): string[] {
  return text.split(text.includes('\r') ? lineEnd : '\n', most);
}

/** The text with all line ends as line feeds. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The offset at which each line begins, in UTF-16 units. */
export function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ index, 0: end }) => index + end.length)];
}
