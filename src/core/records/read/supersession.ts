import { type Definitions, inlineLinks } from '../../text/inlineLinks';
import { nameOf, plainText, withoutMarks } from '../../text/plainText';
import { isNothing, isUnfilled } from '../../text/unfilled';
import type { WrittenRelation } from '../record';
import {
  byPhrase,
  clauseEnd,
  identifier,
  notYet,
  ofPhrase,
  partialAfter,
  partialBefore,
  phraseOfLink,
  quick,
} from './supersessionPhrases';

/** A supersession found in one text. */
export interface FoundRelation extends WrittenRelation {
  /** `by`: the text's record is the older one. `of`: it is the newer one. */
  readonly direction: 'by' | 'of';
  /** False for what only names a successor: "deprecated in favour of". */
  readonly replaces: boolean;
  /** How sure it is that the words name a record; prose about other things has "replaces 3 services" too. */
  readonly naming: Naming;
}

/** `record`: a link to a document, `ADR-12`, a file name. `number`: digits alone, or a link to anywhere. `words`: neither. */
export type Naming = 'record' | 'number' | 'words';

/** Stands for a link while phrases are looked for; private use, and taken out of what is read. */
const linkMark = '\ue000';

/** "superseded by ADR-9, which replaces ...": the subject is the record just named. */
const ofAnother = new RegExp(`(?:${linkMark}|[A-Z]{2,12}-\\d{1,6}),? (?:which|that)\\b[^.;]{0,80}$`);

interface Marked {
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** Every "superseded by ..." and "supersedes ..." of one line or value, in order. */
export function relationsIn(markup: string, definitions?: Definitions): readonly FoundRelation[] {
  if (!quick.test(markup)) return [];
  const marked = markLinks(markup, definitions);
  // Each phrase speaks of what follows it, up to the next: "Supersedes ADR-3, superseded by ADR-9" has one of each.
  const phrases = [...phrasesIn(marked.text, byPhrase, 'by'), ...phrasesIn(marked.text, ofPhrase, 'of')].sort(
    (a, b) => a.start - b.start,
  );
  return phrases.flatMap((phrase, index) => {
    const before = marked.text.slice(Math.max(0, phrase.start - 80), phrase.start);
    if (notYet.test(before.trimEnd()) || (phrase.direction === 'of' && ofAnother.test(before))) return [];
    const scope = marked.text.slice(phrase.end, phrases[index + 1]?.start ?? marked.text.length);
    const partial = partialBefore.test(before) || partialAfter.test(scope) || /part/i.test(phrase.text);
    // "Deprecated in favour of" says where to go and not that the status is "superseded".
    const replaces = !/^(?:deprecate|retired|reverted|in favo)/i.test(phrase.text);
    const skipped = countMarks(marked.text.slice(0, phrase.end));
    return targetsIn(scope, marked.links.slice(skipped)).map((target) => ({
      ...target,
      direction: phrase.direction,
      partial,
      replaces,
    }));
  });
}

/** The targets of a field that is only about them: `supersedes: [4, 9]`, `| Superseded by | [x](y) |`. */
export function targetsOf(markup: string, definitions?: Definitions): readonly WrittenRelation[] {
  const whole = plainText(markup, definitions);
  if (isNothing(whole) || isUnfilled(markup)) return [];
  const marked = markLinks(markup, definitions);
  const partial = partialAfter.test(marked.text) || /^(?:partial|partly)/i.test(marked.text);
  const found = targetsIn(marked.text, marked.links).filter(({ text }) => !isNothing(text));
  return found.map(({ text, href }) => ({ text, href, partial }));
}

/** What a line labelled `Superseded` names: `2019-12-19 by [ADR 12](0012-….md)`. Words alone name no record. */
export function supersessionIn(markup: string, definitions?: Definitions): readonly FoundRelation[] {
  const target = markup.replace(/^\W{0,8}(?:\d{4}-\d{2}-\d{2}(?:\W{1,4}|$))?/, opening).replace(/^by\s{1,5}/i, '');
  return relationsIn(`superseded by ${target}`, definitions).filter(({ naming }) => naming !== 'words');
}

/** `Superseded [ADR 12](0012-….md)`: a status with its target and no word between them. */
export function supersessionWithoutBy(markup: string, definitions?: Definitions): readonly FoundRelation[] {
  const word = /^[^\p{L}\p{N}[]{0,12}(?:superseded|superceded|replaced)[\s:*_]{1,6}(?=[[#(]|ADR|RFC|0\d)/iu.exec(
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

function phrasesIn(text: string, pattern: RegExp, direction: 'by' | 'of'): Phrase[] {
  return [...text.matchAll(pattern)].slice(0, 20).map((match) => {
    return { start: match.index, end: match.index + match[0].length, text: match[0], direction };
  });
}

/** Links give way to marks, so that a phrase reads on whatever markup it has; a link around the phrase is opened. */
function markLinks(markup: string, definitions?: Definitions): Marked {
  const links: { text: string; href: string }[] = [];
  let text = '';
  let at = 0;
  for (const link of inlineLinks(markup.replaceAll(linkMark, ''), definitions)) {
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
}

/** Links, else numbers and file names, else the words of the clause. */
function targetsIn(scope: string, links: Marked['links']): readonly Target[] {
  const end = clauseEnd.exec(scope)?.index ?? scope.length;
  const clause = scope.slice(0, Math.min(end, 300));
  const count = countMarks(clause);
  if (count > 0) {
    return links
      .slice(0, count)
      .map(({ text, href }) => ({ text, href, naming: namesRecord(text, href) ? 'record' : 'number' }));
  }
  const ids = [...clause.matchAll(identifier)].map(([id]) => id.trim()).slice(0, 20);
  if (ids.length > 0)
    return ids.map((text) => ({ text, href: null, naming: /^#?\d+$/.test(text) ? 'number' : 'record' }));
  // Failing links and identifiers, a title may be meant; a pronoun never is.
  const words = clause.replace(/^[\s:,]{1,5}/, '').trim();
  const isEmpty =
    words.length < 3 || isNothing(words) || isUnfilled(words) || /^(?:this|that|it|these|those)\b/i.test(words);
  return isEmpty ? [] : [{ text: words, href: null, naming: 'words' }];
}

function namesRecord(text: string, href: string): boolean {
  const isDocument = /\.(?:md|mdx|rst|adoc)(?:#|$)/i.test(href) || (!/^[a-z]+:|^#/i.test(href) && /\d/.test(href));
  return isDocument || /\b(?:ADR|RFC)[-_ #]?\d/i.test(text);
}
