import { compose, type DraftLine } from '../drafts/compose';
import type { Draft } from '../drafts/draft';
import { choose } from '../drafts/prompts';
import type { Answers } from './answers';
import { type Assigned, assignTopics } from './assignTopics';
import { linesFor } from './ownDescription';
import { type TemplateSection, templateSections } from './templateSections';
import type { Topic } from './topics';

/** A line of the template as it is to stand in the description: variables of GitLab are expanded. */
export type Expand = (line: string) => readonly string[];

/**
 * Fills what waits to be filled in a template, or in a text that somebody began from it: sections that hold nothing but
 * what the template asks, and `Fixes #`. Boxes are never ticked, and nothing that a person typed is touched; a blank
 * text stays blank.
 * @param template the text that nobody typed; `text` itself where nobody has begun
 */
export function fillTemplate(
  text: string,
  template: string,
  answers: Answers,
  expand: Expand = (line) => [line],
): Draft {
  if (text.trim() === '') return { text: '', stops: [] };
  const sections = templateSections(text.replace(/[\r\n]+$/, ''));
  const own = new Set(template.split(/\r\n?|\n/).map((line) => line.trim()));
  const isOpen = (section: TemplateSection) => section.lines.every((line) => own.has(line.text.trim()));
  const issueAt = sections.findIndex(
    (section) => isOpen(section) && section.lines.some(({ kind }) => kind === 'issue'),
  );
  const assigned = assignTopics(sections, isOpen, issueAt >= 0);
  const lines = sections.flatMap((section, at): DraftLine[] => {
    const filled = assigned.get(section) ?? [];
    const body = isOpen(section) ? fill(section, filled, answers, at === issueAt, expand) : textsOf(section, expand);
    const isNext = at + 1 < sections.length && body.length > 0 && body.at(-1) !== '' && filled.length > 0;
    return [...section.heading, ...body, ...(isNext ? [''] : [])];
  });
  return compose(withoutEdges(lines));
}

function fill(
  section: TemplateSection,
  assigned: readonly Assigned[],
  answers: Answers,
  takesIssue: boolean,
  expand: Expand,
): DraftLine[] {
  // Without a question of its own, an empty section gets ours.
  const isBare = section.level > 0 && section.lines.every(({ kind }) => kind === 'blank');
  const blocks = assigned.flatMap(({ topic, label }) => blockOf(topic, label, answers, assigned, isBare));
  // Where the topics of the section itself are not answered, its own question is the better one.
  const isAnswered = assigned.some(({ topic, label }) => label === '' && answersItself(topic, answers));
  const issue = section.lines.find(({ kind }) => kind === 'issue');
  const issues = takesIssue && issue ? issueLines(answers, issue.text) : [];
  const lines: DraftLine[] = [];
  let place: number | null = null;
  let usual: number | null = null;
  for (const { text, kind } of section.lines) {
    if (kind === 'issue' && issues.length > 0) {
      lines.push(...issues.splice(0));
    } else if (isAnswered && (kind === 'prompt' || (kind === 'comment' && section.level > 0))) {
      place ??= lines.length;
    } else {
      if (kind === 'fixed' && (section.level === 0 || ending.test(text))) usual ??= lines.length;
      lines.push(...expand(text));
    }
  }
  if (blocks.length === 0) return lines;
  const at = place ?? usual ?? lines.length;
  const content = blocks.flatMap((block) => ['', ...block]);
  return withoutDoubles([...lines.slice(0, at), ...content, '', ...lines.slice(at)]);
}

/** At most one block of lines on a topic. */
function blockOf(
  topic: Topic,
  label: string,
  answers: Answers,
  beside: readonly Assigned[],
  isBare: boolean,
): (readonly DraftLine[])[] {
  const { facts, asks } = answers[topic];
  // Two lists one after the other would be one.
  const isAfterWhy = topic === 'what' && answers.why.facts.length > 0 && beside.some((other) => other.topic === 'why');
  const lead = isAfterWhy ? '**What changed**' : label;
  if (facts.length > 0) return [lead === '' ? linesFor(topic, answers) : [lead, '', ...facts]];
  if (topic === 'feedback') return [asks.map((line) => ['**Feedback wanted**: ', ...pieces(line)])];
  // A section for several topics asks for the one that is missing; one of its own asks already.
  const isBesideAnswer = beside.some((other) => other.label === '' && answersItself(other.topic, answers));
  return label === '' && (isBesideAnswer || isBare) && asks.length > 0 ? [asks] : [];
}

function pieces(line: DraftLine): Exclude<DraftLine, string> {
  return typeof line === 'string' ? [line] : line;
}

function answersItself(topic: Topic, answers: Answers): boolean {
  return answers[topic].facts.length > 0;
}

/** `Fixes #` as the author's commits have it; whether a ticket that they do not close is closed, is for them to say. */
function issueLines({ ticket }: Answers, written: string): DraftLine[] {
  const word = /\b(?:fix|clos|resolv)\w{0,3}\b/i.exec(written)?.[0] ?? 'Fixes';
  return ticket.facts.map((fact) => {
    const target = typeof fact === 'string' ? /^For (\S+)$/.exec(fact)?.[1] : undefined;
    return target === undefined ? fact : [choose([word, 'Part of']), ` ${target}`];
  });
}

/** Boxes, commands and rules, which come after the words. */
const ending = /^\s*(?:[-*+]\s+\[.?\]|\/[a-z]|(?:-{3,}|\*{3,}|_{3,})\s*$|\||<)/;

function textsOf(section: TemplateSection, expand: Expand): DraftLine[] {
  return section.lines.flatMap(({ text }) => expand(text));
}

/** One blank line where taking lines out left several. */
function withoutDoubles(lines: readonly DraftLine[]): DraftLine[] {
  const isBlank = (line: DraftLine | undefined) => typeof line === 'string' && line.trim() === '';
  return lines.filter((line, at) => !isBlank(line) || !isBlank(lines[at - 1]));
}

function withoutEdges(lines: readonly DraftLine[]): readonly DraftLine[] {
  const isText = (line: DraftLine) => typeof line !== 'string' || line.trim() !== '';
  return lines.slice(lines.findIndex(isText), lines.findLastIndex(isText) + 1);
}
