import { isSquashed, isTrivial } from '../activity/telling';
import { ticketKey } from '../activity/ticketKey';
import { CodeFence } from '../text/codeFence';
import { cut, inlineText, oneLine } from '../text/escape';
import { splitLines } from '../text/lineEnds';
import { codeBlock, codeSpan } from '../text/markdownText';
import { isIssueLine } from './issueLine';
import { outputFrom } from './programOutput';
import { topicsOf } from './topics';

const longestParagraph = 1_200;
const mostCodeLines = 15;
const longestCodeLine = 160;

const listMark = /^[ \t]{0,6}(?:[-*+•]|\d{1,3}[.)])[ \t]+(?::[ \t]+)?/;
const codeIndent = /^(?: {4}|\t)/;
/** Lines that a tool adds to a message. */
const noise =
  /^(?:[A-Z][A-Za-z-]{2,40}-by: |Change-Id: I[0-9a-f]{8}|\(cherry picked from commit |git-svn-id: |PiperOrigin-RevId: |See merge request \S{1,200}!\d|#{1,3} ?Conflicts:|Conflicts:$|\s*[-=_*]{3,}\s*$|\* {1,3}(?:fixup|squash)! )/;

/** Whether a line begins an item of a list. */
export function isListItem(line: string): boolean {
  return listMark.test(line);
}

/** Whether a commit is to be squashed into another one, or is not done. */
export function isFixup(subject: string): boolean {
  return isSquashed(subject) || /^wip\b/i.test(subject);
}

/** A ticket alone on its line, which the description has elsewhere. */
const onlyTicket = new RegExp(String.raw`^[([]?(?:${ticketKey}|#[1-9]\d{0,6})[)\]]?$`);
const heading = /^ {0,3}#{1,6}[ \t]+(\S.*)$/;

/**
 * The paragraphs of a commit's message as Markdown, to be joined by blank lines: hard-wrapped lines are one line again,
 * lists stay lists, code stays code, and nothing else acts as markup, a mention or a link (docs/security.md#r38).
 */
export function messageParagraphs(body: string): string[][] {
  const blocks: string[][] = [];
  let lines: string[] = [];
  const fence = new CodeFence();
  // Where a pull request's text became the message, its check boxes and kinds of change give no reason.
  let isForm = false;
  const close = () => {
    const output = outputFrom(lines);
    if (output > 0) blocks.push(blockOf(lines.slice(0, output)));
    if (output < lines.length) blocks.push(codeOf(lines.slice(output)));
    lines = [];
  };
  for (const line of withHashes(splitLines(shown(body)))) {
    const code = fence.take(line);
    if (code === 'start') close();
    else if (code === 'code') lines.push(line);
    else if (code === 'end') {
      blocks.push(codeOf(lines));
      lines = [];
    } else if (line.trim() === '') close();
    else if (heading.test(line)) {
      close();
      const words = heading.exec(line)?.[1] ?? '';
      const topics = topicsOf(words);
      isForm = topics?.length === 0;
      // A heading such as "Description" says nothing in a commit's message.
      if (!isForm && !topics?.includes('why')) blocks.push([`**${messageLine(words)}**`]);
    } else if (!isForm && !isNoise(line)) lines.push(line);
  }
  if (fence.isOpen) blocks.push(codeOf(lines));
  else close();
  return tight(blocks.filter((block) => block.length > 0));
}

/** Without HTML comments, which are not rendered, and without pictures, which belong to another text. */
function shown(body: string): string {
  return body
    .replace(/<!--[\s\S]{0,2000}?-->/g, '')
    .replace(/<img\b[^<>]{0,600}>|!\[[^\]\n]{0,200}\]\([^()\s]{0,600}\)/gi, '');
}

/** Marks underlined headings with `##`: a short line of its own is one, a paragraph above a rule is none. */
function withHashes(lines: readonly string[]): string[] {
  return lines.map((line, at) => {
    const isAlone = (lines[at - 1] ?? '').trim() === '' && /^\S.{0,78}$/.test(line) && !listMark.test(line);
    return isAlone && /^(?:={3,}|-{3,})\s*$/.test(lines[at + 1] ?? '') ? `## ${line}` : line;
  });
}

function isNoise(line: string): boolean {
  const words = line.replace(listMark, '').trim();
  const isForm = /^\[[ xX]?\]\s/.test(words) || onlyTicket.test(words);
  return noise.test(line) || isTrivial(words) || isIssueLine(line) || isForm;
}

/** Joins items with blank lines between them into one list, and drops headings with nothing below them. */
function tight(blocks: readonly string[][]): string[][] {
  const joined: string[][] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.at(-1)?.startsWith('- ') && block[0]?.startsWith('- ')) last.push(...block);
    else joined.push([...block]);
  }
  const isHeading = (block: readonly string[] | undefined) =>
    block === undefined || /^\*\*.*\*\*$/.test(block[0] ?? '');
  return joined.filter((block, at) => !isHeading(block) || !isHeading(joined[at + 1]));
}

/** A text of one line in which `code` stays code. */
export function messageLine(text: string, limit: number = longestParagraph): string {
  // reStructuredText writes code between two backticks.
  const parts = cut(oneLine(text), limit).split(/((?<!`)``(?!`)[^`]{1,200}``(?!`)|`[^`]{1,200}`)/);
  const shown = parts.map((part, at) => (at % 2 === 1 ? codeOfLine(part) : spaced(part))).filter(Boolean);
  // Two pieces of code without a blank would be one.
  const line = shown.reduce(
    (before, part) => before + (before.endsWith('`') && part.startsWith('`') ? ' ' : '') + part,
    '',
  );
  // A line that begins like this is a command to GitLab and to bots.
  return line.trim().replace(/^\/(?=[a-z`])/i, '\\/');
}

function codeOfLine(part: string): string {
  return codeSpan(part.replace(/^`{1,2}|`{1,2}$/g, '').replace(/[‹›]/g, "'"));
}

/** The text escaped, with the blanks at its ends that set it apart from code. */
function spaced(part: string): string {
  const [, before = '', after = ''] = /^(\s?).*?(\s?)$/s.exec(part) ?? [];
  return part.trim() === '' ? part : `${before}${inlineText(part, longestParagraph)}${after}`;
}

function blockOf(lines: readonly string[]): string[] {
  if (lines.every((line) => codeIndent.test(line)) && !listMark.test(lines[0] ?? '')) return codeOf(lines);
  const items: string[] = [];
  const isPlainList = areItems(lines);
  for (const line of lines) {
    const mark = listMark.exec(line)?.[0];
    // A table or a line that is only a rule has no words to join.
    if (mark !== undefined) items.push(`- ${line.slice(mark.length)}`);
    else if (isPlainList) items.push(`- ${line.trim()}`);
    else if (items.length === 0) items.push(line.trim());
    else items[items.length - 1] = unwrapped(items.at(-1) ?? '', line.trim());
  }
  return items.flatMap((item) => {
    const isItem = item.startsWith('- ') && (isPlainList || lines.some((line) => listMark.test(line)));
    const text = messageLine(isItem ? item.slice(2) : item);
    return text === '' ? [] : [isItem ? `- ${text}` : text];
  });
}

/** A word that was wrapped behind its hyphen is one word again; `pre- and post-` are two. */
function unwrapped(text: string, next: string): string {
  const isWord =
    /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(next) && !/^(?:and|or|to|und|oder|bis|et|ou|y|o)\b/.test(next);
  return isWord ? text + next : `${text} ${next}`;
}

const fewestItems = 3;
/** Lines from this length on may be wrapped prose. */
const wrapsFrom = 56;

/** Whether lines are a list without marks: each begins with a capital, ends without punctuation, and is not wrapped. */
function areItems(lines: readonly string[]): boolean {
  const isItem = (line: string) => /^\p{Lu}/u.test(line) && !/[.,;:!?(–-]\s*$/.test(line);
  return (
    lines.length >= fewestItems &&
    lines.every(isItem) &&
    lines.slice(0, -1).every(({ length }) => length < wrapsFrom) &&
    lines.some((line) => line.trim().includes(' '))
  );
}

function codeOf(lines: readonly string[]): string[] {
  // An indent that all lines share is the message's; any further indent is the code's own.
  const isIndented = lines.every((line) => line.trim() === '' || codeIndent.test(line));
  const shown = lines.slice(0, mostCodeLines).map((line) => {
    const text = line
      .replace(isIndented ? codeIndent : '', '')
      .replace(/\t/g, '    ')
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .replace(/[‹›]/g, "'")
      .trimEnd();
    return text.slice(0, longestCodeLine).replace(/^\//, ' /');
  });
  if (shown.every((line) => line.trim() === '')) return [];
  return codeBlock(lines.length > mostCodeLines ? [...shown, '…'] : shown);
}
