import { extension } from '../files/paths';
import type { FilePath } from '../ports';
import type { RawReference } from './link';

/** The link targets of a reStructuredText document: normalized name -> destination, `#name` within the document. */
export interface RstNames {
  readonly hrefs: ReadonlyMap<string, string>;
  /** Where a target is named, by line (from 1): half-open columns from 0. */
  readonly given: ReadonlyMap<number, readonly [start: number, end: number]>;
}

/** `.. _PEP 84: https://…`, `` .. _`a: b`: x.rst ``, `.. _PEP-3:`: the name, and where it leads. */
const target =
  /^([ \t]{0,40}\.\. _)(?:`([^`\n]{1,200})`|([^_`:\n][^`:\n]{0,199})):(?:[ \t]{1,20}([^\s][^\n]{0,500}))?[ \t\r]*$/;
/** `` `PEP 84`_ ``, `` `the ledger <PEP 84_>`_ ``: what is written, and the name where that is another. */
const quoted = /`([^`<\n]{1,200})(?:<([^`<>\n]{1,200})_>)?`_(?![_\p{L}\d])/gu;
/** `PEP-84_`. */
const simple = /(?<![\p{L}\d`_.+-])([\p{L}\d](?:[-.+]?[\p{L}\d]){0,80})_(?![_\p{L}\d])/gu;
/** The destination of a name that stands for another name. */
const another = /^`?([^`<>]{1,200})`?_$/;
const mostSteps = 5;

/** The targets that a document names; null where it is no reStructuredText or names none. */
export function rstNames(text: string, path: FilePath): RstNames | null {
  if (!isRst(path) || !text.includes('.. _')) return null;
  const hrefs = new Map<string, string>();
  const given = new Map<number, readonly [number, number]>();
  for (const [at, line] of text.split('\n').entries()) {
    const [, lead = '', ticked, plain, href] = line.includes('.. _') ? (target.exec(line) ?? []) : [];
    const name = ticked ?? plain;
    if (name === undefined) continue;
    hrefs.set(compared(name), href?.trim() ?? `#${name}`);
    given.set(at + 1, [lead.length, lead.length + name.length + (ticked === undefined ? 0 : 2)]);
  }
  return hrefs.size > 0 ? { hrefs, given } : null;
}

/** Whether a number is part of a name by which a link of its document leads: another number would break that link. */
export function isRstName({ form, beside }: Pick<RawReference, 'form' | 'beside'>, path: FilePath): boolean {
  return form === 'id' && isRst(path) && beside !== null && beside.href !== null;
}

/**
 * The references of a line without those in the name of a target, which are none. A number in a link by such a name gets
 * the destination of the link.
 * @param offset of the line
 */
export function withRstNames(
  found: readonly RawReference[],
  line: { readonly text: string; readonly offset: number; readonly number: number },
  { hrefs, given }: RstNames,
): readonly RawReference[] {
  const own = given.get(line.number);
  const links = found.some(({ form }) => form === 'id') ? linksIn(line.text, hrefs) : [];
  if (own === undefined && links.length === 0) return found;
  return found.flatMap((raw) => {
    const at = raw.offset - line.offset;
    if (raw.form !== 'id' || raw.line !== line.number) return raw;
    if (own && own[0] <= at && at < own[1]) return [];
    const link = links.find(({ start, end }) => start <= at && at < end);
    const beside = raw.beside ?? { place: null, words: null, wordsAre: 'remark' };
    return link ? { ...raw, beside: { ...beside, href: link.href } } : raw;
  });
}

interface NamedLink {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

function linksIn(text: string, hrefs: RstNames['hrefs']): readonly NamedLink[] {
  if (!text.includes('_')) return [];
  return [...text.matchAll(quoted), ...text.matchAll(simple)].flatMap(({ 0: all, 1: written = '', 2: name, index }) => {
    const href = hrefOf(name ?? written, hrefs);
    return href === null ? [] : [{ start: index, end: index + all.length, href }];
  });
}

function hrefOf(name: string, hrefs: RstNames['hrefs']): string | null {
  let href = hrefs.get(compared(name));
  for (let step = 0; step < mostSteps && href !== undefined; step++) {
    const next = another.exec(href)?.[1];
    if (next === undefined) return href;
    href = hrefs.get(compared(next));
  }
  return null;
}

/** Normalizes a name: letter case and the width of blanks do not count. */
function compared(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function isRst(path: FilePath): boolean {
  return /^\.(?:rst|rest)$/i.test(extension(path));
}
