import { blank, hidden, indentOf, type Line } from './line';
import { pipeCells } from './tableCells';
import { commaSet } from './wordList';

/** One punctuation mark, repeated: the adornment below (and above) a heading, or a transition. */
const adornment = /^([!-/:-@[-`{-~])\1+\s*$/;
/** `.. note:: text`, `.. |logo| image:: x.png`; 1 is the name, 2 what follows. */
const directive = /^\s*\.\.\s+(?:\|[^|]+\|\s+)?([A-Za-z][\w-]*)::(.*)$/s;
/** Directives that some teams define for what others state as fields: `.. author:: Ann`, `.. date-accepted:: 2024-05-06`. */
const headDirective = /^(?:(?:co-)?authors?|date(?:-[a-z]{2,12})?|status)$/;
/** Explicit markup of any sort: directives, comments, targets, footnotes. */
const explicit = /^\s*\.\.(?:\s|$)/;
/** `:Status: Accepted`; a role in a sentence (`:ref:`x``) is followed by a backtick. */
const fieldEntry = /^\s*:([A-Za-z][^:`]{0,60}):(?:\s+|$)/;
const listItem = /^\s*(?:([-*+\u2022])|\(?(?:\d{1,9}|#)[.)])(?:\s+|$)/;
/** `+-----+=====+` of a grid table. */
const tableRule = /^\+[-=+]+\+$/;
/** Directives whose content is read as text; the content of all others is code, data or a list of files. */
const proseDirectives = commaSet(`
  admonition, attention, caution, container, danger, epigraph, error, hint, important, list-table, note, pull-quote,
  rubric, seealso, sidebar, tip, topic, versionadded, versionchanged, deprecated, warning`);

/** Directives of sphinx-needs by the names that teams give a decision: the argument is its title, the options are its head. */
const needs = commaSet('decision, dec_rec, decision_record, decision-record, adr, arch_decision');

/** reStructuredText as lines of known kind; see `markdownLines` for the parameters. */
export function rstLines(source: readonly string[], first: number): Line[] {
  const scanner = new RstScanner(source, first);
  return scanner.scan();
}

class RstScanner {
  private readonly lines: Line[] = [];
  /** Heading styles in order of appearance; the position is the level. */
  private readonly styles: string[] = [];
  /** Indentation of the construct whose further indented content is code or hidden, or -1. */
  private blockIndent = -1;
  private blockKind: 'code' | 'hidden' = 'hidden';
  private inListTable = false;

  constructor(
    private readonly source: readonly string[],
    private readonly first: number,
  ) {}

  scan(): Line[] {
    for (let at = 0; at < this.source.length; at += this.take(at));
    return this.lines;
  }

  /** @returns how many source lines were used */
  private take(at: number): number {
    const line = this.source[at] ?? '';
    const number = this.first + at;
    if (line.trim() === '') {
      this.lines.push(blank(number));
      return 1;
    }
    const indent = indentOf(line);
    if (this.blockIndent >= 0) {
      if (indent > this.blockIndent) {
        this.lines.push({ kind: this.blockKind, number });
        return 1;
      }
      this.blockIndent = -1;
    }
    if (indent === 0) this.inListTable = false;
    const used = this.heading(at);
    if (used > 0) return used;
    this.lines.push(this.markup(line, indent, number) ?? this.text(line, indent, number));
    return 1;
  }

  private heading(at: number): number {
    const [line = '', next = '', third = ''] = this.source.slice(at, at + 3);
    const number = this.first + at;
    if (adornment.test(line)) {
      const framed =
        next.trim() !== '' && !adornment.test(next) && third.trim() === line.trim() && line.trim().length > 2;
      if (!framed) {
        this.lines.push(hidden(number));
        return 1;
      }
      this.lines.push(hidden(number), this.headingLine(`over ${line.charAt(0)}`, next, number + 1), hidden(number + 2));
      return 3;
    }
    const isUnderlined =
      indentOf(line) === 0 && adornment.test(next) && next.trim().length >= Math.min(3, line.trim().length);
    if (!isUnderlined || explicit.test(line)) return 0;
    this.lines.push(this.headingLine(next.charAt(0), line, number), hidden(number + 1));
    return 2;
  }

  private headingLine(style: string, text: string, number: number): Line {
    if (!this.styles.includes(style)) this.styles.push(style);
    return { kind: 'heading', level: this.styles.indexOf(style) + 1, text: text.trim(), number };
  }

  private markup(line: string, indent: number, number: number): Line | null {
    if (explicit.test(line)) return this.directive(line, indent, number);
    if (this.inListTable) return this.listTable(line, number);
    const field = fieldEntry.exec(line);
    if (field) {
      const text = line.slice(field[0].length).trim();
      return { kind: 'attribute', name: field[1] ?? '', text, visible: true, number };
    }
    const trimmed = line.trim();
    if (tableRule.test(trimmed)) return hidden(number);
    if (trimmed.startsWith('|') && trimmed.endsWith('|') && trimmed.length > 2)
      return { kind: 'row', cells: pipeCells(trimmed), header: false, number };
    const marker = listItem.exec(line);
    if (!marker) return null;
    const text = line.slice(marker[0].length).trim();
    return { kind: 'item', indent, ordered: marker[1] === undefined, text, number };
  }

  /** `.. note:: text`; a comment, a target or a directive of data hides what is indented below it. */
  private directive(line: string, indent: number, number: number): Line {
    const [, name, rest = ''] = directive.exec(line) ?? [];
    const known = name?.toLowerCase();
    if (known !== undefined && proseDirectives.has(known)) {
      this.inListTable = known === 'list-table';
      const text = rest.trim();
      return text === '' || this.inListTable ? hidden(number) : { kind: 'text', indent, text, number };
    }
    if (known !== undefined && needs.has(known)) return this.need(rest.trim(), number);
    if (known !== undefined && headDirective.test(known) && rest.trim() !== '')
      return { kind: 'attribute', name: known, text: rest.trim(), visible: true, number };
    this.blockIndent = indent;
    this.blockKind = known === undefined ? 'hidden' : 'code';
    return hidden(number);
  }

  /** The title of a need becomes a heading, unless the document has a title, which it would repeat. */
  private need(title: string, number: number): Line {
    return title === '' || this.styles.length > 0 ? hidden(number) : this.headingLine('..', title, number);
  }

  /** `* - first cell` begins a row of a list-table, `- next cell` continues it. */
  private listTable(line: string, number: number): Line {
    const text = line.trim();
    if (text.startsWith('* -')) return { kind: 'row', cells: [text.slice(3).trim()], header: false, number };
    const index = this.lines.findLastIndex(({ kind }) => kind === 'row');
    const row = this.lines[index];
    if (row?.kind === 'row' && text.startsWith('-')) {
      this.lines[index] = { ...row, cells: [...row.cells, text.slice(1).trim()].slice(0, 64) };
    }
    return hidden(number);
  }

  private text(line: string, indent: number, number: number): Line {
    const text = line.trim();
    if (!text.endsWith('::')) return { kind: 'text', indent, text, number };
    this.blockIndent = indent;
    this.blockKind = 'code';
    return text === '::' ? hidden(number) : { kind: 'text', indent, text: text.slice(0, -1), number };
  }
}
