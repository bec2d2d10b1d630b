import { anyOf } from '../../text/patterns';
import { plainText } from '../../text/plainText';

/** States that are never what a document is about when they stand in brackets or before a colon. */
const state = `(?:${anyOf(
  /draft|wip|proposed|accepted|rejected|withdrawn|abandoned/,
  /(?:partially |partly )?(?:deprecated|obsolete|retired|superseded|superceded|replaced)/,
  /entwurf|veraltet|abgelehnt|ersetzt|brouillon|obsolète|remplacée?|borrador|rascunho|obsolet[oa]/,
  /草案|已废弃|已弃用|已取代|ドラフト|廃止|非推奨|却下/,
)})`;

/** `Draft: Use X`, `[Deprecated] Use X`, `ADR 8: (Rejected) Use X`. */
const atStart = new RegExp(
  `^(?:[^:]{0,40}:\\s{1,3})?[[(](${state}(?![\\p{L}])[^\\])]{0,80})[\\])]|^(${state}):\\s`,
  'iu',
);
/** `Use X [Deprecated]`, `Use X (superseded by ADR 9)`. */
const atEnd = new RegExp(`[[(](${state}(?![\\p{L}])[^\\])]{0,80})[\\])]\\s{0,3}$`, 'iu');

/** The status that a heading has beside its title, in its own words; null where it has none. */
export function statusInTitle(markup: string): string | null {
  const text = plainText(markup);
  const start = atStart.exec(text);
  return start?.[1] ?? start?.[2] ?? atEnd.exec(text)?.[1] ?? null;
}
