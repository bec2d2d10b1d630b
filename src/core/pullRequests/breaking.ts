import { upTo } from '../drafts/words';
import { splitLines } from '../text/lineEnds';
import type { BranchCommit } from './branchFacts';
import { messageLine } from './messageText';

const mostBreaking = 6;
const longest = 1_000;
const footer = /^BREAKING[ -]CHANGES?:[ \t]*/;
/** `BREAKING CHANGE: none`, as some templates of messages ask for. */
const nothing = /^(?:none|no|nothing|n\/?a|not applicable|nil|-+|keine|nein|aucune?|ninguno|なし|无)[.!]?$/i;
const listMark = /^[ \t]{0,6}[-*+][ \t]+/;
/** The next footer of Conventional Commits: `Refs: LED-4`, `Closes #12`. */
const otherFooter = /^(?:[A-Za-z][A-Za-z-]{1,40}: |[A-Z][A-Za-z-]{1,40} #\d)/;

/** List items on what breaks callers, as the commits say: `feat!:`, and the footer of Conventional Commits. */
export function breakingLines(commits: readonly BranchCommit[]): string[] {
  const said = commits.toReversed().flatMap(({ subject, body, trailers }) => {
    const words = [body, trailers].flatMap((text) => footerOf(text)?.words ?? []);
    if (words.length > 0) return words.every((word) => nothing.test(word)) ? [] : [words.join('; ')];
    const [sentence] =
      /^This (?:is|introduces|makes) a breaking change\b.{0,400}/im.exec(body.replace(/(?<=\S)\n(?=\S)/g, ' ')) ?? [];
    if (sentence !== undefined) return [`${subject}: ${sentence}`];
    return /^[a-z]{2,20}(?:\([^()]{1,60}\))?!:\s/i.test(subject) ? [subject] : [];
  });
  const lines = [...new Set(said)].map((line) => `- Breaking, as its commit says: ${messageLine(line, longest)}`);
  return upTo(mostBreaking, lines, (more) => `- and ${more} more that are breaking, as their commits say`);
}

/** A message's body without the footer that {@link breakingLines} tells. */
export function withoutBreaking(body: string): string {
  const found = footerOf(body);
  return found === null ? body : [...found.lines.slice(0, found.from), ...found.lines.slice(found.end)].join('\n');
}

interface Footer {
  readonly lines: readonly string[];
  readonly from: number;
  readonly end: number;
  /** The items of a list, or all of it as one. */
  readonly words: readonly string[];
}

/** The footer with its continuation lines. A blank line after its first words ends it, and so does the next footer. */
function footerOf(text: string): Footer | null {
  const lines = splitLines(text);
  const from = lines.findIndex((line) => footer.test(line));
  if (from < 0) return null;
  const wordsOf = (line: string) => line.replace(footer, '').replace(listMark, '').trim();
  const first = lines.findIndex((line, at) => at >= from && wordsOf(line) !== '');
  const next = lines.findIndex((line, at) => at > first && (line.trim() === '' || otherFooter.test(line)));
  const end = first < 0 || next < 0 ? lines.length : next;
  const words: string[] = [];
  for (const line of lines.slice(from, end)) {
    const isItem = words.length === 0 || listMark.test(line);
    if (wordsOf(line) === '') continue;
    if (isItem) words.push(wordsOf(line));
    else words.push(`${words.pop()} ${wordsOf(line)}`);
  }
  return { lines, from, end, words };
}
