import type { FilePath } from '../../ports';
import { readDocument, type SourceDocument } from '../../text/document';
import { isTitleOfForm, isUnfilled } from '../../text/unfilled';
import { type FieldName, fieldOfKey } from '../read/fieldNames';
import { isChoice, leadingStatus } from '../read/statusWords';
import { yamlList } from './frontMatterList';
import { ruleOf } from './houseLines';
import { isAboutOptions, type NewKind, type RecordFacts } from './recordFacts';
import { decidingNames, optionLines, peopleLine } from './skeletonValues';
import { yamlScalar } from './statusEdit';

/** A template of the repository. */
export interface Form {
  readonly path: FilePath;
  readonly text: string;
}

/**
 * A template of the repository with what is known filled in. Its title becomes the record's. Where it asks for a
 * number, a date, a status, a deadline, options or those who decide, they are written there. Everything else stays.
 * Facts that it has no place for go below its head.
 * @param number as it is in the name; null where that has none
 */
export function fillForm(
  { path, text, kind }: Form & { readonly kind: NewKind },
  heading: string,
  number: string | null,
  facts: RecordFacts,
): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const document = readDocument(path, lines.join('\n'));
  const asked = new Set<FieldName>();
  const filled = lines.map((line, at) => {
    const [label = ''] = labelled.exec(line) ?? [];
    const value = line.slice(label.length);
    const name = label === '' ? null : fieldOfKey(label.replace(/[*:+]|^- /g, '').trim());
    const isYaml = at < document.frontMatter.lines;
    const known = name === null ? null : answer(name, value.trim(), { number, facts, isYaml });
    if (name === null || known === null) return line;
    asked.add(name);
    return `${label.trimEnd()} ${known}`;
  });
  const hasOptions = facts.options.length > 0 && giveOptions(document, filled, facts.options);
  const extra = [
    ...(facts.people.length === 0 || [...decidingNames].some((name) => asked.has(name))
      ? []
      : [peopleLine(facts, kind)]),
    ...(facts.deadline === null || asked.has('deadline') ? [] : [`Deadline: ${facts.deadline}`]),
    ...(hasOptions ? [] : optionLines(facts)),
    ...facts.known,
  ];
  giveTitle(document, filled, heading, extra);
  const titled = filled.join('\n');
  return `${asked.has('date') ? titled : titled.replace(dateGap, facts.today)}\n`;
}

const labelled = /^(?::|(?:[*+-] )?[*_]{0,2})[\p{L}_-][\p{L}_ -]{1,30}[*_]{0,2}:[*_]{0,2}(?:[ \t]+|$)/u;
const dateGap = /\{?\bYYYY-MM-DD\b(?:[^{}\r\n]{0,100}\})?/;

/** Writes the title, and below the head that belongs to it what has no place. Without a title it stands above all. */
function giveTitle(
  { sections, flavour, frontMatter }: SourceDocument,
  lines: string[],
  heading: string,
  extra: string[],
) {
  const title = sections.find(({ heading: { level } }) => level === 1)?.heading;
  const at = title ? title.number - 1 : frontMatter.lines;
  const gap = extra.length > 0 ? ['', ...extra] : [];
  if (!title) return void lines.splice(at, 0, ...gap);
  const written = leadOf(title.text, heading) + heading;
  const [mark = ''] = /^[#=]+[ \t]+/.exec(lines[at] ?? '') ?? [];
  const isMarked = mark !== '';
  lines[at] = mark + written;
  for (const rule of [at - 1, at + 1]) {
    const line = isMarked ? null : ruleOf(lines[rule] ?? '');
    if (line !== null) lines[rule] = line.repeat([...written].length);
  }
  // Attributes and fields of the head must follow the title at once.
  let end = isMarked ? at + 1 : at + 2;
  if (flavour !== 'markdown')
    for (let next = end; /^(?::|\s*$)/.test(lines[next] ?? 'x'); next++) if (lines[next]) end = next + 1;
  lines.splice(end, 0, ...gap);
}

/** `Runbook: ` of `Runbook: <name>`, where the form has it before the gap for a title. */
function leadOf(title: string, heading: string): string {
  const [, lead = '', gap = ''] = /^(\p{L}[\p{L} -]{1,30}: )(.+)$/u.exec(title) ?? [];
  // A gap for a number is no word.
  if (isUnfilled(lead)) return '';
  const isGap = isUnfilled(gap) || isTitleOfForm(gap.replace(/^[[<{]|[\]>}]$/g, ''));
  return isGap && !heading.toLowerCase().startsWith(lead.toLowerCase()) ? lead : '';
}

/** Writes the options in place of the gaps of the section for them. @returns false where there is none */
function giveOptions({ sections }: SourceDocument, lines: string[], options: readonly string[]): boolean {
  const section = sections.find(({ name }) => isAboutOptions(name));
  if (!section) return false;
  const isGap = (line: string): boolean => {
    const [mark = null] = /^\s{0,3}(?:[-*+.]|\d{1,2}[.)])(?=\s|$)/.exec(line) ?? [];
    const item = mark === null ? null : line.slice(mark.length).trim();
    return item !== null && (item === '' || isUnfilled(item));
  };
  let start = section.heading.number;
  if (ruleOf(lines[start] ?? '') !== null) start++;
  while (start < lines.length && lines[start]?.trim() === '') start++;
  let end = start;
  while (end < lines.length && isGap(lines[end] ?? '')) end++;
  lines.splice(start, end - start, ...options.map((option) => `* ${option}`), ...(lines[end]?.trim() ? [''] : []));
  return true;
}

interface Known {
  readonly number: string | null;
  readonly facts: RecordFacts;
  readonly isYaml: boolean;
}

/** What a line of a template asks for, where it is known and the line has nothing but the question. */
function answer(name: FieldName, value: string, { number, facts, isYaml }: Known): string | null {
  const isEmpty = value === '' || value === '[]' || isUnfilled(value);
  const { people, deadline } = facts;
  if (decidingNames.has(name))
    return isEmpty && people.length > 0 ? (isYaml ? yamlList(people) : people.join(', ')) : null;
  switch (name) {
    case 'deadline':
      return isEmpty && deadline !== null ? (isYaml ? yamlScalar(deadline) : deadline) : null;
    case 'title':
      return isEmpty || isTitleOfForm(value) ? (isYaml ? yamlScalar(facts.title) : facts.title) : null;
    case 'date':
      return dateGap.test(value) ? value.replace(dateGap, facts.today) : null;
    case 'id':
      return number !== null && /^(["']?)(?:0{1,6}|[nx#]{1,6}|\{[^{}]{1,40}\})\1$/i.test(value)
        ? value.replace(/0+|[nx#]+|\{[^{}]*\}/i, number)
        : null;
    case 'status':
      return isChoice(value) ? offeredFirst(value) : null;
    default:
      return null;
  }
}

/** The status for an undecided record among those that a template offers, in the quotes that are around them all. */
function offeredFirst(value: string): string | null {
  // A backslash before a mark only keeps it from being markup.
  const unescaped = value.replace(/\\(?=[[\]{}<>|])/g, '');
  const [, quote = '', offered = ''] = /^(["']?)[{[<]?([^{}<>]*?)[}\]>]?\1$/.exec(unescaped) ?? [];
  const words = offered.split(/[|/,]/).map((word) => word.trim());
  const undecided = ['proposed', 'draft'].flatMap((status) =>
    words.filter((word) => /^[\p{L} -]{2,24}$/u.test(word) && leadingStatus(word)?.status === status),
  );
  return undecided[0] === undefined ? null : quote + undecided[0] + quote;
}
