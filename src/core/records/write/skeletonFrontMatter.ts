import { dateIn } from '../../text/dates';
import { isNothing } from '../../text/unfilled';
import type { FieldName } from '../read/fieldNames';
import { yamlList } from './frontMatterList';
import { keyEnd, nameOfKey } from './locateField';
import { isMost, type Source, withNumber, withoutNumber } from './sibling';
import { dateNames, decidingNames, type NextRecord, retiringNames } from './skeletonValues';
import { yamlScalar } from './statusEdit';

/** Fields that only the person knows: their value is not copied even where most records have the same. */
const personal: ReadonlySet<FieldName> = new Set(['deciders', 'owners', 'authors', 'deadline', 'title', 'status']);

/** The front matter of the next record: each key with what is known, or with what is the same in most of the others. */
export function frontMatterLines(source: Source, others: readonly Source[], next: NextRecord): string[] {
  const { document, lines, isPart } = source;
  if (document.frontMatter.lines < 2 || isPart) return [];
  const theirs = others.map((other) => new Set(blocksOf(other).map((block) => formOf(block, other))));
  const kept = blocksOf(source).flatMap((block) => {
    const [line = ''] = block;
    if (line.startsWith('#')) return block;
    if (keyEnd(line) === 0) return [];
    const isShared = others.length > 0 && isMost(countOf(theirs, formOf(block, source)), others.length);
    const name = nameOfKey(line);
    if (isShared && !(name !== null && (personal.has(name) || dateNames.has(name)))) {
      return block.map((one) => (theirsLiterally(one, others) ? one : withNumber(one, source.number, next.number)));
    }
    return keyLines(line, source, next);
  });
  const fence = (number: number) => lines.lineOf(number);
  return [fence(1), ...kept, ...extraKeys(kept, next), fence(document.frontMatter.lines), ''];
}

/** A key with the lines of its value, or a comment. */
function blocksOf({ document, lines }: Source): string[][] {
  const blocks: string[][] = [];
  for (let number = 2; number < document.frontMatter.lines; number++) {
    const line = lines.lineOf(number);
    if (line.startsWith('#') || keyEnd(line) > 0) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  return blocks;
}

function formOf(block: readonly string[], { number }: Source): string {
  return block.map((line) => withoutNumber(line, number)).join('\n');
}

function countOf(all: readonly ReadonlySet<string>[], form: string): number {
  return all.filter((forms) => forms.has(form)).length;
}

function theirsLiterally(line: string, others: readonly Source[]): boolean {
  const having = others.filter((other) => blocksOf(other).some((block) => block.includes(line)));
  return isMost(having.length, others.length);
}

/** A key with what is known, or without a value; what only an older record has is left out. */
function keyLines(line: string, source: Source, { facts, status, number }: NextRecord): string[] {
  const key = line.slice(0, keyEnd(line)).trimEnd();
  const value = line.slice(keyEnd(line));
  const name = nameOfKey(line);
  if (name !== null && retiringNames.has(name)) return isNothing(value) || /^\[\s*\]$/.test(value.trim()) ? [line] : [];
  if (name === 'status') {
    const quote = /^["']/.exec(value)?.[0] ?? '';
    return [`${key} ${quote}${status(value.slice(quote.length))}${quote}`];
  }
  if (name === 'title') return [`${key} ${titleValue(value, source, facts.title, number)}`];
  if (name !== null && dateNames.has(name)) return [dateIn(value) === null ? key : `${key} ${facts.today}`];
  if (name !== null && decidingNames.has(name) && facts.people.length > 0) return [`${key} ${yamlList(facts.people)}`];
  if (name === 'deadline' && facts.deadline !== null) return [`${key} ${yamlScalar(facts.deadline)}`];
  // `adr: "0012"`, `sidebar_position: 12`, `id: adr-012`
  const own = /^["']?[A-Za-z-]{0,12}(\d{1,6})["']?\s*$/.exec(value)?.[1];
  if (own !== undefined && Number(own) === source.number && number !== null)
    return [line.slice(0, keyEnd(line)) + withNumber(value, source.number, number).trimEnd()];
  return name === 'id' ? [] : [key];
}

/** The title in the quotes of `value`, with the new number before it where `value` has one. */
function titleValue(value: string, { record, number }: Source, title: string, next: number | null): string {
  const written = value.trimEnd().replace(/^["']|["']$/g, '');
  const at = written.indexOf(record.title);
  const lead =
    at > 0 && at <= 20 && /\d/.test(written.slice(0, at)) ? withNumber(written.slice(0, at), number, next) : '';
  const quote = /^"/.test(value) && !/["\\]/.test(title) ? '"' : null;
  return quote === null ? yamlScalar(lead + title) : quote + lead + title + quote;
}

function extraKeys(kept: readonly string[], { facts, kind }: NextRecord): string[] {
  const has = (name: FieldName) => kept.some((line) => nameOfKey(line) === name);
  const key = kind === 'runbook' ? 'owner' : 'decision-makers';
  return [
    ...(facts.people.length > 0 && ![...decidingNames].some(has) ? [`${key}: ${yamlList(facts.people)}`] : []),
    ...(facts.deadline === null || has('deadline') ? [] : [`deadline: ${yamlScalar(facts.deadline)}`]),
  ];
}
