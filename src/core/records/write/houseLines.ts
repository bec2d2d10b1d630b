import { isSeparator, pipeCells } from '../../text/tableCells';
import { isMost, type Source, withNumber, withoutNumber } from './sibling';

/** Lines of a file, counting from 1; `end` is not among them. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands above the title, and between it and the first section. */
export interface Head {
  readonly above: Span;
  readonly below: Span;
}

export function headOf({ findings, document, lines, start, end }: Source): Head {
  const title = findings.title?.heading.number ?? start - 1;
  const first = document.sections.find(({ heading }) => heading.number > title)?.heading.number ?? end + 1;
  if (findings.title === null) return { above: { start, end: start }, below: { start, end: first } };
  const isRst = document.flavour === 'rst';
  const hasRuleAbove = isRst && title > start && ruleOf(lines.lineOf(title - 1)) !== null;
  const isUnderlined = ruleOf(lines.lineOf(title + 1)) !== null && !/^[#=]/.test(lines.lineOf(title).trim());
  return {
    above: { start, end: hasRuleAbove ? title - 1 : title },
    below: {
      start: title + (isUnderlined ? 2 : 1),
      end: isRst && ruleOf(lines.lineOf(first - 1)) !== null ? first - 1 : first,
    },
  };
}

/** The character that a line consists of: `=` of `=====`; null for any other line. */
export function ruleOf(line: string): string | null {
  return /^([!-/:-@[-`{-~])\1+\s{0,20}$/.exec(line)?.[1] ?? null;
}

export interface Labelled {
  readonly label: string;
  /** The line up to its value. */
  readonly lead: string;
  readonly value: string;
  readonly isAttribute: boolean;
}

/** `:adr_tags: db`, `- **Ticket**: LED-1`, `| Ticket | LED-1 |`. */
export function labelledIn(line: string): Labelled | null {
  const found =
    /^(:!?([\w-]{1,60}):[ \t]*)(\S.*)?$/.exec(line) ??
    /^(\s{0,8}(?:[-*+]\s{1,8})?[*_]{0,2}(\p{L}[\p{L}\p{N} ./()-]{0,40}?)(?::[*_]{0,2}|[*_]{1,2}:)(?:[ \t]{1,40}|$))(.*)$/u.exec(
      line,
    ) ??
    /^(\s{0,8}\|\s{0,40}[*_]{0,2}(\p{L}[^|]{0,40}?)[*_]{0,2}:?[*_]{0,2}\s{0,40}\|[ \t]{0,40})([^|]*)(?:\|\s*)?$/u.exec(
      line,
    );
  if (!found) return null;
  const [, lead = '', label = '', text = ''] = found;
  const value = lead.includes('|') ? text.trimEnd() : text;
  return { label: label.trim().toLowerCase(), lead, value, isAttribute: lead.startsWith(':') };
}

/** Attributes that say how a page is made, not what it says. */
const settings =
  /^:!?(?:toc(?:levels|-title)?|icons|imagesdir|sect(?:nums|anchors|links)|idprefix|idseparator|experimental|source-highlighter|doctype|lang|xrefstyle|page-layout|page-component-name|page-toclevels):/;
const directive = /^(?:include|ifdef|ifndef|endif)::.*\]$/;

/** The lines that most of the other records have in their heads: these are the form that the repository uses. */
export class HouseLines {
  private readonly heads: readonly { readonly plain: ReadonlySet<string>; readonly numbered: ReadonlySet<string> }[];
  private readonly labels: readonly ReadonlySet<string>[];

  constructor(
    private readonly source: Source,
    private readonly others: readonly Source[],
    private readonly number: number | null,
  ) {
    const texts = others.map((other) => ({ other, lines: linesOf(other) }));
    this.heads = texts.map(({ other, lines }) => ({
      plain: new Set(lines.map((line) => line.trim())),
      numbered: new Set(lines.map((line) => withoutNumber(line, other.number))),
    }));
    this.labels = texts.map(({ lines }) => new Set(lines.flatMap((line) => labelledIn(line)?.label ?? [])));
  }

  /** The line as a new record gets it; null where it belongs to this record alone. */
  next(line: string): string | null {
    const trimmed = line.trim();
    if (this.others.length === 0) {
      const isForm =
        settings.test(trimmed) || (directive.test(trimmed) && withoutNumber(trimmed, this.source.number) === trimmed);
      return isForm ? line : null;
    }
    if (this.isMost(this.heads.filter(({ plain }) => plain.has(trimmed)).length)) return line;
    const form = withoutNumber(line, this.source.number);
    return this.isMost(this.heads.filter(({ numbered }) => numbered.has(form)).length)
      ? withNumber(line, this.source.number, this.number)
      : null;
  }

  hasLabel(label: string): boolean {
    return this.isMost(this.labels.filter((labels) => labels.has(label)).length);
  }

  /** Whether most have a table with those columns. */
  hasColumns(line: string): boolean {
    const form = pipeCells(line).join('|').toLowerCase();
    const having = this.others.filter((other) =>
      linesOf(other).some((one) => one.includes('|') && pipeCells(one).join('|').toLowerCase() === form),
    );
    return this.isMost(having.length);
  }

  /** Whether most have a line in their heads that matches. */
  hasLike(form: RegExp): boolean {
    return (
      this.others.length === 0 ||
      this.isMost(this.heads.filter(({ plain }) => [...plain].some((line) => form.test(line))).length)
    );
  }

  private isMost(having: number): boolean {
    return this.others.length > 0 && isMost(having, this.others.length);
  }
}

function linesOf(source: Source): string[] {
  const { above, below } = headOf(source);
  return [above, below]
    .flatMap(({ start, end }) =>
      Array.from({ length: Math.max(0, end - start) }, (_, at) => source.lines.lineOf(start + at)),
    )
    .filter((line) => line.trim() !== '' && !isSeparator(line));
}
