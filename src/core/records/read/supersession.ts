import { isPathAtForge } from '../../forge/repositoryUrl';
import { besideNumber } from '../../names/beside';
import { type Definitions, inlineLinks } from '../../text/inlineLinks';
import { nameOf, plainText, withoutMarks } from '../../text/plainText';
import { beginsWithNothing, isNothing, isUnfilled } from '../../text/unfilled';
import type { WrittenRelation } from '../record';
import {
  bareNumber,
  byPhrases,
  clauseEnd,
  deniedBehind,
  dividesScope,
  eitherLabel,
  identifier,
  linkMark,
  listJoint,
  mayBeName,
  mayBeNumber,
  mayBePart,
  mayBePiece,
  mayBeReplacing,
  mayBeSubject,
  noMore,
  notYet,
  notYetElsewhere,
  ofPhrases,
  onCondition,
  otherNumber,
  otherStatement,
  ownSubject,
  partialBefore,
  partialTarget,
  partOfRecord,
  passiveBefore,
  phraseOfLink,
  pieceInClause,
  pieceOf,
  pieceStated,
  purpose,
  quick,
  replacingOrReplaced,
  saysPart,
  subjectBefore,
  type Wording,
} from './supersessionPhrases';

/** A supersession found in one text. */
export interface FoundRelation extends WrittenRelation {
  /** `by`: the text's record is the older one. `of`: it is the newer one. */
  readonly direction: 'by' | 'of';
  /** False for what only names a successor: "deprecated in favour of". */
  readonly replaces: boolean;
  /** How sure it is that the words name a record; prose about other things has "replaces 3 services" too. */
  readonly naming: Naming;
  /** What the words say it of, where that is not the record itself: "the old cookies were superseded by ...". */
  readonly subject: string | null;
}

/** `record`: a link to a document, `ADR-12`, a file name. `number`: digits alone, or a link to anywhere. `words`: neither. */
export type Naming = 'record' | 'number' | 'words';

/** Stands for a section of a record: what is said holds for a part of it. */
const partMark = '\x02';

/** "superseded by ADR-9, which replaces ...": the subject is the record just named. */
const ofAnother = new RegExp(`(?:${linkMark}|[A-Z]{2,12}-\\d{1,6}),? (?:which|that)\\b[^.;]{0,80}$`);

/** What an arrow leads from: `the format → superseded by ADR-9`. */
const pointed = /([^.;:()→]{1,80})\s(?:→|-{1,2}>|=>)\s?$/;

/** What is in brackets, or a link outside of any. */
const aside = new RegExp(`\\([^()]{0,200}\\)|${linkMark}`, 'g');

interface Marked {
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** What was asked for last: a status is looked at for its own sake, and for what it says of other records. */
let last: {
  readonly markup: string;
  readonly definitions: Definitions | undefined;
  readonly found: readonly FoundRelation[];
} | null = null;

/** `superseded-in-part-by-ADR-9`, `partially-superseded-by-ADR-9`: a status that is one word. */
const dashed =
  /(?<![\w-])(?:(?:partially|partly)-)?(?:superseded|replaced|obsoleted|deprecated)(?:-(?:in-part|partially|partly))?-by-(?=[A-Z\d])/gi;

/** Every "superseded by ..." and "supersedes ..." of one line or value, in order. */
export function relationsIn(markup: string, definitions?: Definitions): readonly FoundRelation[] {
  if (!quick.test(markup)) return [];
  if (last?.markup !== markup || last.definitions !== definitions) {
    last = { markup, definitions, found: readRelations(markup, definitions) };
  }
  return last.found;
}

function readRelations(markup: string, definitions?: Definitions): readonly FoundRelation[] {
  const marked = markLinks(
    markup.replace(dashed, (words) => words.replaceAll('-', ' ')),
    definitions,
  );
  // Each phrase speaks of what follows it, up to the next: "Supersedes ADR-3, superseded by ADR-9" has one of each.
  const phrases = [...phrasesIn(marked.text, byPhrases, 'by'), ...phrasesIn(marked.text, ofPhrases, 'of')];
  phrases.sort((a, b) => a.start - b.start);
  return phrases.flatMap((phrase, index) => {
    const before = marked.text.slice(Math.max(0, phrase.start - 80), phrase.start);
    const scope = marked.text.slice(phrase.end, phrases[index + 1]?.start ?? marked.text.length);
    if (!isStated(phrase, before.trimEnd(), scope) || eitherLabel.test(scope)) return [];
    if (unsure.test(scope.replace(/^[\s:*_]{1,6}/, '').trimEnd())) return [];
    if (phrase.direction === 'of' && isOfAnother(before)) return [];
    const partial =
      partialBefore.test(before) ||
      (phrase.direction === 'by' && pieceStated.test(before)) ||
      saysPart(scope) ||
      saysPart(phrase.text) ||
      dividesScope(before, scope) ||
      (phrase.direction === 'of' && pieceInClause.test(scope)) ||
      /part|teil|deel|delvis|except/i.test(phrase.text);
    // "Deprecated in favour of" says where to go and not that the status is "superseded".
    const replaces = !/^(?:deprecate|retired|reverted|in favo)/i.test(phrase.text);
    const skipped = countMarks(marked.text.slice(0, phrase.end));
    const subject = phrase.direction === 'by' ? otherSubject(before) : null;
    return targetsIn(scope, marked.links.slice(skipped)).map((target) => ({
      ...target,
      direction: phrase.direction,
      partial: partial || target.partial,
      replaces,
      subject,
    }));
  });
}

/** Whether it is said to have happened, and not denied, planned, made to depend on something or no longer so. */
function isStated({ direction }: Phrase, before: string, after: string): boolean {
  if (notYet.test(before) || noMore.test(before) || notYetElsewhere.test(before)) return false;
  return direction === 'by' ? !onCondition.test(after) : !deniedBehind.test(after);
}

/** Whether a text that begins with "superseded" says under which condition it will be. */
export function isOnCondition(text: string): boolean {
  return onCondition.test(text);
}

/** Whether words that may say "superseded" say here that this record takes another's place: `Ersetzt [2. Foo](0002-foo.md)`. */
export function saysReplacing(markup: string, definitions?: Definitions): boolean {
  if (!mayBeReplacing.test(markup) || !replacingOrReplaced.test(plainText(markup, definitions))) return false;
  const found = relationsIn(markup, definitions).filter(({ naming }) => naming !== 'words');
  return found.length > 0 && found.every(({ direction }) => direction === 'of');
}

/** Whether "supersedes" is said of another record than the text's, or is a passive. */
function isOfAnother(before: string): boolean {
  return ofAnother.test(before) || passiveBefore.test(before);
}

/** `possibly ADR-9`, `ADR-9?`, `ADR-9 (planned)`, and `(see ADR-9)` behind the dash that says none. */
const unsure =
  /^(?:possibly|perhaps|maybe|probably|likely|vielleicht|evtl\.?|peut-être|quizás?|talvez|forse|\((?:see|cf\.?|siehe|vgl\.?|voir|véase))\s|\?$|\((?:planned|tentative|tbc|tbd|to be confirmed|not yet|geplant|prévue?|previst[oa])(?![\p{L}])[^()]*\)$/iu;

/** The targets of a field that is only about them: `supersedes: [4, 9]`, `| Superseded by | [x](y) |`. */
export function targetsOf(markup: string, definitions?: Definitions): readonly WrittenRelation[] {
  const whole = plainText(markup, definitions);
  if (isNothing(whole) || isUnfilled(markup) || unsure.test(whole)) return [];
  const marked = markLinks(markup, definitions);
  // `ADR-3 in part, ADR-4 in full`: each is said of its own.
  const isDivided = /\b(?:in full|fully|entirely|completely|as a whole)\b/i.test(marked.text);
  const partial = !isDivided && (saysPart(marked.text) || /^(?:partial|partly)/i.test(marked.text));
  const found = targetsIn(marked.text, marked.links).filter(({ text }) => !isNothing(text));
  return found.map((target) => ({ text: target.text, href: target.href, partial: partial || target.partial }));
}

/** What a line labelled `Superseded` names: `2019-12-19 by [ADR 12](0012-….md)`. Words alone name no record. */
export function supersessionIn(markup: string, definitions?: Definitions): readonly FoundRelation[] {
  const target = markup.replace(/^\W{0,8}(?:\d{4}-\d{2}-\d{2}(?:\W{1,4}|$))?/, opening).replace(/^by\s{1,5}/i, '');
  return relationsIn(`superseded by ${target}`, definitions).filter(({ naming }) => naming !== 'words');
}

/** `Superseded [ADR 12](0012-….md)`: a status with its target and no word between them. */
export function supersessionWithoutBy(markup: string, definitions?: Definitions): readonly FoundRelation[] {
  if (!/superse|superc|replaced/i.test(markup)) return [];
  const word =
    /^[^\p{L}\p{N}[]{0,12}(?:superseded|superceded|superseeded|replaced)[\s:*_,>=(\u2192\u2013\u2014-]{1,8}(?:(?:see|cf\.?)(?: also)?[\s:]{1,3})?(?=[[#]|(?:ADR|RFC)|0\d)/iu.exec(
      markup,
    );
  return word ? supersessionIn(markup.slice(word[0].length), definitions) : [];
}

/** Keeps the bracket that a link begins with. */
function opening(start: string): string {
  return /[[#]$/.exec(start)?.[0] ?? '';
}

interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly direction: 'by' | 'of';
}

/** More of one direction are none of a sentence. */
const mostPhrases = 20;

/** From left to right, of those that begin at one place the first of the list; what is in one begins no other. */
function phrasesIn(text: string, wordings: readonly Wording[], direction: 'by' | 'of'): Phrase[] {
  const patterns = wordings.flatMap(({ needs, pattern }) => (needs.test(text) ? pattern : []));
  const found: Phrase[] = [];
  let from = 0;
  while (found.length < mostPhrases) {
    const match = firstOf(patterns, text, from);
    if (match === null) break;
    const end = match.index + match[0].length;
    found.push({ start: match.index, end, text: match[0], direction });
    // One that only looks ahead has no text.
    from = Math.max(end, match.index + 1);
  }
  return found;
}

function firstOf(patterns: readonly RegExp[], text: string, from: number): RegExpExecArray | null {
  let first: RegExpExecArray | null = null;
  for (const pattern of patterns) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match && (first === null || match.index < first.index)) first = match;
  }
  return first;
}

/** Links give way to marks, so that a phrase reads on whatever markup it has; a link around the phrase is opened. */
function markLinks(written: string, definitions?: Definitions): Marked {
  const markup = written.replaceAll(linkMark, '').replaceAll(partMark, '');
  const links: { text: string; href: string }[] = [];
  let text = '';
  let at = 0;
  for (const link of inlineLinks(markup, definitions)) {
    text += markup.slice(at, link.start);
    at = link.end;
    if (link.image) continue;
    const shown = plainText(link.text) || nameOf(link.href);
    const isPhrase = phraseOfLink.exec(shown);
    if (isPhrase) text += ` ${isPhrase[0]} `;
    links.push({
      text: isPhrase ? shown.slice(isPhrase[0].length).trim() || nameOf(link.href) : shown,
      href: link.href,
    });
    text += linkMark;
  }
  return { text: withoutMarks(text + markup.slice(at)), links };
}

function countMarks(text: string): number {
  return text.split(linkMark).length - 1;
}

interface Target {
  readonly text: string;
  readonly href: string | null;
  readonly naming: Naming;
  readonly partial: boolean;
}

/** What a clause names: links, else identifiers, of each part of a list one; failing all, its words. */
function targetsIn(scope: string, links: Marked['links']): readonly Target[] {
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
    // What a piece is taken from may be a list.
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

/** Up to where something else is spoken of, a bracket that the phrase stands in included. */
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
 * The record of one part of a list: what is in brackets behind it describes it. Several where there is nothing but them.
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

/** With the repository that is named beside it, by which it is another's: `ADR-n of the platform repository`. */
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

/** Without what stands in brackets, and the links in it. */
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

/** The subject of a phrase with an auxiliary verb, where it is something else than this record. */
function otherSubject(before: string): string | null {
  const led = pointed.exec(before)?.[1]?.trim();
  if (led !== undefined) return ownSubject.test(led) ? null : led;
  if (!mayBeSubject.test(before)) return null;
  const subject = subjectBefore.exec(before.trimEnd())?.[1]?.trim();
  // `Supersedes ADR-3 and is superseded by ADR-9`: both are said of one.
  const isShared = subject !== undefined && /^\W{0,4}(?:supersedes|replaces|obsoletes|amends|extends)\s/i.test(subject);
  return subject === undefined || isShared || ownSubject.test(subject) ? null : subject;
}
