import { decodeOnce } from '../../files/paths';
import { type Definitions, inlineLinks } from '../../text/inlineLinks';
import { type FieldName, fieldNamed } from './fieldNames';

/** `**Status:** Accepted` taken apart. */
export interface Label {
  readonly name: FieldName;
  /** What follows on the same line, markup kept; may be empty. */
  readonly value: string;
  readonly bold: boolean;
}

/** Marks that may stand before a label: emoji, check marks, arrows; not those that markup or a placeholder begins with. */
const leading = /^[^\p{L}\p{N}*_`[\]{}<>|(]{1,8}/u;
const emphasis = /^(?:\*{1,3}|_{1,3}|`)/;
const colon = /^\s{0,3}[:\uff1a]\s*/;

/**
 * Reads `Label: value` in the ways people write it: bold, italic or code around the label or around all, the colon
 * inside, outside or (with emphasis) missing, a space before it as French has it. Null where the label is unknown.
 */
export function readLabel(text: string): Label | null {
  // `![Status: accepted](…)`: `readBadges` reads what a picture states.
  if (text.startsWith('![')) return null;
  const line = text.replace(leading, '');
  const mark = emphasis.exec(line)?.[0];
  if (mark === undefined) return plainLabel(line, false);
  const close = line.indexOf(mark, mark.length);
  if (close < 0 || close > 300) return plainLabel(line.slice(mark.length), true);
  const inner = line.slice(mark.length, close);
  const rest = line.slice(close + mark.length);
  const whole = plainLabel(`${inner}${rest === '' ? '' : ` ${rest}`}`, true);
  const name = fieldNamed(inner.replace(/\s{0,3}[:\uff1a]\s{0,3}$/, ''));
  // Within a sentence, code that holds label and value quotes another text: `` `status: accepted` is added later ``. What
  // stands in brackets, or says since when, goes with the value.
  const isQuoted =
    mark === '`' && /\p{L}/u.test(rest) && !/^\s{0,3}(?:\([^)]*\)\W*$|(?:since|as of|on|in)\s[^.]{0,20}\d)/i.test(rest);
  if (name === null) return inner.includes(':') && !isQuoted ? whole : null;
  // Before a value and without a colon only Status and Date are labels: `*Status* accepted`, not `**Authors** may add`.
  const hasColon = /[:\uff1a]\s{0,3}$/.test(inner) || colon.test(rest);
  if (!hasColon && name !== 'status' && name !== 'date' && rest.trim() !== '') return null;
  return {
    name,
    value: rest
      .replace(colon, '')
      .replace(/^\s*[\u2013\u2014-]\s+/, '')
      .trim(),
    bold: true,
  };
}

/** `https://img.shields.io/badge/status-accepted-green.svg`: its words, with `--` for a dash and `_` for a blank. */
const badge = /\/badge\/((?:[^-/?#\s]|--){1,80})-((?:[^-/?#\s]|--){1,80})-(?:[^-/?#\s]{1,40})$/;

/** What the pictures of a line state: `![Status: Accepted](…)`, and badges by their address. */
export function readBadges(text: string, definitions: Definitions): readonly Label[] {
  if (!text.includes('![')) return [];
  return inlineLinks(text, definitions).flatMap((link) => {
    // A badge that is a link as well has its picture as the text.
    const picture = link.image ? link : inlineLinks(link.text, definitions).find(({ image }) => image);
    const words = badge.exec((picture?.href ?? '').replace(/\.(?:svg|png)(?=$|[?#])|[?#].*$/gs, ''));
    const [label, message] = words ? [words[1], words[2]].map(badgeWords) : (picture?.text ?? '').split(/\s?:\s/, 2);
    const name = label === undefined ? null : fieldNamed(label);
    return name === null || !message ? [] : [{ name, value: message, bold: false }];
  });
}

function badgeWords(written = ''): string {
  const words = written
    .replaceAll('--', '\0')
    .replace(/_{1,2}/g, ' ')
    .replaceAll('\0', '-');
  return decodeOnce(words) ?? words;
}

function plainLabel(line: string, bold: boolean): Label | null {
  const head = line.slice(0, 64);
  const at = head.search(/[:\uff1a]/);
  if (at <= 0 || head.startsWith('//', at + 1)) return null;
  const name = fieldNamed(head.slice(0, at));
  if (name === null) return null;
  const value = line.slice(at + 1).replace(/^[*_`]{1,3}(?=\s|$)/, '');
  return { name, value: (bold ? value.replace(/[*_`]{1,3}\s*$/, '') : value).trim(), bold };
}

const separators = /[|\u00b7\u2022]|<br ?\/?>|\s(?=\*\*[^*\s])/g;

/**
 * The labels of one line: `**Status:** Accepted | **Date:** 2024-05-01` has two. A separator only counts where a known
 * label follows it, so `{proposed | accepted}` stays one value. A line that begins with no label gives none.
 */
export function readLabels(text: string): readonly Label[] {
  const first = readLabel(text);
  if (first === null) return [];
  const starts = [0];
  let looked = 0;
  for (const match of text.matchAll(separators)) {
    const next = match.index + match[0].length;
    if (++looked > 40) break;
    if (readLabel(text.slice(next, next + 100).trimStart()) !== null) starts.push(next);
  }
  if (starts.length === 1) return [first];
  return starts.flatMap((start, index) => {
    const segment = text.slice(start, starts[index + 1]).replace(/(?:[|\u00b7\u2022]|<br ?\/?>)$/, '');
    return readLabel(segment.trim()) ?? [];
  });
}
