import { CodeFence } from '../text/codeFence';
import { splitLines } from '../text/lineEnds';
import { isGap } from './gapWords';
import { isIssueLine, isIssueLink } from './issueLine';
import { isRequest } from './requests';
import { headingOf, longestLine, questionsOf, underline } from './templateHeadings';
import { topicsOf } from './topics';
import type { Topic } from './topicTable';

/**
 * What a line of a description is. `comment`: a comment that asks for words. `prompt`: a visible line that asks for
 * words (`TODO`, `Please describe …`, a bare `-`). `issue`: names an issue or waits for one (`Fixes #`). `note`: any
 * other comment. `fixed`: a visible line that always stays.
 */
export type LineKind = 'blank' | 'comment' | 'prompt' | 'issue' | 'note' | 'fixed';

export interface TemplateLine {
  readonly text: string;
  readonly kind: LineKind;
}

export interface TemplateSection {
  /** Comments right above the heading. */
  readonly above: readonly string[];
  /** The line or lines of its heading; empty for the part above the first heading. */
  readonly heading: readonly string[];
  /** 1 to 6; 7 for a line in bold or with a colon; 0 for the part above the first heading. */
  readonly level: number;
  /** What it asks for; null where that is unknown. */
  readonly topics: readonly Topic[] | null;
  readonly lines: readonly TemplateLine[];
}

/** Cuts a description into its sections. Headings in code and in comments are none. */
export function templateSections(text: string): TemplateSection[] {
  const written = splitLines(text);
  const hidden = hiddenLines(written);
  const kinds = lineKinds(written, hidden);
  const questions = questionsOf(written, hidden);
  const sections: Cut[] = [{ above: [], heading: [], level: 0, topics: null, lines: [] }];
  for (let at = 0; at < written.length; at++) {
    const line = written[at] ?? '';
    const below = written[at + 1] ?? '';
    const section = sections.at(-1);
    const heading = hidden[at]
      ? null
      : questions.has(at)
        ? ({ level: 7, topics: topicsOf(line), length: 1 } as const)
        : headingOf(line, hidden[at + 1] ? '' : below);
    if (heading === null) {
      section?.lines.push({ text: line, kind: kinds[at] ?? 'fixed' });
      continue;
    }
    const above = section?.lines.splice(commentsFrom(section)).map(({ text: each }) => each) ?? [];
    const own = heading.length === 2 ? [line, below] : [line];
    sections.push({ above, heading: own, level: heading.level, topics: heading.topics, lines: [] });
    at += heading.length - 1;
  }
  return sections;
}

interface Cut extends TemplateSection {
  readonly lines: TemplateLine[];
}

/** Index of the first of the comments right above the next heading. With a blank line above them they belong to it. */
function commentsFrom({ lines, level }: TemplateSection): number {
  const from = lines.findLastIndex(({ kind }) => kind !== 'comment' && kind !== 'note') + 1;
  const isApart = from === 0 ? level === 0 : lines[from - 1]?.kind === 'blank';
  return isApart ? from : lines.length;
}

/** Lines that are comments or code, by their numbers; a marker for a machine is a comment that stays. */
function hiddenLines(lines: readonly string[]): readonly (LineKind | undefined)[] {
  let comment: { from: number; words: string } | null = null;
  const fence = new CodeFence();
  const kinds: (LineKind | undefined)[] = new Array(lines.length).fill(undefined);
  lines.forEach((line, at) => {
    if (comment === null) {
      if (fence.take(line) !== null) kinds[at] = 'fixed';
      else if (/^\s*<!--/.test(line)) comment = { from: at, words: '' };
    }
    if (comment === null) return;
    kinds[at] = 'note';
    comment.words += ` ${line.slice(0, longestLine)}`;
    const end = line.indexOf('-->');
    if (end < 0) return;
    const isAlone = /^[\s.]*(?:<!--.{0,400}-->\s*)?$/.test(line.slice(end + 3));
    kinds.fill(isAlone && instructs(comment.words) ? 'comment' : 'note', comment.from, at + 1);
    comment = null;
  });
  return kinds;
}

/** Whether a comment asks for what is to be written in its place. Rules stay, and so does what a machine reads. */
function instructs(comment: string): boolean {
  const words = comment.replace(/<!-{2,40}|-{2,40}>/g, ' ').trim();
  return words === '' || (!machine.test(words) && isRequest(words));
}

const machine =
  /https?:|\b(?:lint|markdownlint|prettier|cspell|spell|toc)\b.{0,40}\b(?:disable|enable|ignore|start|end)\b/i;

/** Lines of one paragraph are judged together, because a request may go over several. */
function lineKinds(lines: readonly string[], hidden: readonly (LineKind | undefined)[]): readonly LineKind[] {
  const kinds = lines.map((line, at) => hidden[at] ?? kindOf(line));
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (kinds[end] === 'fixed' && !hidden[end] && startsWithWord.test(lines[end] ?? '') && end - at < mostJoined)
      end++;
    if (end > at + 1 && isRequest(lines.slice(at, end).join(' '))) kinds.fill('prompt', at, end);
    else {
      for (let each = at; each < end; ) {
        const next = emphasisEnd(lines, each, end);
        const isPrompt =
          next > each + 1 ? isRequest(lines.slice(each, next).join(' ')) : isWholeRequest(lines, at, each, end);
        if (isPrompt) kinds.fill('prompt', each, next);
        each = next;
      }
    }
    at = Math.max(end, at + 1);
  }
  // A callout (`> [!WARNING]`) stays as a whole, because it states a rule of the team.
  let inCallout = false;
  lines.forEach((line, at) => {
    inCallout = /^ {0,3}>/.test(line) && (inCallout || /^ {0,3}> ?\[![A-Za-z]{1,20}\]/.test(line));
    if (inCallout && !hidden[at]) kinds[at] = 'fixed';
  });
  return kinds;
}

/** Index after the last line of the bold text that begins here: a line alone would leave a mark without its other one. */
function emphasisEnd(lines: readonly string[], from: number, end: number): number {
  const isOdd = (line = '') => (line.match(/\*\*|__/g)?.length ?? 0) % 2 === 1;
  if (!isOdd(lines[from])) return from + 1;
  const close = lines.findIndex((line, at) => at > from && at < end && isOdd(line));
  return close < 0 ? from + 1 : close + 1;
}

const mostJoined = 8;
const startsWithWord = /^\s{0,3}[\p{L}("'`*_]/u;

/** Whether a line of a paragraph is a whole request, which neither begins on the line above nor ends on the next one. */
function isWholeRequest(lines: readonly string[], from: number, at: number, end: number): boolean {
  const ends = (line: string) => /[.!?:。！？][\s)"*_]{0,4}$/.test(line);
  const begins = at === from || ends(lines[at - 1] ?? '');
  return begins && (at + 1 === end || ends(lines[at] ?? '')) && isRequest(lines[at] ?? '');
}

function kindOf(line: string): LineKind {
  const text = line.trim();
  if (text === '') return 'blank';
  if (text.length > longestLine) return 'fixed';
  if (/^(?:[-*+]|\d{1,3}[.)])\s+\[[ xX]?\]/.test(text)) return 'fixed';
  if (isIssueLine(text) || isIssueLink(text)) return 'issue';
  const words = text.replace(/^(?:[-*+>]|\d{1,3}[.)])(?:\s+|$)/, '').trim();
  if (isGap(words) && !underline.test(text)) return 'prompt';
  const isItem = words !== text;
  return isItem && isRequest(words) ? 'prompt' : 'fixed';
}
