import type { DraftLine } from '../../drafts/draft';
import { ask } from '../../drafts/prompts';
import type { Section } from '../../text/document';
import { fieldOfSection } from '../read/fieldNames';
import { sectionNames } from '../read/sectionNames';
import { ruleOf } from './houseLines';
import { isAboutOptions } from './recordFacts';
import { sectionPrompts } from './sectionPrompts';
import { isMost, type Source } from './sibling';
import { dateNames, decidingNames, type NextRecord } from './skeletonValues';

interface Taken {
  readonly section: Section;
  readonly source: Source;
}

/**
 * The headings that most of the records have, in the words and the order of `source`. One that `source` lacks stands
 * where the latest of the others has it.
 */
export function sectionLines(source: Source, others: readonly Source[], next: NextRecord): DraftLine[] {
  const usual = usualSections(source, others);
  const told = usual.find(({ section }) => fieldOfSection(section.name) === null)?.section;
  return usual.flatMap(({ section, source: from }, at) => [
    ...titleLines(from, section.heading.number, section.heading.text),
    '',
    ...contentOf(section, from, section === told, next),
    ...(at === usual.length - 1 ? [] : ['']),
  ]);
}

function usualSections(source: Source, others: readonly Source[]): readonly Taken[] {
  const own = sectionsOf(source);
  // Where there is no other record, the outer sections are kept and not those inside of them.
  if (others.length === 0)
    return own.filter(({ heading }) => heading.level <= 2).map((section) => ({ section, source }));
  const all = [source, ...others];
  const counts = new Map<string, number>();
  for (const one of all)
    for (const meant of new Set(sectionsOf(one).map((section) => meaningOf(section, one))))
      counts.set(meant, (counts.get(meant) ?? 0) + 1);
  // A heading of `source` is a usual one where at least half of the others have it.
  const isUsual = (section: Section, one: Source) =>
    ((counts.get(meaningOf(section, one)) ?? 0) - 1) * 2 >= others.length;
  const usual: Taken[] = own.filter((section) => isUsual(section, source)).map((section) => ({ section, source }));
  for (const other of others) {
    const theirs = sectionsOf(other);
    theirs.forEach((section, at) => {
      const meant = meaningOf(section, other);
      const isMissing = !usual.some((one) => meaningOf(one.section, one.source) === meant);
      if (!isMissing || !isMost(counts.get(meant) ?? 0, all.length)) return;
      const before = theirs.slice(0, at).map((one) => meaningOf(one, other));
      const place = usual.findLastIndex((one) => before.includes(meaningOf(one.section, one.source)));
      usual.splice(place + 1, 0, { section, source: other });
    });
  }
  return usual;
}

function sectionsOf({ document, findings, start, end }: Source): readonly Section[] {
  const title = findings.title?.heading.number ?? start - 1;
  return document.sections.filter(({ heading }) => heading.number > title && heading.number <= end);
}

/** What sections are compared by: those of the first level by their topic, deeper ones by their words. */
function meaningOf({ name, heading }: Section, { findings, document }: Source): string {
  const top = findings.title?.heading.level ?? (document.sections[0]?.heading.level ?? 1) - 1;
  if (heading.level > top + 1) return `${heading.level} ${name}`;
  const field = fieldOfSection(name);
  if (field !== null) return `= ${field}`;
  const topic = topics.find(([, is]) => is(name))?.[0];
  return topic === undefined ? name : `= ${topic}`;
}

const topics: readonly (readonly [topic: string, is: (name: string) => boolean])[] = [
  [
    'context',
    (name) =>
      /^(?:context|background|kontext|hintergrund|contexte|contexto)\b|problem statement$|problemstellung$/.test(name),
  ],
  ['drivers', (name) => /^(?:decision drivers|treiber)/.test(name)],
  ['decision', (name) => sectionNames.decision.has(name)],
  [
    'consequences',
    (name) => /^(?:consequences|konsequenzen|folgen|conséquences|consecuencias|consequências)$/.test(name),
  ],
  ['options', isAboutOptions],
];

/** A heading with its marks: `#`, `=`, or a line of them below, and above where there is one. */
export function titleLines({ document, lines }: Source, number: number, heading: string): string[] {
  const marks = /^\s{0,3}(?:#{1,6}|={1,6})\s+/.exec(lines.lineOf(number))?.[0];
  if (marks !== undefined && document.flavour !== 'rst') return [`${marks.trim()} ${heading}`];
  const below = ruleOf(lines.lineOf(number + 1));
  if (below === null) return [heading];
  const rule = below.repeat(Math.max(3, [...heading].length));
  return number > 1 && ruleOf(lines.lineOf(number - 1)) === below ? [rule, heading, rule] : [heading, rule];
}

function contentOf(section: Section, { document }: Source, isTold: boolean, next: NextRecord): DraftLine[] {
  const { facts } = next;
  const field = fieldOfSection(section.name);
  if (field === 'status') {
    const stands = document.lines
      .slice(section.start, section.end)
      .find(({ kind }) => kind === 'text' || kind === 'item');
    return [next.status(stands?.kind === 'text' || stands?.kind === 'item' ? stands.text : 'Proposed')];
  }
  if (field !== null && dateNames.has(field)) return [facts.today];
  if (field !== null && decidingNames.has(field) && facts.people.length > 0) return [facts.people.join(', ')];
  if (facts.options.length > 0 && isAboutOptions(section.name)) return facts.options.map((option) => `* ${option}`);
  const name = promptFor(section.name);
  return isTold ? toldLines(document.flavour, facts.known, name) : [[ask(name)]];
}

/** The text of a record that has no sections. */
export function textLines({ document }: Source, { facts, kind }: NextRecord): DraftLine[] {
  return toldLines(document.flavour, facts.known, kind === 'decision' ? promptFor(kind) : '…');
}

/** What is known, and below it the prompt. */
function toldLines(flavour: Source['document']['flavour'], known: readonly string[], prompt: string): DraftLine[] {
  // In reStructuredText code has two backticks; text in one is a role.
  const told = flavour === 'rst' ? known.map((line) => line.replace(/`([^`]+)`/g, '``$1``')) : known;
  return [...told, ...(told.length > 0 ? [''] : []), [ask(prompt)]];
}

/** The prompt below a heading. */
function promptFor(name: string): string {
  if (/context|problem|background|motivation|kontext|contexte|contexto/.test(name)) return sectionPrompts.context;
  if (/^decision driver|^treiber/.test(name)) return 'what weighs';
  if (/decision|outcome|entscheidung|décision|decisión/.test(name)) return sectionPrompts.decision;
  if (/consequence|konsequenz|folgen|conséquence|consecuencia/.test(name)) return sectionPrompts.consequences;
  if (isAboutOptions(name)) return 'what else was considered';
  return name.slice(0, 60) || '…';
}
