import { splitLines } from '../text/lineEnds';
import { compose, type Draft } from './draft';
import { isComment } from './fingerprints';
import { ask, questionPrompt } from './prompts';
import { readSections } from './sections';

/** Parts of a handoff that a draft leaves out until its writer has something to say there. */
export const handoffParts = ['blocked', 'time-critical', 'tried', 'checked', 'questions'] as const;
export type HandoffPart = (typeof handoffParts)[number];

interface PartForm {
  readonly heading: string;
  /** Whether a section's heading, in small letters, is that of the part. */
  readonly isHeading: RegExp;
  readonly prompt: string;
  /** Lines before which the part belongs, the best first; without any of them it goes to the end. */
  readonly before: readonly RegExp[];
}

const done = /^## done\b/i;
const questions = /^## questions\b/i;
const fold = /^ {0,3}<details\b/i;
const foldEnd = /^ {0,3}<\/details>/i;
const commits = /^### commits\b/i;

const forms: Readonly<Record<HandoffPart, PartForm>> = {
  blocked: {
    heading: '## Blocked or waiting',
    isHeading: /^(?:blocked|waiting|blockers)\b/,
    prompt: 'what, on whom, since when',
    before: [/^## time[- ]critical\b/i, done, questions, fold],
  },
  'time-critical': {
    heading: '## Time-critical',
    isHeading: /^time[- ]critical\b/,
    prompt: 'what happens, and when in both clocks',
    before: [done, questions, fold],
  },
  tried: {
    heading: '### Tried and ruled out',
    isHeading: /^tried\b/,
    prompt: 'what, and why it does not work',
    before: [commits, foldEnd],
  },
  checked: {
    heading: '### How it was checked',
    isHeading: /^how it was checked\b/,
    prompt: 'what was run and how it went, and what was not',
    before: [/^### tried\b/i, commits, foldEnd],
  },
  questions: {
    heading: '## Questions for you',
    isHeading: /^questions\b/,
    prompt: questionPrompt,
    before: [fold],
  },
};

/** The parts that a handoff does not have. */
export function missingParts(text: string): readonly HandoffPart[] {
  const { sections } = readSections(text, null);
  return handoffParts.filter((part) => !sections.some(({ key }) => forms[part].isHeading.test(key)));
}

/** What is to be inserted for a part, with a place for the writer's words, and where. */
export interface PartInsertion {
  /** Counts from 0. The draft is inserted at the start of this line, which moves down. */
  readonly line: number;
  readonly draft: Draft;
}

/** @param text with line feeds, or any other line ends */
export function addPart(text: string, part: HandoffPart): PartInsertion {
  const { heading, prompt, before } = forms[part];
  const lines = splitLines(text);
  const found = before.map((pattern) => lines.findIndex((line) => pattern.test(line))).find((at) => at >= 0);
  const line = found ?? endOf(lines);
  const isApart = line === 0 || (lines[line - 1] ?? '').trim() === '';
  const draft = compose([...(isApart ? [] : ['']), heading, '', ['- ', ask(prompt)], '']);
  return { line, draft };
}

/** The closing comment, else the last line. */
function endOf(lines: readonly string[]): number {
  const comment = lines.findIndex(isComment);
  return comment < 0 ? Math.max(0, lines.length - 1) : comment;
}
