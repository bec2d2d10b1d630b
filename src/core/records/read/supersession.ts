import type { Definitions } from '../../text/inlineLinks';
import { inLowerCase } from '../../text/lowerCase';
import { plainText } from '../../text/plainText';
import { isNothing, isUnfilled } from '../../text/unfilled';
import type { WrittenRelation } from '../record';
import { type Naming, targetsIn } from './clauseTargets';
import { countMarks, linkMark, markLinks } from './linkMarks';
import { dividesScope, partialBefore, pieceInClause, saysPart, statesPiece } from './supersededPart';
import {
  byPhrases,
  eitherLabel,
  mayBeReplacing,
  ofPhrases,
  passiveBefore,
  quick,
  replacingOrReplaced,
  type Wording,
} from './supersessionPhrases';
import { otherSubject } from './supersessionSubject';
import { isHeld, isUnsure } from './unheldSupersession';

/** A supersession found in one text. */
export interface FoundRelation extends WrittenRelation {
  /** `by`: the text's record is the older one. `of`: it is the newer one. */
  readonly direction: 'by' | 'of';
  /** False for what only names a successor: "deprecated in favour of". */
  readonly replaces: boolean;
  /** How sure it is that the words name a record; prose about other things has "replaces 3 services" too. */
  readonly naming: Naming;
  /** What is superseded, where that is not the record itself: "the old cookies were superseded by ...". */
  readonly subject: string | null;
}

/** "superseded by ADR-9, which replaces ...": the subject is the record just named. */
const ofAnother = new RegExp(`(?:${linkMark}|[A-Z]{2,12}-\\d{1,6}),? (?:which|that)\\b[^.;]{0,80}$`);

/** The last result: a status is read twice, for itself and for what it says of other records. */
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
    if (!isHeld(phrase.direction, before.trimEnd(), scope) || eitherLabel.test(scope)) return [];
    if (isUnsure(scope.replace(/^[\s:*_]{1,6}/, '').trimEnd())) return [];
    if (phrase.direction === 'of' && isOfAnother(before)) return [];
    const partial =
      partialBefore.test(before) ||
      (phrase.direction === 'by' && statesPiece(before)) ||
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

/** The targets of a field that is only about them: `supersedes: [4, 9]`, `| Superseded by | [x](y) |`. */
export function targetsOf(markup: string, definitions?: Definitions): readonly WrittenRelation[] {
  const whole = plainText(markup, definitions);
  if (isNothing(whole) || isUnfilled(markup) || isUnsure(whole)) return [];
  const marked = markLinks(markup, definitions);
  // `ADR-3 in part, ADR-4 in full`: each remark belongs to its own record.
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

/** The most phrases of one direction; a sentence has fewer. */
const mostPhrases = 20;

/** The phrases of a text from left to right, without overlaps. At one place the first pattern of the list wins. */
function phrasesIn(text: string, wordings: readonly Wording[], direction: 'by' | 'of'): Phrase[] {
  const lower = inLowerCase(text);
  const patterns = wordings.flatMap(({ needs, pattern }) => (needs.test(lower) ? pattern : []));
  const found: Phrase[] = [];
  let from = 0;
  while (found.length < mostPhrases) {
    const match = firstOf(patterns, lower, from);
    if (match === null) break;
    const end = match.index + match[0].length;
    found.push({ start: match.index, end, text: text.slice(match.index, end), direction });
    // A phrase that is only a lookahead is empty.
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
