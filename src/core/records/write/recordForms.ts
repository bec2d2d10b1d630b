import type { DraftLine } from '../../drafts/draft';
import { ask } from '../../drafts/prompts';
import { isUnfilled } from '../../text/unfilled';
import { type FieldName, fieldOfKey } from '../read/fieldNames';
import { isChoice, leadingStatus } from '../read/statusWords';
import { isAboutOptions, type NewKind, type RecordFacts } from './recordFacts';

/**
 * A template of the repository with what is known filled in. Its first heading becomes the title. Where it asks for a
 * number, a date, a status or those who decide, they are written there. Everything else stays. Facts that it has no
 * place for go below the title.
 * @param number as it is in the name; null where that has none
 */
export function fillForm(template: string, heading: string, number: string | null, facts: RecordFacts): string {
  const asked = new Set<FieldName>();
  const lines = template.split(/(?<=\n)/).map((line) => {
    const [, label = '', value = ''] =
      /^((?:[*+-] )?[*_]{0,2}[\p{L}_-][\p{L}_ -]{1,30}[*_]{0,2}:[*_]{0,2}[ \t]*)([^\r\n]*)/u.exec(line) ?? [];
    const name = label === '' ? null : fieldOfKey(label.replace(/[*:+]|^- /g, '').trim());
    const known = name === null ? null : answer(name, value.trim(), number, facts);
    if (name === null || known === null) return line;
    asked.add(name);
    return `${label.trimEnd()} ${known}${line.slice(label.length + value.length)}`;
  });
  const isNamed = facts.people.length === 0 || asked.has('deciders');
  const extra = [
    ...(isNamed ? [] : [`Decision-makers: ${facts.people.join(', ')}`]),
    ...(facts.deadline === null ? [] : [`Deadline: ${facts.deadline}`]),
    ...(facts.options.length === 0 ? [] : ['Options:', ...facts.options.map((option) => `* ${option}`)]),
    ...facts.known,
  ];
  const below = extra.length === 0 ? '' : `\n\n${extra.join('\n')}`;
  const titled = lines
    .join('')
    .replace(/^(#|=)([ \t]+)\S[^\r\n]*/m, (_, mark: string, space: string) => mark + space + heading + below);
  const dated = asked.has('date') ? titled : titled.replace(dateGap, facts.today);
  return dated.endsWith('\n') ? dated : `${dated}\n`;
}

const dateGap = /\{?\bYYYY-MM-DD\b(?:[^{}\r\n]{0,100}\})?/;

/** What a line of a template asks for, where it is known and the line has nothing but the question. */
function answer(name: FieldName, value: string, number: string | null, facts: RecordFacts): string | null {
  const isEmpty = value === '' || isUnfilled(value);
  switch (name) {
    case 'deciders':
      return isEmpty && facts.people.length > 0 ? facts.people.join(', ') : null;
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

export type Markup = 'markdown' | 'rst' | 'asciidoc';

/** The form of a kind in a repository that has none of its own. */
export function builtInForm(kind: NewKind, heading: string, markup: Markup, facts: RecordFacts): DraftLine[] {
  const mark = markup === 'markdown' ? '-' : '*';
  const section = (name: string, gap: string, known: readonly string[] = []): DraftLine[] => {
    const options = isAboutOptions(name.toLowerCase()) ? facts.options.map((option) => `${mark} ${option}`) : [];
    const content: DraftLine[] =
      options.length > 0 ? options : [...known, ...(known.length > 0 ? [''] : []), [ask(gap)]];
    return [...titleLines(name, 2, markup), '', ...content, ''];
  };
  const title = [...titleLines(heading, 1, markup), ''];
  if (kind === 'runbook') return [...title, ...runbookLines(section, mark, facts)];
  const decide: DraftLine =
    facts.people.length > 0
      ? `${mark} Decision-maker: ${facts.people.join(', ')}`
      : [`${mark} Decision-maker: `, ask('who decides')];
  const deadline: DraftLine =
    facts.deadline !== null
      ? `${mark} Deadline: ${facts.deadline}`
      : [`${mark} Deadline: `, ask('when the comment window closes, with its zone')];
  const isRfc = kind === 'rfc';
  return [
    ...title,
    `${mark} Status: proposed`,
    `${mark} Date: ${facts.today}`,
    ...(isRfc || facts.people.length > 0 ? [decide] : []),
    ...(isRfc || facts.deadline !== null ? [deadline] : []),
    '',
    ...section('Context', 'what makes a decision necessary', facts.known),
    ...(isRfc ? section('Proposal', 'what is proposed, in one sentence first') : []),
    ...(isRfc || facts.options.length > 0 ? section('Alternatives', 'what else was considered, and why not') : []),
    ...(isRfc
      ? section('Trade-offs', 'what becomes easier, and what becomes harder').slice(0, -1)
      : [
          ...section('Decision', 'what we do, in one sentence, and why'),
          ...section('Consequences', 'what becomes easier, and what becomes harder').slice(0, -1),
        ]),
  ];
}

function runbookLines(
  section: (name: string, gap: string, known?: readonly string[]) => DraftLine[],
  mark: string,
  facts: RecordFacts,
): DraftLine[] {
  const owner: DraftLine =
    facts.people.length > 0
      ? `${mark} Owner: ${facts.people.join(', ')}`
      : [`${mark} Owner: `, ask('who keeps this up to date')];
  return [
    owner,
    [`${mark} Alert: `, ask('the alert that leads here, or none')],
    '',
    ...section('When', 'what is seen when this is needed', facts.known),
    ...section('Steps', 'what to look at first, then what to do, a step a line'),
    ...section('If that does not help', 'whom to wake, and how').slice(0, -1),
  ];
}

function titleLines(text: string, level: 1 | 2, markup: Markup): string[] {
  if (markup === 'rst') return [text, (level === 1 ? '=' : '-').repeat([...text].length)];
  return [`${(markup === 'asciidoc' ? '=' : '#').repeat(level)} ${text}`];
}
