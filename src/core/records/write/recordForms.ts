import type { DraftLine } from '../../drafts/draft';
import { ask } from '../../drafts/prompts';
import { isAboutOptions, type NewKind, type RecordFacts } from './recordFacts';
import { sectionPrompts } from './sectionPrompts';

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
    ...section('Context', sectionPrompts.context, facts.known),
    ...(isRfc ? section('Proposal', 'what is proposed, in one sentence first') : []),
    ...(isRfc || facts.options.length > 0 ? section('Alternatives', 'what else was considered, and why not') : []),
    ...(isRfc
      ? section('Trade-offs', sectionPrompts.consequences).slice(0, -1)
      : [
          ...section('Decision', sectionPrompts.decision),
          ...section('Consequences', sectionPrompts.consequences).slice(0, -1),
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
