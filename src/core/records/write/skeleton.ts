import type { DraftLine } from '../../drafts/draft';
import type { FieldName } from '../read/fieldNames';
import { HouseLines, headOf } from './houseLines';
import { headForm, type Sibling, type Source, sourcesOf, usualOf } from './sibling';
import { frontMatterLines } from './skeletonFrontMatter';
import { headLines } from './skeletonHead';
import { sectionLines, textLines, titleLines } from './skeletonSections';
import { decidingNames, type NextRecord, optionLines, peopleLine } from './skeletonValues';

/**
 * A new record in the form of those beside it: the head of the latest one whose form most of them have, without its
 * values, and the headings that most of them have. Null where none can be read.
 * @param siblings the latest first
 */
export function skeletonOf(siblings: readonly Sibling[], next: NextRecord): DraftLine[] | null {
  const [first, ...more] = sourcesOf(siblings);
  if (first === undefined) return null;
  const source = usualOf([first, ...more], headForm);
  const others = [first, ...more].filter(
    (other) => other !== source && other.document.flavour === source.document.flavour,
  );
  const house = new HouseLines(source, others, next.number);
  const { above, below } = headOf(source);
  const before = headLines(source, house, above, next);
  const head = headLines(source, house, below, next);
  const sections = sectionLines(source, others, next);
  const named = new Set([...before.named, ...head.named]);
  const options = sections.includes(`* ${next.facts.options[0]}`) ? [] : optionLines(next.facts);
  const stated = [...head.lines, ...extraLines(source, head.lines, named, next)];
  const lines = [...stated, ...(stated.length > 0 && options.length > 0 ? [''] : []), ...options];
  const title = source.findings.title;
  // Records without a section or a line to fill in have their text right below the head.
  const isAsked = sections.length > 0 || stated.some(isPrompt);
  const body = isAsked ? sections : textLines(source, next);
  return [
    ...frontMatterLines(source, others, next),
    ...(before.lines.length > 0 ? [...before.lines, ...gapAbove(source, above.end)] : []),
    ...(title ? titleLines(source, title.heading.number, next.heading) : []),
    ...(title && (lines.length === 0 || source.lines.lineOf(below.start).trim() === '') ? [''] : []),
    ...lines,
    ...(lines.length > 0 && body.length > 0 ? [''] : []),
    ...body,
  ];
}

function gapAbove({ lines }: Source, title: number): string[] {
  return lines.lineOf(title - 1).trim() === '' ? [''] : [];
}

/** Lines on who decides and until when, to stand below the head and in its form. */
function extraLines(
  { document, isPart }: Source,
  head: readonly DraftLine[],
  named: ReadonlySet<FieldName>,
  { facts, kind }: NextRecord,
): string[] {
  if (document.frontMatter.lines > 1 && !isPart) return [];
  const bullet = head.map((line) => /^\s{0,4}[-*+]\s/.exec(textOf(line))?.[0]).find((mark) => mark !== undefined);
  const wanted = [
    ...(facts.people.length > 0 && ![...decidingNames].some((name) => named.has(name))
      ? [peopleLine(facts, kind)]
      : []),
    ...(facts.deadline === null || named.has('deadline') ? [] : [`Deadline: ${facts.deadline}`]),
  ];
  if (wanted.length === 0) return [];
  return bullet === undefined
    ? wanted.flatMap((line, at) => (at + head.length === 0 ? [line] : ['', line]))
    : wanted.map((line) => bullet + line);
}

/** Whether a person fills something in on the line. */
function isPrompt(line: DraftLine): boolean {
  return typeof line !== 'string' && line.some((piece) => typeof piece !== 'string');
}

function textOf(line: DraftLine): string {
  return typeof line === 'string' ? line : String(line[0] ?? '');
}
