// A status that is stated without a label, in the title or below it.

import { dateIn } from '../../text/dates';
import { type Line, textOf } from '../../text/line';
import { plainText } from '../../text/plainText';
import { anyOf } from '../../text/wordList';
import { leadingStatus } from './statusWords';

/** States that are never what a document is about when they stand in brackets or before a colon. */
const state = `(?:${anyOf(
  /draft|wip|proposed|accepted|rejected|withdrawn|abandoned/,
  /(?:partially |partly )?(?:deprecated|obsolete|retired|superseded|superceded|replaced)/,
  /entwurf|veraltet|abgelehnt|ersetzt|brouillon|obsolète|remplacée?|borrador|rascunho|obsolet[oa]/,
  /草案|已废弃|已弃用|已取代|ドラフト|廃止|非推奨|却下/,
)})`;

/** Of the two below, which are dear to make. */
const mayBeState = new RegExp(state, 'i');
/** `Draft: Use X`, `[Deprecated] Use X`, `ADR 8: (Rejected) Use X`. */
const atStart = new RegExp(
  `^(?:[^:]{0,40}:\\s{1,3}|(?:[A-Z]{2,8}[- ])?#?\\d{1,6}[.)]?\\s(?:[\u2013\u2014-]\\s)?)?[[(](${state}(?![\\p{L}])[^\\])]{0,80})[\\])]|^(${state}):\\s`,
  'iu',
);
/** `Use X [Deprecated]`, `Use X (superseded by ADR 9)`. */
const atEnd = new RegExp(`[[(](${state}(?![\\p{L}])[^\\])]{0,80})[\\])]\\s{0,3}$`, 'iu');

/** A tick or a cross before a title: of other pictures nobody else can tell what they say. */
const ticked = /^(?:[\u2705\u274c\u2714\u2611]\ufe0f?)(?=\s)/u;

/** The status that a heading has beside its title, in its own words; null where it has none. */
export function statusInTitle(markup: string): string | null {
  const text = plainText(markup);
  const [tick] = ticked.exec(text) ?? [];
  if (tick !== undefined) return tick;
  if (!/[[(:]/.test(text) || !mayBeState.test(text)) return null;
  const start = atStart.exec(text);
  return start?.[1] ?? start?.[2] ?? atEnd.exec(text)?.[1] ?? null;
}

/** `*Accepted, 2024-03-04*`, `_Superseded by ADR-9_`: emphasis from end to end. */
const emphasised = /^(\*{1,3}|_{1,3})(?![\s*_])([^*]{3,120}[^\s*_])\1\.?$/;

/**
 * The line below the title that is nothing but a status, set apart as one: a word of it, and at most its day or successor.
 * Several are those of options.
 */
export function statusBelowTitle(lines: readonly Line[]): { readonly text: string; readonly number: number } | null {
  const found = lines.flatMap((line) => {
    const text = line.kind === 'text' ? emphasised.exec(textOf(line)?.trim() ?? '')?.[2] : undefined;
    return text !== undefined && isOnlyStatus(plainText(text)) ? [{ text, number: line.number }] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isOnlyStatus(text: string): boolean {
  const phrase = leadingStatus(text);
  if (phrase === null) return false;
  const rest = text.split(/\s+/).slice(phrase.words).join(' ');
  return rest === '' || /^(?:by|durch|par|por)\s.{0,80}\d/.test(rest) || (dateIn(rest) !== null && rest.length < 30);
}
