import { usualSchedule } from '../team/team';
import { readFrontMatter } from '../text/frontMatter';
import { splitLines } from '../text/lineEnds';
import { findDeadlines } from '../time/deadlines';
import { parseInstant } from '../time/zone';
import { fingerprintOf, splitFingerprints } from './fingerprints';
import { type Finding, finding, type Gap, gapsAt } from './gap';
import { numbered, promptsLeft } from './promptsLeft';
import { boxNames, gapsOfBox, isBox, type ReadinessCode } from './readiness/boxGaps';
import { saidInvisible } from './readiness/saidInvisible';
import { readSections, type Section } from './sections';

/**
 * Which prompts of a line a gap is about, in notes that have a prompt for each: an action's second asks who, its third
 * when, and those after the first in a row of states ask for the contingency.
 */
const prompts = { 'no-owner': [1, 2], 'no-due': [2, 3], 'no-contingency': [1, undefined] } as const;

/**
 * What a handoff still lacks, by line. Takes whatever a person made of the draft: lists instead of tables, other words,
 * boxes that are gone.
 */
export function checkHandoff(text: string): readonly Gap<ReadinessCode>[] {
  const lines = splitLines(text);
  const { sections } = readSections(text, null);
  const { drafted } = splitFingerprints(text);
  const isDrafted = (key: string, line: string) => drafted?.has(fingerprintOf(key, line)) ?? false;
  const front = readFrontMatter(lines);
  const valuesOf = (key: string) => front.entries.find((entry) => entry.key.toLowerCase() === key)?.values ?? [];
  const people = [...valuesOf('from'), ...valuesOf('to')].map((name) => name.split(/\s/, 1)[0] ?? '');
  const boxes = boxNames.flatMap((box) =>
    sections.filter(({ key }) => isBox(key, box)).map((section) => ({ box, section })),
  );
  const findings = [
    ...(valuesOf('to').some((name) => name.trim() !== '')
      ? []
      : [finding('no-addressee', lineOf(lines, /^to\s*:/), '')]),
    ...invisible(text),
    ...boxes.flatMap(({ box, section }) => gapsOfBox(box, section, { people, isDrafted })),
    ...(boxes.some(({ box }) => box === 'next') ? [] : [finding('no-next' as const, lineOf(lines, /^# /), '')]),
    ...unclearTimes(lines, boxes, valuesOf('handoff')[0] ?? ''),
  ];
  return gapsAt(text, [...findings, ...promptsLeft(numbered(text), findings)], prompts);
}

/** Only what can be pushed or committed: a stash may be kept. */
function invisible(text: string): Finding<ReadinessCode>[] {
  const { line, unpushed, uncommitted } = saidInvisible(text);
  return unpushed || uncommitted ? [finding('not-visible', line + 1, '')] : [];
}

/** Unclear times in the boxes, as of when the note was written. The text after the last box is long and is not searched. */
function unclearTimes(
  lines: readonly string[],
  boxes: readonly { readonly section: Section }[],
  written: string,
): Finding<ReadinessCode>[] {
  const numbers = new Set(boxes.flatMap(({ section }) => section.lines.map(({ number }) => number)));
  const text = lines.slice(0, Math.max(0, ...numbers) + 1).join('\n');
  const author = usualSchedule('UTC');
  return findDeadlines(text, { now: parseInstant(written) ?? 0, author, reader: null }).flatMap((deadline) => {
    const { offset, length } = deadline;
    const number = text.slice(0, offset).split('\n').length - 1;
    return numbers.has(number) ? [finding('unclear-due', number + 1, text.slice(offset, offset + length))] : [];
  });
}

function lineOf(lines: readonly string[], pattern: RegExp): number {
  return (
    Math.max(
      0,
      lines.findIndex((line) => pattern.test(line)),
    ) + 1
  );
}
