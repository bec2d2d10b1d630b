import { besideNumber } from '../names/beside';
import type { RawReference } from './link';

/** One line of a text, with its place. `offset` is the UTF-16 offset of its first character; `number` counts from 1. */
export interface SourceLine {
  readonly text: string;
  readonly offset: number;
  readonly number: number;
}

/** What a finder says of a range in a line; `rawReference` adds the place. */
export interface Finding {
  readonly at: number;
  readonly end: number;
  readonly form: RawReference['form'];
  readonly prefix?: string | null;
  readonly number?: string | null;
  readonly name?: string | null;
  /** The repository that is written before a path: `acme/cloud` of `acme/cloud@main:docs/x.md`. */
  readonly place?: string;
}

/** Longer lines are generated or minified, not read by people (docs/security.md#r32). */
export const maxLineLength = 20_000;

export function rawReference(line: SourceLine, finding: Finding): RawReference {
  return {
    offset: line.offset + finding.at,
    length: finding.end - finding.at,
    line: line.number,
    column: finding.at + 1,
    text: line.text.slice(finding.at, finding.end),
    form: finding.form,
    prefix: finding.prefix ?? null,
    number: finding.number ?? null,
    name: finding.name ?? null,
    beside: finding.form === 'id' ? besideNumber(line.text, finding.at, finding.end) : placeAlone(finding.place),
  };
}

function placeAlone(place: string | undefined): RawReference['beside'] {
  return place === undefined ? null : { place, href: null, words: null, wordsAre: 'remark' };
}

/** The line that begins at `offset`. A carriage return is no part of it. */
export function lineAt(text: string, offset: number, number: number): SourceLine {
  const newline = text.indexOf('\n', offset);
  const end = newline < 0 ? text.length : newline;
  const trimmed = end > offset && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  return { text: text.slice(offset, trimmed), offset, number };
}

/** The line after `line`, or null at the end of the text or where it is too long to be read. */
export function nextLine(text: string, line: SourceLine): SourceLine | null {
  const newline = text.indexOf('\n', line.offset + line.text.length);
  if (newline < 0) return null;
  const next = lineAt(text, newline + 1, line.number + 1);
  return next.text.length > maxLineLength ? null : next;
}

/** What opens a line of a comment, in any language, or a quotation or list item in prose. */
const leader = /^\s*(?:\/\/[/!]?|\/?\*+(?!\/)|#+|--+|;+|%+|<!--|"""|'''|>+|REM\b)?[ \t]*/;
const bullet = /^(?:[-*+•][ \t]+)/;

/** Where the words of a comment line begin, and whether a list item begins there. */
export function wordsStart(line: string): { readonly at: number; readonly item: boolean } {
  const at = leader.exec(line)?.[0].length ?? 0;
  const mark = bullet.exec(line.slice(at, at + 10));
  // A leader of one dash or star is itself a bullet: `- 0021 (…)` in Markdown and YAML.
  return mark ? { at: at + mark[0].length, item: true } : { at, item: /^\s*[-*]+\s/.test(line.slice(0, at)) };
}
