import type { Section, SourceDocument } from '../../text/document';
import type { Line } from '../../text/line';
import { firstSentence, normalName, plainText, shorten } from '../../text/plainText';
import { hasGap, isNothing, isUndecided, isUnfilled } from '../../text/unfilled';
import { commaSet } from '../../text/wordList';
import type { RecordKind } from '../record';
import { recordLimits } from '../recordLimits';
import { readLabel } from './labels';
import { sectionNames } from './sectionNames';
import { leadingStatus } from './statusWords';

const chosenOption =
  /^(?:chosen|selected|preferred) (?:options?|solutions?|alternatives?)\b(?:\s{0,3}[:\u2013\u2014-]\s*|\s+(?=["\u201c\u201e]))/i;
/** `Option C, because …`: the name of an option and no word of what it is. */
const optionAlone = new RegExp(
  `^(?:we (?:will |have )?(?:use|go (?:for|with)|went (?:for|with)|cho(?:o?se|sen)|pick(?:ed)?|select(?:ed)?|adopt(?:ed)?|decided (?:for|on)) )?` +
    String.raw`["\u201c\u201e'*]{0,3}((?:option|alternative|variante?|solution)\s(?:[A-Z]|\d{1,2}))` +
    // Nothing more, or the reason.
    String.raw`(?=["\u201d\u201c'*]{0,3}(?:[,;.]|\s(?:because|since|as|weil|car|porque)\b|$))`,
  'i',
);
const quoted = /^(["\u201c\u201e])([^"\u201c\u201d\u201e]{1,300})["\u201d\u201c]/;
/** A choice that is still the template's. */
const unfilledChoice = /^["\u201c']?[{[<][^}\]>]{3,200}[}\]>]/;
/** What follows from a decision is not the decision. */
const consequences = /^\W{0,6}(?:\d{1,2}\.?\s)?(?:(?:positive|negative) )?consequences\b/i;
/** `Tracking issue: https://...`: where to read on. */
const address = /^[\p{L}*_ ]{0,40}:?[*_\s]{0,4}<?https?:\/\/\S{1,2000}$/u;
/** As much as several words in a script that has no spaces between them. */
const unspaced =
  /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{0,40}){6}/u;
/** `PR 1195`, `see ADR-12`: where to read on. */
const referenceOnly = /^(?:see |cf\.? )?(?:pr|pull request|issue|discussion|adr|rfc|ticket)?[\s#-]{0,3}\d{1,8}\.?$/i;
/** A line in bold that is a heading of the text below it. */
const bold = /^(?:\*\*[^*\n]{1,200}\*\*|__[^_\n]{1,200}__)\s{0,3}$/;
const topic = /^\W{0,6}(?:how|why|what|when|where|which|wie|warum|was|pourquoi|comment|por qué|cómo)\b/i;
const label = /^[^\p{L}\p{N}[({]{0,6}(\p{L}[\p{L} ]{1,29})[*_`]{0,3}\s?[:\uff1a][*_`]{0,3}\s{0,4}(.*)$/u;
/** A cheap test before `label`: most lines have none, and a pattern with letters of every script is slow. */
const colon = /[:\uff1a]/;
/** Names of decision sections that mean nothing else as a label. `Outcome:` and `Resolution:` do. */
const decisionLabels = commaSet(`
  decision, the decision, decision taken, decision made, our decision, final decision, entscheidung, décision, decisión,
  decisão, beslutning, beslut, besluit, decisione, decyzja, решение, 决策, 决定, 決定, 決定事項, 결정, 결정 사항`);
const yStatement = /^In the context of\b/;
/** What a Y-statement goes on with; other sentences begin alike. */
const yParts = /\b(?:facing|we (?:decided|decide|chose|choose|will|use)|accepting|neglected)\b/i;

/**
 * The decision in one sentence of plain text: the first of the section called Decision or alike, a Y-statement, or for
 * an RFC its summary. Null where the record has no such place.
 */
export function decisionSentence(document: SourceDocument, kind: RecordKind): string | null {
  if (kind !== 'decision' && kind !== 'rfc') return null;
  for (const section of document.sections) {
    if (!sectionNames.decision.has(section.name)) continue;
    const found = firstSentenceOf(document, section);
    if (found !== null) return found;
  }
  const statement = statementIn(document) ?? labelledDecision(document);
  if (statement !== null) return sentenceOf(statement, document);
  const summary = kind === 'rfc' ? document.sections.find(({ name }) => sectionNames.summary.has(name)) : undefined;
  return summary ? firstSentenceOf(document, summary) : null;
}

function isAddress(text: string): boolean {
  return text.includes('://') && address.test(text);
}

/** The paragraph of a Y-statement. */
function statementIn(document: SourceDocument): string | null {
  const { lines } = document;
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1]?.kind;
    if (line.kind !== 'text' || above === 'text' || above === 'item') continue;
    if (!yStatement.test(plainText(line.text.slice(0, 60)))) continue;
    const paragraph = paragraphFrom(document, at);
    if (yParts.test(paragraph)) return paragraph;
  }
  return null;
}

/** `**Decision:** We use Go.`, as the entries of a log have it. What is decided of a proposal (`Decision: approved`) is its status. */
function labelledDecision(document: SourceDocument): string | null {
  for (const [at, line] of document.lines.entries()) {
    const value = valueOfDecision(line);
    if (value === null) continue;
    const text = value === '' ? paragraphFrom(document, at + 1) : [value, paragraphFrom(document, at + 1)].join(' ');
    if (!isUnfilled(value) && !isVerdict(text)) return text;
  }
  return null;
}

function isVerdict(text: string): boolean {
  return text.length < 40 && leadingStatus(plainText(text)) !== null;
}

/** What follows the label on its line, or null where the line has no such label. */
export function valueOfDecision(line: Line): string | null {
  if (line.kind === 'attribute') return decisionLabels.has(normalName(line.name)) ? line.text : null;
  if ((line.kind !== 'text' && line.kind !== 'item') || !colon.test(line.text)) return null;
  const [, name = '', value = ''] = label.exec(line.text) ?? [];
  return name !== '' && decisionLabels.has(normalName(name)) ? value : null;
}

function firstSentenceOf(document: SourceDocument, section: Section): string | null {
  for (let at = section.start; at < section.outerEnd; at++) {
    const line = document.lines[at];
    if (line?.kind === 'heading' && consequences.test(line.text)) return null;
    if (line?.kind !== 'text' && line?.kind !== 'item') continue;
    if (readLabel(line.text)?.name === 'status' || isUnfilled(line.text) || isAddress(line.text)) continue;
    if (bold.test(line.text) && topic.test(line.text)) continue;
    if (isStillOpen(line.text)) return null;
    const sentence = sentenceOf(paragraphFrom(document, at), document);
    if (sentence === null) continue;
    return /(?:[:\uff1a]|\b(?:because|as|since))$/.test(sentence)
      ? withWhatFollows(sentence, document, at, section)
      : sentence;
  }
  return null;
}

/** `Chosen option: TBD`: what stands below it is no decision either. */
function isStillOpen(markup: string): boolean {
  const text = plainText(markup.slice(0, 200)).trim();
  const chosen = chosenOption.exec(text);
  return chosen !== null && isUndecided(text.slice(chosen[0].length).replace(/[:.,"\s]{1,4}$/, ''));
}

/** A line and those that go on with it; a line in bold above others is a heading. */
function paragraphFrom({ lines }: SourceDocument, at: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let next = at; next < lines.length && length < 4 * recordLimits.sentenceLength; next++) {
    const line: Line | undefined = lines[next];
    if (line === undefined || (line.kind !== 'text' && !(next === at && line.kind === 'item'))) break;
    parts.push(line.text);
    if (next === at && bold.test(line.text)) break;
    length += line.text.length;
  }
  return parts.join(' ');
}

function sentenceOf(markup: string, document: SourceDocument): string | null {
  const text = plainText(markup, document.definitions);
  const isWords = /\p{L}/u.test(text) && (text.includes(' ') || unspaced.test(text));
  if (!isWords || isNothing(text) || isUnfilled(text)) return null;
  const chosen = chosenOption.exec(text);
  // A label alone waits for the list below it.
  const choice = (chosen && text.slice(chosen[0].length)) || text;
  if (unfilledChoice.test(choice) || hasGap(choice.slice(0, 2000))) return null;
  // A number alone is that of an option above, and a question is what the section answers.
  if (referenceOnly.test(choice.trim())) return null;
  const sentence = firstSentence(withTitleOfOption(choice, document).replace(quoted, '$2'));
  if (sentence.endsWith('?')) return null;
  return shorten(sentence, recordLimits.sentenceLength);
}

/** `Option C: Queues (chosen)` */
const marked = /\s\((?:chosen|selected|accepted|recommended|preferred)\)$/i;

/** `Option C: Queues, because …`: adds the option's title, from the heading or list item that describes it. */
function withTitleOfOption(choice: string, { lines, definitions }: SourceDocument): string {
  const name = optionAlone.exec(choice)?.[1]?.toLowerCase();
  if (name === undefined) return choice;
  for (const [at, line] of lines.entries()) {
    // The line of a wrapped list item is only the beginning of its text.
    const isWhole = line.kind === 'heading' || (line.kind === 'item' && lines[at + 1]?.kind !== 'text');
    if (!isWhole) continue;
    const text = plainText(line.text, definitions);
    const title = text.toLowerCase().startsWith(name)
      ? /^\s?[:.)\u2013\u2014-]\s{1,3}(.{2,100})$/.exec(text.slice(name.length))?.[1]
      : undefined;
    if (title !== undefined)
      return choice.replace(optionAlone, (option) => `${option}: ${title.replace(marked, '').replace(/[.:]$/, '')}`);
  }
  return choice;
}

/**
 * "We will use:" says nothing without what follows: the first item of a list, or the text right below it. What stands
 * below another text belongs to that one.
 */
function withWhatFollows(sentence: string, document: SourceDocument, at: number, section: Section): string | null {
  const { lines } = document;
  const end = Math.min(section.outerEnd, at + 12);
  const after = (from: number, kinds: RegExp) => {
    let next = from;
    while (next < end && kinds.test(lines[next]?.kind ?? '')) next++;
    return next;
  };
  const below = after(after(at + 1, /^text$/), /^blank$/);
  const next = after(below, /^(?:blank|code|hidden)$/);
  const line = next < end ? lines[next] : undefined;
  const isRightBelow = line?.kind === 'text' && next === below && !/\w$/.test(sentence);
  const text = line?.kind === 'item' ? line.text : isRightBelow ? paragraphFrom(document, next) : '';
  const first = firstSentence(plainText(text, document.definitions));
  // A text that ends with a colon itself announces another list.
  if (first === '' || (isRightBelow && /[:\uff1a?]$/.test(first))) return chosenOption.test(sentence) ? null : sentence;
  return shorten(`${sentence} ${first}`, recordLimits.sentenceLength);
}
