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

/** A line of the template as the description has it, with GitLab's variables expanded. */
export type Expand = (line: string) => readonly string[];

/** Writes a line that stays: expanded, or as a table row with its cell filled in. */
type Write = (line: TemplateLine) => readonly DraftLine[];

/**
 * Fills the gaps of a template, or of a text that a person began from it: sections that hold nothing but what the
 * template asks, rows of tables, and `Fixes #`. Boxes are never ticked, and nothing that a person typed is touched; a
 * blank text stays blank.
 * @param template the text as the repository has it; equal to `text` where nothing was typed
 * @param said lines that a commit's message answers it with
 */
export function fillTemplate(
  text: string,
  template: string,
  answers: Answers,
  expand: Expand = (line) => [line],
  said: ReadonlySet<string> = new Set(),
): Draft {
  if (text.trim() === '') return { text: '', stops: [] };
  const sections = templateSections(withoutEnd(text, '\r\n'));
  const own = new Set(splitLines(template).map((line) => line.trim()));
  const isOwn = ({ text: line }: TemplateLine) => own.has(line.trim()) || said.has(line.trim());
  const isOpen = (section: TemplateSection) => section.lines.every(isOwn);
  // A topic with a heading is answered there, and not in a table row as well.
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
      ? fill(section, filled, left, at === issueAt, write, said)
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
  said: ReadonlySet<string>,
): DraftLine[] {
  // An empty section without a question of its own gets Meridian's prompt.
  const isBare = section.level > 0 && section.lines.every(({ kind }) => kind === 'blank');
  // A forgotten comment is not rendered, and an issue is no reason. A reviewer misses the reason most, so a visible
  // prompt asks for it.
  const isUnseen = section.level > 0 && section.lines.every(({ kind }) => unseen.has(kind) || kind === 'issue');
  const blocks = assigned.flatMap(({ topic, label }) =>
    blockOf(topic, label, answers, assigned, topic === 'why' ? isUnseen : isBare),
  );
  // Where no topic of the section itself is answered, its own question stays, which asks better than a prompt.
  const isAnswered = assigned.some(({ topic, label }) => label === '' && answersItself(topic, answers));
  const answered = new Set(assigned.flatMap(({ topic }) => (answersItself(topic, answers) ? [topic] : [])));
  const requests: ReadonlySet<TemplateLine> = isAnswered ? requestLines(section, answered) : new Set();
  const lines: DraftLine[] = [];
  let place: number | null = null;
  let usual: number | null = null;
  const issues = takesIssue ? sharedOut(ticketsTold(answers), section.lines) : new Map<TemplateLine, never>();
  for (const line of section.lines) {
    const isSaid = line.kind !== 'blank' && said.has(line.text.trim());
    if (requests.has(line) && !isSaid) {
      place ??= lines.length;
      continue;
    }
    const isField = (line.kind === 'fixed' || line.kind === 'issue') && isFieldIn(section, line.text);
    if (isField || (line.kind === 'fixed' && (section.level === 0 || ending.test(line.text)))) usual ??= lines.length;
    const tickets = issues.get(line);
    lines.push(...(tickets === undefined ? write(line) : issueLines(tickets, line.text)));
    if (isSaid) place = lines.length;
  }
  if (blocks.length === 0) return lines;
  const at = place ?? usual ?? lines.length;
  const content = blocks.flatMap((block, each) => (each === 0 ? block : ['', ...block]));
  const before = lines.slice(0, at);
  const after = lines.slice(at);
  // The content is set apart from text around it, but no blank line is doubled.
  return [...before, ...apart(before.at(-1) ?? section.heading.at(-1)), ...content, ...apart(after[0]), ...after];
}

/** Kinds of lines that are not rendered. */
const unseen: ReadonlySet<LineKind> = new Set(['blank', 'comment', 'note']);

function apart(beside: DraftLine | undefined): DraftLine[] {
  return beside === undefined || isBlank(beside) ? [] : [''];
}

/** Topics that get a prompt, in a line of its own, even where the template has no section for them. */
const askedAsGuests: ReadonlySet<Topic> = new Set(['screenshots', 'feedback']);

/** At most one block of lines on a topic. In a section about something else only `test` has its prompt beside facts. */
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
  // In a section for several topics the missing one is asked for; a section for one topic has its own question.
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

/** A label in bold with a place after it: `**Tickets**: LED-XXX`. Content below such a line would be read as part of it. */
const field = /^ {0,3}(?:\*\*|__)[^*_]{2,80}(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*(?:\([^()]{1,80}\)[ \t]*)?:)/;

/** Below a plain label (`Testing:`) or a question, another label begins something else: `Reviewers: @acme/ledger`. */
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
