import { isPathAtForge } from '../../forge/repositoryUrl';
import { besideNumber } from '../../names/beside';
import { beginsWithNothing, isNothing, isUnfilled } from '../../text/unfilled';
import { anyOf } from '../../text/wordList';
import { countMarks, linkMark, type Marked, partMark } from './linkMarks';
import { bareNumber, identifier, mayBeName, mayBeNumber, mayBePart, otherNumber, partOfRecord } from './namesInClause';
import { mayBePiece, partialTarget, pieceOf } from './supersededPart';

/** Where the clause behind a phrase ends, besides at the end of a bracket around the phrase. */
const clauseEnd = new RegExp(
  anyOf(
    // A sentence, a semicolon, a dash. `No. 12` is not the end of one.
    /(?<!\b(?:no|nr|num))[.!?](?=\s|$)|;|\s[\u2014\u2013-]\s/,
    // The next clause.
    /, (?:which|because|since|as|but|due|to)\b| (?:because|since|which|due to|for|as of|on \d)\b/,
  ),
  'i',
);

/** What one successor of several is for: `by ADR-2 for reads and by ADR-3 for writes`, `by ADR-2 and, for batch, by ADR-3`. */
const purpose = new RegExp(
  anyOf(
    String.raw`,? for [^,.;()]{1,60},(?= (?:by\b|${linkMark}|[A-Z]{2,12}-?\d))`,
    String.raw`,? for [^,.;()]{1,60}(?=,? and,? (?:by |(?:${linkMark}|[A-Za-z]{0,12}[-_ ]?#?\d{1,6})[^,.;()\w]{0,3}(?:for\b|[.;]|$)))`,
  ),
  'gi',
);

/** What stands between two records of a list. */
const listJoint =
  /\s{0,3}[,&+]\s{0,3}(?:(?:and|or|und|et|y|e|og|och|en|и|i)\s)?|\s(?:and|or|und|et|y|e|og|och|и|i|as well as|together with)\s|\s\/\s|(?<=\d)\/(?=#?\d{1,6}(?![\w.-]))/i;
/** A part that begins a statement of its own, and so is no part of the list. */
const otherStatement = new RegExp(
  String.raw`^\W{0,4}(?:and |is |was |are |has been |also |then |partly |partially ){0,3}(?:${anyOf(
    // Another relation.
    /amend|refin|exten[ds]|clarif|updat|relat|complement|implement|depend|see\b|requires?\b|builds?\b/,
    /(?:re)?us(?:es?|ing)\b|borrow|draws?\b|keeps?\b|retains?\b|follow|inspired|based|referenc/,
    // A status, or what no longer is.
    /accepted|approved|proposed|rejected|discuss|link|no longer|cf\b|(?:not|nicht|niet|inte|ikke|pas|não|non)\b/,
    /formerly|previously|originally|instead of/,
  )})`,
  'i',
);

/** `record`: a link to a document, `ADR-12`, a file name. `number`: digits alone, or a link to anywhere. `words`: neither. */
export type Naming = 'record' | 'number' | 'words';

/** What is in brackets, or a link outside of any. */
const aside = new RegExp(`\\([^()]{0,200}\\)|${linkMark}`, 'g');

/** A record that a clause names. */
export interface Target {
  readonly text: string;
  readonly href: string | null;
  readonly naming: Naming;
  readonly partial: boolean;
}

/** The records that a clause names: one for each part of a list, by its link, else its identifier, else the words. */
export function targetsIn(scope: string, links: Marked['links']): readonly Target[] {
  const clause = clauseOf(scope.replace(purpose, ''));
  if (beginsWithNothing(clause)) return [];
  const only = clause.trim();
  if (isPathAtForge(only) && !/\s/.test(only)) return [{ text: only, href: null, naming: 'words', partial: false }];
  const whole = mayBePart.test(clause) ? clause.replace(partOfRecord, ` ${partMark} `) : clause;
  const listed = mayBeNumber.test(whole) ? whole.replace(otherNumber, ' ') : whole;
  const targets: Target[] = [];
  let linked = 0;
  let isPiece = false;
  for (const part of listed.split(listJoint).slice(0, 40)) {
    const last = targets.at(-1);
    if (last && otherStatement.test(part)) break;
    // `ADR-3, sections 4 and 5`
    if (last && part.trim() === partMark) targets[targets.length - 1] = { ...last, partial: true };
    const own = links.slice(linked, linked + countMarks(part));
    linked += own.length;
    // `parts of ADR-3 and ADR-4`: the piece is one of every record of the list.
    isPiece = (mayBePiece.test(part) && pieceOf.test(part)) || (isPiece && beginsWithName(part));
    const named = targetsOfPart(part, own, last?.naming === 'record');
    targets.push(...(isPiece ? named.map((target) => ({ ...target, partial: true })) : named));
  }
  if (targets.length > 0) return targets;
  // Failing links and identifiers, a title may be meant; a pronoun never is.
  const words = clause.replace(/^[\s:,]{1,5}/, '').trim();
  const isEmpty =
    words.length < 3 || isNothing(words) || isUnfilled(words) || /^(?:this|that|it|these|those)\b/i.test(words);
  return isEmpty ? [] : [{ text: words, href: null, naming: 'words', partial: false }];
}

/** Whether no word stands before what names a record. */
function beginsWithName(part: string): boolean {
  const at = part.replace(linkMark, 'ADR-1').search(identifier);
  return !/\p{L}/u.test(at < 0 ? part : part.slice(0, at));
}

/** The text up to the end of its clause, or of the bracket that the phrase is in. */
function clauseOf(scope: string): string {
  const text = scope.slice(0, Math.min(clauseEnd.exec(scope)?.index ?? scope.length, 300));
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && depth-- === 0) return text.slice(0, at);
  }
  return text;
}

/**
 * The record of one part of a list. Brackets behind it only describe it. Several where the part is nothing but names.
 * @param inList whether a record was named before: `ADRs 3 and 4`
 */
function targetsOfPart(part: string, links: Marked['links'], inList: boolean): readonly Target[] {
  const partial = partialTarget.test(part) || part.includes(partMark);
  const bare = withoutAsides({ text: part, links });
  const { text, links: named } = bare.links.length > 0 || hasName(bare.text) ? bare : { text: part, links };
  const records = named.filter(({ text: shown, href }) => namesRecord(shown, href));
  const isNaming = mayBeName.test(text);
  const ids = isNaming ? [...text.matchAll(identifier)].map((match) => withPlace(text, match)) : [];
  const isOnlyNames = !/\p{L}/u.test(isNaming ? text.replace(identifier, ' ') : text);
  if (named.length > 0 && (records.length > 0 || ids.length === 0)) {
    const kept = records.length > 0 ? records : named;
    return (isOnlyNames ? kept : kept.slice(0, 1)).map(({ text: shown, href }) => {
      return { text: shown, href, naming: namesRecord(shown, href) ? 'record' : 'number', partial };
    });
  }
  if (ids.length > 0) {
    return (isOnlyNames ? ids : ids.slice(0, 1)).map((id) => ({ text: id, href: null, naming: 'record', partial }));
  }
  const number = isNaming ? bareNumber.exec(text)?.[1] : undefined;
  return number === undefined ? [] : [{ text: number, href: null, naming: inList ? 'record' : 'number', partial }];
}

/** An identifier with the repository beside it, which makes it foreign: `ADR-n of the platform repository`. */
function withPlace(text: string, { index, 0: id }: RegExpExecArray): string {
  const folders = /(?<![^\s(])(?:[A-Za-z_.@-]{1,60}\/){2,8}$/.exec(text.slice(Math.max(0, index - 200), index))?.[0];
  if (folders !== undefined && !/\.\w{2,4}$/.test(id)) return `${folders}${id.trim()}`;
  const place = besideNumber(text, index, index + id.length)?.place ?? null;
  if (place === null) return id.trim();
  const at = text.indexOf(place);
  if (at < index) return text.slice(Math.max(0, at), index + id.length).trim();
  const end = /^[\w.-]*[`"'*)]{0,3}(?: repo(?:sitory)?)?/i.exec(text.slice(at + place.length))?.[0].length ?? 0;
  return text.slice(index, at + place.length + end).trim();
}

/** A text without what stands in brackets, and without the links there. */
function withoutAsides({ text, links }: Marked): Marked {
  const kept: Marked['links'][number][] = [];
  let at = 0;
  const bare = text.replace(aside, (piece) => {
    const next = at + countMarks(piece);
    if (piece === linkMark) kept.push(...links.slice(at, next));
    at = next;
    return piece === linkMark ? piece : ' ';
  });
  return { text: bare, links: kept };
}

function hasName(text: string): boolean {
  return mayBeName.test(text) && (text.search(identifier) >= 0 || bareNumber.test(text));
}

function namesRecord(text: string, href: string): boolean {
  const isDocument = /\.(?:md|mdx|rst|adoc)(?:#|$)/i.test(href) || (!/^[a-z]+:|^#/i.test(href) && /\d/.test(href));
  return isDocument || /\b(?:ADR|RFC)[-_ #]?\d/i.test(text);
}
