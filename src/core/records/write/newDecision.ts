import { compose, type Draft, type DraftLine } from '../../drafts/draft';
import { ask } from '../../drafts/prompts';
import { basename, dirname, extension, join, stem } from '../../files/paths';
import type { FilePath } from '../../ports';
import type { DocRecord } from '../record';

/** The folder of a repository's decisions, and what is followed there. */
export interface DecisionHouse {
  readonly folder: FilePath;
  /** Names of everything that lies in the folder or is to be saved there: none of them is taken again. */
  readonly names: readonly string[];
  /** The last decision there and its text; null where there is none. */
  readonly model: { readonly record: DocRecord; readonly text: string } | null;
  /** The text of the form that is copied there; null where there is none. */
  readonly template: string | null;
}

export interface NewDecision {
  readonly path: FilePath;
  readonly draft: Draft;
}

/** Where decisions go in a repository that has none. */
const usualFolder: FilePath = 'docs/adr';

/** The folder that most decisions lie in, and the last of them by the number or date in its name. */
export function decisionHouse(records: readonly DocRecord[]): {
  readonly folder: FilePath;
  readonly last: DocRecord | null;
} {
  const byFolder = new Map<FilePath, DocRecord[]>();
  for (const record of records) {
    if (record.kind !== 'decision' || record.part) continue;
    const folder = dirname(record.path);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), record]);
  }
  const [most] = [...byFolder].sort(([a, own], [b, others]) => others.length - own.length || (a < b ? -1 : 1));
  if (!most) return { folder: usualFolder, last: null };
  const [folder, own] = most;
  const last = own.reduce((best, next) => (orderOf(next) >= orderOf(best) ? next : best));
  return { folder, last };
}

function orderOf({ path }: DocRecord): number {
  const { number, date } = nameShape(basename(path));
  return Number(number ?? date?.replaceAll('-', '') ?? 0);
}

/**
 * The next decision as the folder has them: its number or date, the form of its name and title, where its status
 * stands, and the folder's own template where there is one.
 * @param title as the person typed it
 * @param today `2026-11-29`
 */
export function newDecision(house: DecisionHouse, title: string, today: string): NewDecision {
  const { folder, names, model, template } = house;
  const shape = nameShape(model ? basename(model.record.path) : '0000-');
  const number = nextNumber(names, shape.prefix);
  const padded = String(number).padStart(shape.number?.length ?? 1, '0');
  const lead = shape.date === null ? (shape.number === null ? '' : padded) : inForm(today, shape.date);
  const end = (model && extension(model.record.path)) || '.md';
  const name = [shape.prefix + lead, slugOf(title, shape.between)].filter((part) => part !== '').join(shape.separator);
  const heading = titleLead(model, number, padded) + title;
  const markup = end === '.rst' ? 'rst' : /^\.a(?:scii)?doc$/.test(end) ? 'asciidoc' : 'markdown';
  const draft =
    template === null
      ? compose(linesOf(heading, today, markup, model?.record.format))
      : { text: fill(template, heading, today), stops: [] };
  return { path: join(folder, free(name || 'decision', end, names)), draft };
}

interface NameShape {
  /** Before the number: `adr-`. */
  readonly prefix: string;
  readonly number: string | null;
  /** `2024-05-06` or `20240506`. */
  readonly date: string | null;
  /** Between number and words. */
  readonly separator: string;
  /** Between words. */
  readonly between: string;
}

function nameShape(name: string): NameShape {
  const words = stem(name);
  const date = /^(\d{4}-\d\d-\d\d|\d{8})(?!\d)/.exec(words)?.[1] ?? null;
  const [, prefix = '', number = null] = (date === null && /^(\D{0,20})(\d{1,6})(?!\d)/.exec(words)) || [];
  const rest = words.slice(date?.length ?? prefix.length + (number?.length ?? 0));
  const separator = /^[-_. ]{1,3}/.exec(rest)?.[0] ?? '-';
  const between = /[\p{L}\p{N}]([-_ ])[\p{L}\p{N}]/u.exec(rest)?.[1] ?? '-';
  return { prefix: number === null ? '' : prefix, number, date, separator, between };
}

function nextNumber(names: readonly string[], prefix: string): number {
  const taken = names.flatMap((name) => {
    const shape = nameShape(name);
    return shape.number !== null && shape.prefix.toLowerCase() === prefix.toLowerCase() ? Number(shape.number) : [];
  });
  return Math.max(0, ...taken) + 1;
}

function inForm(today: string, form: string): string {
  return form.includes('-') ? today : today.replaceAll('-', '');
}

const longestSlug = 60;

function slugOf(title: string, between: string): string {
  // Marks over letters go, letters of other scripts stay.
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  let slug = '';
  for (const word of plain.normalize('NFC').match(/[\p{L}\p{N}]{1,60}/gu) ?? []) {
    const longer = slug === '' ? word : slug + between + word;
    if (longer.length > longestSlug) break;
    slug = longer;
  }
  return slug;
}

function free(name: string, end: string, names: readonly string[]): string {
  const taken = new Set(names.map((one) => one.toLowerCase()));
  for (let count = 1; ; count++) {
    const tried = `${count === 1 ? name : `${name}-${count}`}${end}`;
    if (!taken.has(tried.toLowerCase())) return tried;
  }
}

/** `12. ` or `ADR-0012: ` before the title, as the last decision has it. */
function titleLead(model: DecisionHouse['model'], number: number, padded: string): string {
  if (model === null) return '';
  const lines = model.text.split(/\r\n|\r|\n/, 40);
  const line = lines.find((one) => one.includes(model.record.title) && /^(?:#|=|\s{0,3}[\p{L}\d])/u.test(one)) ?? '';
  const lead = line.slice(0, line.indexOf(model.record.title)).replace(/^[#=\s]{0,10}/, '');
  const written = /\d{1,6}/.exec(lead)?.[0];
  if (written === undefined || lead.length > 20) return '';
  return lead.replace(written, /^0\d/.test(written) ? padded : String(number));
}

/** Its first heading becomes the title, and its first gap for a date today's. Everything else stays. */
function fill(template: string, heading: string, today: string): string {
  const titled = template.replace(
    /^(#|=)([ \t]+)\S[^\r\n]*/m,
    (_, mark: string, space: string) => mark + space + heading,
  );
  const dated = titled.replace(/\{?\bYYYY-MM-DD\b(?:[^{}\r\n]{0,100}\})?/, today);
  return dated.endsWith('\n') ? dated : `${dated}\n`;
}

type Markup = 'markdown' | 'rst' | 'asciidoc';

/** A decision in the manner of MADR and Nygard, its status where the others of the folder have theirs. */
function linesOf(heading: string, today: string, markup: Markup, format: DocRecord['format'] = 'bullet'): DraftLine[] {
  const section = (name: string, gap: string): DraftLine[] => [...titleLines(name, 2, markup), '', [ask(gap)], ''];
  const inFront = format === 'front-matter' && markup === 'markdown';
  const status: DraftLine[] =
    format === 'section'
      ? [`Date: ${today}`, '', ...titleLines('Status', 2, markup), '', 'Proposed', '']
      : inFront
        ? []
        : [
            `${markup === 'markdown' ? '-' : '*'} Status: proposed`,
            `${markup === 'markdown' ? '-' : '*'} Date: ${today}`,
            '',
          ];
  return [
    ...(inFront ? ['---', 'status: proposed', `date: ${today}`, '---', ''] : []),
    ...titleLines(heading, 1, markup),
    '',
    ...status,
    ...section('Context', 'what makes a decision necessary'),
    ...section('Decision', 'what we do, in one sentence, and why'),
    ...section('Consequences', 'what becomes easier, and what becomes harder').slice(0, -1),
  ];
}

function titleLines(text: string, level: 1 | 2, markup: Markup): string[] {
  if (markup === 'rst') return [text, (level === 1 ? '=' : '-').repeat([...text].length)];
  return [`${(markup === 'asciidoc' ? '=' : '#').repeat(level)} ${text}`];
}
