import type { SourceDocument } from '../../text/document';
import { plainText } from '../../text/plainText';
import { isTitleOfForm, isUnfilled } from '../../text/unfilled';
import { commaSet } from '../../text/wordList';
import { isModelNoun, isTemplateNoun, templateNameWords } from '../templateWords';
import { type Field, fieldsNamed } from './field';
import type { Findings } from './findings';
import { isChoice } from './statusWords';

/** Words that the name of a template consists of, besides numbers and placeholders for them. */
const templateWords = commaSet(`
  skeleton, example, default, general, minimal, bare, long, short, full, blank, empty, simple,
  new, copy, me, the, title, your, my, of, for, adr, adrs, rfc, rfcs, kep, madr, nygard, decision, decisions, record,
  records, proposal, runbook, architecture, architectural, yyyymmdd, yyyy, mm, dd,
  de, en, fr, es, pt, it, da, nl, sv, no, pl`);
const placeOfNumber = /^(?:x{1,4}|n{3,4}|\d{1,6})$/;
/** Every placeholder contains one of these: a cheap test before a line is parsed. */
const mayAsk = /[[{<]|yyyy|mm|xx|nnn|title|number|everyone|[-\s](?:x|n{2})/i;

/**
 * Whether a document is a template, by several signs together: the name, a placeholder for a title, a status that lists
 * choices, a date of letters, and the share of placeholders in the text. A record that kept a few of them is still one.
 */
export function isTemplate(
  document: SourceDocument,
  { named, title, fields }: Findings,
  texts: readonly string[],
): boolean {
  const { id, slug } = named;
  const isNamed = isOfTemplateWords(slug);
  // A number makes `0005-adr-template.md` a decision about templates; 0000 is where templates are kept.
  if (isNamed && !/[1-9]/.test(id ?? '')) return true;
  const heading = title ?? document.sections.find((section) => section.heading.level === 1);
  const [front] = fieldsNamed(fields, 'title').filter(({ zone }) => zone === 'front');
  const hasFormTitle = isFormTitle(heading?.heading.text ?? '') || isFormTitle(front?.values[0] ?? '');
  const hasFormStatus = isUnfilledField(fieldsNamed(fields, 'status'));
  const hasFormDate = isUnfilledField(fieldsNamed(fields, 'date'));
  const isAsking = (text: string) => mayAsk.test(text) && asksFor(plainText(text, document.definitions));
  const isBare = texts.length - document.sections.length < 3;
  if (isNamed) return hasFormTitle || hasFormStatus || hasFormDate || isMoreThan(0.05, texts, isAsking);
  if (hasFormTitle) return hasFormStatus || hasFormDate || isBare || isMoreThan(0.2, texts, isAsking);
  return isMoreThan(hasFormStatus && hasFormDate ? 0.1 : 0.5, texts, isAsking);
}

/** Whether more than `share` of the texts pass `isSo`; stops once that is settled. */
function isMoreThan(share: number, texts: readonly string[], isSo: (text: string) => boolean): boolean {
  let found = 0;
  for (let at = 0; at < texts.length; at++) {
    if (isSo(texts[at] ?? '')) found++;
    if (found / texts.length > share) return true;
    if ((found + texts.length - at - 1) / texts.length <= share) return false;
  }
  return false;
}

/** A line that is all placeholder, its list mark apart. */
function asksFor(text: string): boolean {
  return isUnfilled(text.replace(/^\W{1,3}(?=[[{<])/, ''));
}

/** Whether all words of a name are a template's. `isTemplateName` asks for less, as it has no text to go by. */
function isOfTemplateWords(slug: string): boolean {
  const isOfTemplate = (word: string) =>
    isTemplateNoun(word) || isModelNoun(word) || templateWords.has(word) || placeOfNumber.test(word);
  return templateNameWords(slug.toLowerCase())?.every(isOfTemplate) ?? false;
}

function isFormTitle(markup: string): boolean {
  const text = plainText(markup).trim();
  const rest = text.replace(
    /^(?:(?:[a-z]{2,5}[-\s]?(?=\d)|adr|rfc)?[-\s]?(?:\d{1,6}|[xn]{1,4})?[\s.:\u2013\u2014-]{0,4})/i,
    '',
  );
  return (
    isUnfilled(markup) ||
    isUnfilled(rest) ||
    /(?:\{|<|\[)[^\]}>]{0,60}\b(?:title|number|name|decision)\b[^\]}>]{0,60}[}>\]](?!\()/i.test(markup) ||
    isTitleOfForm(rest) ||
    /^[A-Z]{4,8}\. TITLE/.test(text)
  );
}

function isUnfilledField(fields: readonly Field[]): boolean {
  const values = fields.filter(({ zone }) => zone !== 'body').flatMap((field) => field.values.slice(0, 8));
  return (
    values.length > 0 && values.every((value) => isUnfilled(value) || isChoice(value) || isUnfilled(plainText(value)))
  );
}
