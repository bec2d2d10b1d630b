import { usualSchedule } from '../team/team';
import { readFrontMatter } from '../text/frontMatter';
import { findDeadlines } from '../time/deadlines';
import { parseInstant } from '../time/zone';
import { gap } from './gap';
import { hasPrompt } from './prompts';
import { type Box, boxNames, emptyBox, gapsOfBox, isBox } from './readiness/boxGaps';
import type { ReadinessGap } from './readiness/gap';
import { saidInvisible } from './readiness/saidInvisible';
import { readSections, type Section } from './sections';

/**
 * What a handoff still lacks, by line. Takes whatever a person made of the draft: lists instead of tables, other words,
 * boxes that are gone.
 */
export function checkHandoff(text: string): readonly ReadinessGap[] {
  const lines = text.split(/\r\n?|\n/);
  const { sections } = readSections(text, null);
  const front = readFrontMatter(lines);
  const valuesOf = (key: string) => front.entries.find((entry) => entry.key.toLowerCase() === key)?.values ?? [];
  const people = [...valuesOf('from'), ...valuesOf('to')].map((name) => name.split(/\s/, 1)[0] ?? '');
  const boxes = boxNames.flatMap((box) =>
    sections.filter(({ key }) => isBox(key, box)).map((section) => ({ box, section })),
  );
  const gaps = [
    ...(valuesOf('to').some((name) => name.trim() !== '') ? [] : [gap('no-addressee', lineOf(lines, /^to\s*:/), '')]),
    ...invisible(text),
    ...boxes.flatMap(({ box, section }) => gapsOfBox(box, section, people)),
    ...missingBoxes(boxes, lines),
    ...unclearTimes(lines, boxes, valuesOf('handoff')[0] ?? ''),
  ];
  return [...gaps, ...promptsLeft(lines, gaps)].sort((a, b) => a.line - b.line);
}

function missingBoxes(boxes: readonly { readonly box: Box }[], lines: readonly string[]): ReadinessGap[] {
  return boxNames.flatMap((name) => {
    const code = emptyBox[name];
    return code && !boxes.some(({ box }) => box === name) ? [gap(code, lineOf(lines, /^# /), '')] : [];
  });
}

/** Only what can be pushed or committed: somebody may well keep a stash. */
function invisible(text: string): ReadinessGap[] {
  const { line, unpushed, uncommitted } = saidInvisible(text);
  return unpushed || uncommitted ? [gap('not-visible', line + 1, '')] : [];
}

/** Times in the boxes, as of when the note was written. What follows them is long and not looked at. */
function unclearTimes(
  lines: readonly string[],
  boxes: readonly { readonly section: Section }[],
  written: string,
): ReadinessGap[] {
  const numbers = new Set(boxes.flatMap(({ section }) => section.lines.map(({ number }) => number)));
  const text = lines.slice(0, Math.max(0, ...numbers) + 1).join('\n');
  const author = usualSchedule('UTC');
  return findDeadlines(text, { now: parseInstant(written) ?? 0, author, reader: null }).flatMap((deadline) => {
    const { offset, length } = deadline;
    const number = text.slice(0, offset).split('\n').length - 1;
    return numbers.has(number) ? [gap('unclear-due', number + 1, text.slice(offset, offset + length))] : [];
  });
}

/** Where nothing more exact is told. */
function promptsLeft(lines: readonly string[], told: readonly ReadinessGap[]): ReadinessGap[] {
  const known = new Set(told.map(({ line }) => line));
  return lines.flatMap((line, at) => {
    if (known.has(at + 1) || !hasPrompt(line)) return [];
    return [gap('prompt-left', at + 1, /‹([^‹›]{1,200})›/.exec(line)?.[1] ?? '')];
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
