import { isComment } from '../drafts/fingerprints';
import { cut, oneLine } from '../text/escape';
import { splitLines } from '../text/lineEnds';
import { writeInBothClocks } from '../time/writeClock';
import { type Instant, parseInstant, type ZoneName } from '../time/zone';
import type { Reply } from './note';

/** What a reader answers to a handoff (docs/adr/0011). */
export interface NewReply {
  readonly by: string;
  readonly at: Instant;
  /** The reader's own clock. */
  readonly zone: ZoneName;
  /** The clock of the note's writer, who will read the answer; null where it is not known. */
  readonly readerZone: ZoneName | null;
  /** The first item in the reader's words. */
  readonly restated: string;
  /** What they ask back; `''` for nothing. */
  readonly askedBack: string;
}

/** The line above what the reader asks. */
export const asksBack = 'Asks back:';

const longestName = 80;
const heading = /^## Read back by (.{1,400})$/;
const instantComment = /^<!-- at: (\S{1,40}) -->$/;

/**
 * The note with the answer below everything else, but above the comment with the fingerprints. The existing text is
 * kept exactly. The reader's words are quoted, so that none of them can begin a section.
 */
export function appendReply(text: string, reply: NewReply): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(lineEnd);
  let end = lines.length;
  while (end > 0 && lines[end - 1]?.trim() === '') end--;
  const last = lines[end - 1];
  const comment = last !== undefined && isComment(last) ? ['', last] : [];
  if (comment.length > 0) end--;
  while (end > 0 && lines[end - 1]?.trim() === '') end--;
  const above = end > 0 ? [...lines.slice(0, end), ''] : [];
  return [...above, ...replyLines(reply), ...comment, ''].join(lineEnd);
}

function replyLines({ by, at, zone, readerZone, restated, askedBack }: NewReply): string[] {
  const asked = quoted(askedBack);
  return [
    `## Read back by ${escapeName(by) || 'somebody'}, ${writeInBothClocks(at, zone, readerZone, at)}`,
    `<!-- at: ${new Date(at).toISOString()} -->`,
    '',
    ...quoted(restated),
    ...(asked.length > 0 ? ['', asksBack, '', ...asked] : []),
  ];
}

function quoted(words: string): string[] {
  const lines = splitLines(words).map((line) => line.trimEnd());
  const start = lines.findIndex((line) => line !== '');
  if (start < 0) return [];
  const end = lines.findLastIndex((line) => line !== '');
  return lines.slice(start, end + 1).map((line) => (line === '' ? '>' : `> ${line}`));
}

/** The answers in a note, in order; also those that were written by hand below such a heading. */
export function readReplies(lines: readonly string[]): Reply[] {
  const replies: { by: string; at: Instant | null; lines: string[] }[] = [];
  let open = false;
  for (const line of lines) {
    const [, words] = heading.exec(line.trimEnd()) ?? [];
    if (words !== undefined) {
      replies.push({ by: nameIn(words), at: null, lines: [] });
      open = true;
    } else if (/^#{1,2} /.test(line) || isComment(line)) {
      open = false;
    }
    const reply = replies.at(-1);
    if (!open || reply === undefined || words !== undefined) continue;
    const [, at] = instantComment.exec(line.trimEnd()) ?? [];
    if (at !== undefined && reply.at === null) reply.at = parseInstant(at);
    else reply.lines.push(line.trimEnd().replace(/^> ?/, ''));
  }
  return replies.map(({ by, at, lines: words }) => ({ by, at, text: words.join('\n').trim() }));
}

/** The heading's words without the times after the last comma. */
function nameIn(words: string): string {
  const comma = words.lastIndexOf(', ');
  const name = comma > 0 && /\d{1,2}:\d{2}/.test(words.slice(comma)) ? words.slice(0, comma) : words;
  return cut(oneLine(unescapeName(name)), longestName);
}

/** A name escaped for a heading, so that it mentions no account. */
function escapeName(name: string): string {
  return cut(oneLine(name), longestName)
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')
    .replaceAll('@', '@&#8203;');
}

function unescapeName(text: string): string {
  return text.replaceAll('@&#8203;', '@').replace(/\\([\\`*_[\]<>|~#&])/g, '$1');
}
