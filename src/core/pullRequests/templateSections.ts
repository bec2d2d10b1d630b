import { isUnfilled } from '../text/unfilled';
import { isIssueLine } from './issueLine';
import { topicsOf } from './topics';
import type { Topic } from './topicTable';

/**
 * What a line of a description is. `comment`: asks for words, and shows nowhere. `prompt`: asks for words and is none
 * (`TODO`, `Please describe …`, a bare `-`). `issue`: waits for a number (`Fixes #`). `note`: a comment that stays.
 * `fixed`: shows, and stays whatever comes.
 */
export type LineKind = 'blank' | 'comment' | 'prompt' | 'issue' | 'note' | 'fixed';

export interface TemplateLine {
  readonly text: string;
  readonly kind: LineKind;
}

export interface TemplateSection {
  /** The line or lines that begin it; empty for what is above the first. */
  readonly heading: readonly string[];
  /** 1 to 6; 7 for a line in bold or with a colon; 0 for what is above the first. */
  readonly level: number;
  /** What it asks for; null where that is unknown. */
  readonly topics: readonly Topic[] | null;
  readonly lines: readonly TemplateLine[];
}

const longestLine = 400;

const atx = /^ {0,3}(#{1,6})(?:[ \t]+(\S.*)|[ \t]*)$/;
const bold = /^ {0,3}(?:\*\*|__)([^*_]{2,80})(?:\*\*|__):?[ \t]*$/;
const label = /^ {0,3}([A-Z][^:.!?`[\]<>]{2,60}):[ \t]*$/;
const underline = /^ {0,3}(?:={3,}|-{3,})[ \t]*$/;

/** Cuts a description into its sections. Headings in code and in comments are none. */
export function templateSections(text: string): TemplateSection[] {
  const written = text.split(/\r\n?|\n/);
  const hidden = hiddenLines(written);
  const sections: { heading: string[]; level: number; topics: readonly Topic[] | null; lines: TemplateLine[] }[] = [
    { heading: [], level: 0, topics: null, lines: [] },
  ];
  let inInstruction = false;
  for (let at = 0; at < written.length; at++) {
    const line = written[at] ?? '';
    const below = written[at + 1] ?? '';
    const heading = hidden[at] ? null : headingOf(line, hidden[at + 1] ? '' : below);
    if (heading !== null) {
      const lines = heading.length === 2 ? [line, below] : [line];
      sections.push({ heading: lines, level: heading.level, topics: heading.topics, lines: [] });
      at += heading.length - 1;
      inInstruction = false;
      continue;
    }
    const kind: LineKind = hidden[at] ?? kindOf(line, inInstruction);
    inInstruction = kind === 'prompt' && !/^\s*[-*+>]/.test(line);
    sections.at(-1)?.lines.push({ text: line, kind });
  }
  return sections;
}

interface Heading {
  readonly level: number;
  readonly topics: readonly Topic[] | null;
  /** Lines that it takes. */
  readonly length: 1 | 2;
}

function headingOf(line: string, below: string): Heading | null {
  if (line.length > longestLine) return null;
  const [, marks, words = ''] = atx.exec(line) ?? [];
  if (marks !== undefined) return { level: marks.length, topics: topicsOf(words), length: 1 };
  if (underline.test(below) && /^ {0,3}[\p{L}\p{N}*_]/u.test(line) && line.length < 100) {
    return { level: below.includes('=') ? 1 : 2, topics: topicsOf(line), length: 2 };
  }
  const lead = bold.exec(line)?.[1] ?? label.exec(line)?.[1];
  if (lead === undefined) return null;
  const topics = topicsOf(lead);
  // "Please note:" begins nothing.
  return bold.test(line) || (topics !== null && topics.length > 0) ? { level: 7, topics, length: 1 } : null;
}

/** Lines that are comments or code, by their numbers; a marker for a machine is a comment that stays. */
function hiddenLines(lines: readonly string[]): readonly (LineKind | undefined)[] {
  let comment: { from: number; words: string } | null = null;
  let fence: string | null = null;
  const kinds: (LineKind | undefined)[] = new Array(lines.length).fill(undefined);
  lines.forEach((line, at) => {
    if (comment === null && fence === null) {
      fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
      if (fence !== null) kinds[at] = 'fixed';
      else if (/^\s*<!--/.test(line)) comment = { from: at, words: '' };
    } else if (fence !== null) {
      kinds[at] = 'fixed';
      if (line.trim().startsWith(fence)) fence = null;
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

/** One sentence asks for what is to be written in its place; more are rules that the author still needs, or a machine's. */
function instructs(comment: string): boolean {
  const words = comment.replace(/<!--+|--+>/g, ' ').trim();
  return words === '' || (words.length <= longestRequest && / /.test(words) && !machine.test(words));
}

const longestRequest = 200;
const machine =
  /https?:|\b(?:lint|markdownlint|prettier|cspell|spell|toc)\b.{0,40}\b(?:disable|enable|ignore|start|end)\b/i;

const instruction =
  /^(?:please\b|describe\b|briefly\b|explain\b|provide\b|add (?:a|an|any|your|the|details?|screenshots?)\b|include\b|list\b|insert\b|write\b|summari[sz]e\b|replace this\b|your (?:text|description|answer)\b|enter\b|if (?:applicable|relevant|needed|necessary|this|you|any|there|it)\b|a (?:clear|short|brief|concise|few|one)\b|(?:short|brief|concise|clear) (?:description|summary|overview|explanation)\b|link to\b|tell us\b|mention\b|e\.g\.|for example\b|to ?do\b|tbd\b|tba\b|outline\b|give\b|detail\b|note any\b|specify\b|delete\b|remove this\b|(?:what|why|how|which|who|when|does|is|are|did|do|has|have|was)\b[^?]{0,200}\?$)/i;

function kindOf(line: string, inInstruction: boolean): LineKind {
  const text = line.trim();
  if (text === '') return 'blank';
  if (text.length > longestLine) return 'fixed';
  if (/^(?:[-*+]|\d{1,3}[.)])\s+\[[ xX]?\]/.test(text)) return 'fixed';
  if (isIssueLine(text)) return 'issue';
  const words = text.replace(/^(?:[-*+>]|\d{1,3}[.)])(?:\s+|$)/, '').trim();
  if (/^(?:[-.…_?#]{0,20}|n\/?a)$/i.test(words) && !underline.test(text)) return 'prompt';
  if (isUnfilled(words) || /^([*_])(?!\1)[^*_]{8,300}\1$/.test(words)) return 'prompt';
  const isList = words !== text;
  if (instruction.test(words.replace(/^[*_([]{1,3}/, ''))) return 'prompt';
  // A sentence that asks may go on in the next line.
  return inInstruction && !isList && /^[\p{L}\p{N}("'`*_]/u.test(text) ? 'prompt' : 'fixed';
}
