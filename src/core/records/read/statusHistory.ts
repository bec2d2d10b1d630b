import { dateIn } from '../../text/dates';
import { anyOf } from '../../text/wordList';
import { leadingStatus, statusTokens } from './statusWords';

/** The part of a status from its latest word on, where the status tells its history; else the text as it is. */
export function lastStated(text: string): string {
  return afterClauses(afterArrow(text));
}

const arrow = /-{1,2}>|=>|\u2192|\u21d2|\u2794/;

/** `Proposed -> Accepted` has come to be accepted; an arrow inside brackets says what may come. */
function afterArrow(text: string): string {
  const outside = text.replace(/\([^()]{0,200}\)/g, (inner) => (arrow.test(inner) ? '' : inner));
  // In sentences an arrow is about something else than the status.
  if (/[.;:]\s/.test(outside.split(arrow, 1)[0] ?? '')) return text;
  const parts = outside
    .split(arrow)
    .map((part) => part.trim())
    .filter(Boolean);
  const last = parts.at(-1) ?? '';
  // `Open → Closed`: one word that is not known is the state all the same; more are a remark.
  if (/^\p{L}+$/u.test(last)) return last;
  return parts.findLast((part) => leadingStatus(part) !== null) ?? last;
}

const longest = 200;
const clauseEnd =
  /[,;.](?:\s(?:and|but|und|aber|et|mais|y|pero))?\s|\s(?:and|but|und|aber|et|mais|y|pero)\s|\s(?=(?:then|dann|danach|puis|ensuite|luego|después)\s)/g;
/** Words by which a clause says that it came later than the one before. */
const later =
  /^(?:(?:then|later|now|since|subsequently|afterwards|eventually|finally|was|dann|später|danach|inzwischen|schließlich|puis|ensuite|depuis|finalement|luego|después|finalmente)\s){1,3}/i;
const atFirst = /(?<!\p{L})(?:first|initially|originally|zunächst|zuerst|anfangs|d[’']abord|primero)(?!\p{L})/iu;

/**
 * `Proposed 2024-01-08; accepted 2024-02-01`, `Rejected, later accepted`: the order of the dates, or a word, says that the
 * later clause holds now. Where neither does, which of the two holds is for the reader.
 */
function afterClauses(text: string): string {
  let [from, before] = [0, ''];
  for (const { start, clause } of clausesOf(text.slice(0, longest))) {
    const [lead = ''] = (start > 0 && later.exec(clause)) || [];
    const said = clause.slice(lead.length);
    if (start > 0) {
      const isNext = leadingStatus(before) !== null && isNoMore(said) && (lead !== '' || isAfter(said, before));
      if (!isNext) break;
      from = start + lead.length;
    }
    before = said;
  }
  return text.slice(from);
}

function* clausesOf(text: string): Generator<{ readonly start: number; readonly clause: string }> {
  let start = 0;
  for (const { index, 0: end } of text.matchAll(clauseEnd)) {
    yield { start, clause: text.slice(start, index) };
    start = index + end.length;
  }
  yield { start, clause: text.slice(start) };
}

/** Whether a clause is a status with at most who or when behind it; `rejected for the US` says more. */
function isNoMore(clause: string): boolean {
  const phrase = leadingStatus(clause);
  if (phrase === null) return false;
  const [next] = statusTokens(clause).slice(phrase.words);
  if (next === undefined || next === 'by') return true;
  return clause.length <= 60 && (dateIn(clause) !== null || /\b[12]\d{3}\.?$/.test(clause));
}

function isAfter(clause: string, before: string): boolean {
  if (atFirst.test(before)) return true;
  const [date, earlier] = [dateIn(clause), dateIn(before)];
  return date !== null && (earlier === null ? isEnd(clause) : date > earlier);
}

/** Whether a clause has a final status, which a decision may come to at any time. */
function isEnd(clause: string): boolean {
  return ['rejected', 'deprecated', 'superseded'].includes(leadingStatus(clause)?.status ?? '');
}

/** Words behind which a status is about the future: the date in `Proposed, to be discussed on 2026-03-04` is not its own. */
const ahead = new RegExp(
  String.raw`(?<!\p{L})(?:${anyOf(
    /await(?:s|ing)?|waiting|until|expires?|expected|scheduled|planned|due|deadline|to be|will be|not before/,
    /no later than|next (?:review|meeting)|by (?=\d)/,
    /en attente|jusqu|prévue?s?|bis|wartet|geplant|fällig|voraussichtlich|aguardando|até|previst[oa]s?|hasta|в ожидании/,
  )})(?!\p{L})`,
  'iu',
);

/** The words of a status without those about the future. */
export function soFar(words: string): string {
  const at = words.search(ahead);
  return at < 0 ? words : words.slice(0, at);
}
