import { compose, type Draft, type DraftLine } from '../drafts/draft';
import { splitLines } from '../text/lineEnds';
import { withoutEnd } from '../text/withoutEnd';
import { type Answers, withoutTopics } from './answers';
import { type Assigned, assignTopics } from './assignTopics';
import { linesFor } from './ownDescription';
import { requestLines } from './requestLines';
import { type LineKind, type TemplateLine, type TemplateSection, templateSections } from './templateSections';
import { fillRow, openRows } from './templateTable';
import { issueLines, sharedOut, ticketsTold } from './ticketLines';
import type { Topic } from './topicTable';

/** A line of the template as it is to stand in the description: variables of GitLab are expanded. */
export type Expand = (line: string) => readonly string[];

/** A line that stays: expanded, or a row of a table with its cell filled in. */
type Write = (line: TemplateLine) => readonly DraftLine[];

/**
 * Fills what waits to be filled in a template, or in a text that a person began from it: sections that hold nothing but
 * what the template asks, rows of tables, and `Fixes #`. Boxes are never ticked, and nothing that a person typed is
 * touched; a blank text stays blank.
 * @param template the text as the repository has it; equal to `text` where nothing was typed
 */
export function fillTemplate(
  text: string,
  template: string,
  answers: Answers,
  expand: Expand = (line) => [line],
): Draft {
  if (text.trim() === '') return { text: '', stops: [] };
  const sections = templateSections(withoutEnd(text, '\r\n'));
  const own = new Set(splitLines(template).map((line) => line.trim()));
  const isOwn = ({ text: line }: TemplateLine) => own.has(line.trim());
  const isOpen = (section: TemplateSection) => section.lines.every(isOwn);
  // What a heading asks for is answered there, and not in a row as well.
  const headed = new Set(sections.flatMap(({ topics }) => topics ?? []));
  const rows = openRows(sections, isOwn).filter(({ topics }) => !topics.some((topic) => headed.has(topic)));
  const inRows = new Map(rows.map((row) => [row.line, fillRow(row, answers)]));
  const left = withoutTopics(answers, new Set(rows.flatMap(({ topics }) => topics)));
  const write: Write = (line) => {
    const row = inRows.get(line);
    return row === undefined ? expand(line.text) : [row];
  };
  const issueAt = sections.findIndex(
    (section) => isOpen(section) && section.lines.some(({ kind }) => kind === 'issue'),
  );
  const assigned = assignTopics(sections, isOpen, issueAt >= 0);
  const lines = sections.flatMap((section, at): DraftLine[] => {
    const filled = assigned.get(section) ?? [];
    const body = isOpen(section)
      ? fill(section, filled, left, at === issueAt, write)
      : section.lines.flatMap((line) => write(line));
    const isNext = at + 1 < sections.length && body.length > 0 && !isBlank(body.at(-1) ?? '') && filled.length > 0;
    return [...section.above, ...section.heading, ...body, ...(isNext ? [''] : [])];
  });
  return compose(withoutEdges(lines));
}

function fill(
  section: TemplateSection,
  assigned: readonly Assigned[],
  answers: Answers,
  takesIssue: boolean,
  write: Write,
): DraftLine[] {
  // Without a question of its own, an empty section gets ours.
  const isBare = section.level > 0 && section.lines.every(({ kind }) => kind === 'blank');
  // A comment is not seen when it is forgotten; what a reviewer misses most is asked for where it shows.
  const isUnseen = section.level > 0 && section.lines.every(({ kind }) => unseen.has(kind));
  const blocks = assigned.flatMap(({ topic, label }) =>
    blockOf(topic, label, answers, assigned, topic === 'why' ? isUnseen : isBare),
  );
  // Where the topics of the section itself are not answered, its own question is the better one.
  const isAnswered = assigned.some(({ topic, label }) => label === '' && answersItself(topic, answers));
  const answered = new Set(assigned.flatMap(({ topic }) => (answersItself(topic, answers) ? [topic] : [])));
  const requests: ReadonlySet<TemplateLine> = isAnswered ? requestLines(section, answered) : new Set();
  const lines: DraftLine[] = [];
  let place: number | null = null;
  let usual: number | null = null;
  const issues = takesIssue ? sharedOut(ticketsTold(answers), section.lines) : new Map<TemplateLine, never>();
  for (const line of section.lines) {
    if (requests.has(line)) {
      place ??= lines.length;
      continue;
    }
    const isField = (line.kind === 'fixed' || line.kind === 'issue') && isFieldIn(section, line.text);
    if (isField || (line.kind === 'fixed' && (section.level === 0 || ending.test(line.text)))) usual ??= lines.length;
    const tickets = issues.get(line);
    lines.push(...(tickets === undefined ? write(line) : issueLines(tickets, line.text)));
  }
  if (blocks.length === 0) return lines;
  const at = place ?? usual ?? lines.length;
  const content = blocks.flatMap((block, each) => (each === 0 ? block : ['', ...block]));
  const before = lines.slice(0, at);
  const after = lines.slice(at);
  // Without a blank line below its heading, a form gets none; what stands around the words is set apart.
  return [...before, ...apart(before.at(-1) ?? section.heading.at(-1)), ...content, ...apart(after[0]), ...after];
}

/** What is not rendered. */
const unseen: ReadonlySet<LineKind> = new Set(['blank', 'comment', 'note']);

function apart(beside: DraftLine | undefined): DraftLine[] {
  return beside === undefined || isBlank(beside) ? [] : [''];
}

/** What is asked where a template has no place for it, in a line of its own. */
const askedAsGuests: ReadonlySet<Topic> = new Set(['screenshots', 'feedback']);

/** At most one block of lines on a topic; in a section of something else only the way to test is asked for beside facts. */
function blockOf(
  topic: Topic,
  label: string,
  answers: Answers,
  beside: readonly Assigned[],
  isBare: boolean,
): (readonly DraftLine[])[] {
  const { facts, asks } = answers[topic];
  // Two lists one after the other would be one.
  const isAfterWhy = topic === 'what' && beside.some((other) => other.topic === 'why');
  const lead = isAfterWhy ? '**What changed**' : label;
  const lines = label === '' || topic === 'test' ? linesFor(topic, answers) : facts;
  if (facts.length > 0) return [lead === '' ? lines : [lead, '', ...lines]];
  if (label !== '') return askedAsGuests.has(topic) ? asks.map((line) => [[`${label}: `, ...pieces(line)]]) : [];
  // A section for several topics asks for the one that is missing; one of its own asks already.
  const isBesideAnswer = beside.some((other) => other.label === '' && answersItself(other.topic, answers));
  return (isBesideAnswer || isBare) && asks.length > 0 ? [asks] : [];
}

function pieces(line: DraftLine): Exclude<DraftLine, string> {
  return typeof line === 'string' ? [line] : line;
}

function answersItself(topic: Topic, answers: Answers): boolean {
  return answers[topic].facts.length > 0;
}

/** Boxes, commands and rules, which come after the words. */
const ending = /^\s*(?:[-*+]\s+\[.?\]|\/[a-z]|(?:-{3,}|\*{3,}|_{3,})\s*$|\||<)/;

/** A label in bold with a place behind it: `**Tickets**: LED-XXX`. What stood below it would be read as its own. */
const field = /^ {0,3}(?:\*\*|__)[^*_]{2,80}(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*(?:\([^()]{1,80}\)[ \t]*)?:)/;

/** Below a plain label (`Testing:`) or a question a further label begins what is no part of it: `Reviewers: @acme/ledger`. */
const plainField = /^ {0,3}\p{Lu}[^:.!?`[\]<>]{2,40}:(?:[ \t]+\S|[ \t]*$)/u;
const plainLabel = /^ {0,3}\p{Lu}[^:*_]{2,120}[:?](?: \([^()]{1,80}\))?[ \t]*$/u;

function isFieldIn({ heading }: TemplateSection, text: string): boolean {
  return field.test(text) || (plainLabel.test(heading[0] ?? '') && plainField.test(text));
}

function isBlank(line: DraftLine): boolean {
  return typeof line === 'string' && line.trim() === '';
}

function withoutEdges(lines: readonly DraftLine[]): readonly DraftLine[] {
  const isText = (line: DraftLine) => !isBlank(line);
  return lines.slice(lines.findIndex(isText), lines.findLastIndex(isText) + 1);
}
