import type { Section, SourceDocument } from '../../text/document';
import type { Line } from '../../text/line';
import { firstSentence, plainText, shorten } from '../../text/plainText';
import { hasGap, isNothing, isUnfilled } from '../../text/unfilled';
import type { RecordKind } from '../record';
import { recordLimits } from '../recordLimits';
import { readLabel } from './labels';
import { sectionNames } from './sectionNames';

const chosenOption =
  /^(?:chosen|selected|preferred) (?:options?|solutions?|alternatives?)\b(?:\s{0,3}[:\u2013\u2014-]\s*|\s+(?=["\u201c\u201e]))/i;
const quoted = /^(["\u201c\u201e])([^"\u201c\u201d\u201e]{1,300})["\u201d\u201c]/;
/** A choice that is still the template's. */
const unfilledChoice = /^["\u201c']?[{[<][^}\]>]{3,200}[}\]>]/;
/** What follows from a decision is not the decision. */
const consequences = /^\W{0,6}(?:\d{1,2}\.?\s)?(?:(?:positive|negative) )?consequences\b/i;
/** `Tracking issue: https://...`: where to read on. */
const addressOnly = /^[\p{L}*_ ]{0,40}:?[*_\s]{0,4}<?https?:\/\/\S{1,2000}$/u;
/** As much as several words in a script that has no spaces between them. */
const unspaced =
  /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{0,40}){6}/u;
const yStatement = /^in the context of\b/i;

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
  const statement = document.lines.find(
    (line) => line.kind === 'text' && yStatement.test(plainText(line.text.slice(0, 60))),
  );
  if (statement) return sentenceOf(paragraphFrom(document, document.lines.indexOf(statement)), document);
  const summary = kind === 'rfc' ? document.sections.find(({ name }) => sectionNames.summary.has(name)) : undefined;
  return summary ? firstSentenceOf(document, summary) : null;
}

function firstSentenceOf(document: SourceDocument, section: Section): string | null {
  for (let at = section.start; at < section.outerEnd; at++) {
    const line = document.lines[at];
    if (line?.kind === 'heading' && consequences.test(line.text)) return null;
    if (line?.kind !== 'text' && line?.kind !== 'item') continue;
    if (readLabel(line.text)?.name === 'status' || isUnfilled(line.text) || addressOnly.test(line.text)) continue;
    const sentence = sentenceOf(paragraphFrom(document, at), document);
    if (sentence === null) continue;
    return /(?:[:\uff1a]|\b(?:because|as|since))$/.test(sentence)
      ? withFirstItem(sentence, document, at, section)
      : sentence;
  }
  return null;
}

/** A line and those that go on with it. */
function paragraphFrom({ lines }: SourceDocument, at: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let next = at; next < lines.length && length < 4 * recordLimits.sentenceLength; next++) {
    const line: Line | undefined = lines[next];
    if (line === undefined || (line.kind !== 'text' && !(next === at && line.kind === 'item'))) break;
    parts.push(line.text);
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
  const sentence = firstSentence(choice.replace(quoted, '$2'));
  return shorten(sentence, recordLimits.sentenceLength);
}

/** "We will use:" says nothing without what follows. */
function withFirstItem(sentence: string, document: SourceDocument, at: number, section: Section): string | null {
  const item = document.lines.slice(at + 1, Math.min(section.outerEnd, at + 12)).find(({ kind }) => kind === 'item');
  if (item?.kind !== 'item') return chosenOption.test(sentence) ? null : sentence;
  const first = firstSentence(plainText(item.text, document.definitions));
  return shorten(`${sentence} ${first}`, recordLimits.sentenceLength);
}
