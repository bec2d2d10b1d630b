import type { Draft } from '../drafts/draft';
import { fingerprintsOf, splitFingerprints, withComment } from '../drafts/fingerprints';
import { oneLine } from '../text/escape';
import { splitLines } from '../text/lineEnds';

/**
 * The document of a description begins with this and the title: the editor names a document without a file by its first
 * line, and people can change the title where they read it. The line is no part of the text that is sent.
 */
const opening = '# Pull request: ';

export interface TitledText {
  /** One line; null where the document has no such line. */
  readonly title: string | null;
  /** The description, with its comment of fingerprints. */
  readonly text: string;
}

export function withTitleLine({ text, stops }: Draft, title: string): Draft {
  const line = `${opening}${oneLine(title)}`;
  const { body, drafted } = splitFingerprints(text);
  const titled = `${line}\n\n${body}`;
  const recorded = [...(drafted ?? [])].flatMap(([one, times]) => Array<string>(times).fill(one));
  // The line may be recorded already, from an earlier draft.
  const own = fingerprintsOf(line, 'form').filter((one) => drafted?.has(one) !== true);
  return {
    text: drafted === null ? titled : withComment(titled, [...recorded, ...own]),
    stops: stops.map((stop) => ({ ...stop, offset: stop.offset + line.length + 2 })),
  };
}

export function splitTitleLine(text: string): TitledText {
  const [first = ''] = splitLines(text, 1);
  if (!first.startsWith(opening.trimEnd())) return { title: null, text };
  return {
    title: first.slice(opening.length - 1).trim(),
    text: text.slice(first.length).replace(/^(?:\r\n?|\n){1,2}/, ''),
  };
}
