import { dateIn } from '../../text/dates';
import type { Definitions } from '../../text/inlineLinks';
import { plainText, shorten } from '../../text/plainText';
import { beginsWithNothing, isNothing, isUndecided, isUnfilled } from '../../text/unfilled';
import type { RecordStatus } from '../record';
import { recordLimits } from '../recordLimits';
import { type Field, fieldsNamed } from './field';
import { lastStated, soFar } from './statusHistory';
import { contradicts, isChoice, leadingStatus, withoutOffer } from './statusWords';
import { relationsIn, saysReplacing, supersessionIn } from './supersession';
import { isOnCondition } from './unheldSupersession';

export interface StatedStatus {
  readonly status: RecordStatus;
  /** The source's own words without markup. */
  readonly text: string | null;
  /** A date in the same place, or null. */
  readonly date: string | null;
  /** The field that states it. */
  readonly field: Field | null;
  /** The value of the field that decided, markup kept. */
  readonly value: string | null;
}

const notStated: StatedStatus = { status: 'none', text: null, date: null, field: null, value: null };

/** The first place that states a status, best place first; forms left unfilled and empty values are passed over. */
export function statedStatus(fields: readonly Field[], definitions: Definitions): StatedStatus {
  const retired = fieldsNamed(fields, 'superseded').find((field) => isRetirement(field, definitions));
  if (retired) {
    const text = retirementText(retired, definitions);
    return { ...notStated, status: 'superseded', text, field: retired, value: retired.values[0] ?? null };
  }
  let unknown: StatedStatus | null = null;
  // Enhancement proposals have a stage as well, which says more only where it is all there is.
  const stages = fieldsNamed(fields, 'stage').filter(({ zone }) => zone === 'front');
  for (const field of [...fieldsNamed(fields, 'status'), ...stages]) {
    const stated = readStatus(field, definitions);
    if (stated === null) continue;
    if (stated.status !== 'other') return stated;
    // A label in the middle of the text is about anything; there only a known word is a status.
    if (field.zone !== 'body') unknown ??= stated;
    // An unknown word where a status belongs is the status; prose below a heading gives way to a known word elsewhere.
    if (field.zone === 'front' || field.zone === 'head') return unknown ?? notStated;
  }
  return unknown ?? notStated;
}

/** The other places above the text that state the same: a section below a front matter, a line of the head. */
export function restatements(
  fields: readonly Field[],
  definitions: Definitions,
  { field: first, status }: StatedStatus,
): readonly StatedStatus[] {
  if (first === null || status === 'none' || status === 'other') return [];
  return fieldsNamed(fields, 'status').flatMap((field) => {
    if (field === first || field.zone === 'body' || field.zone === 'title') return [];
    const stated = readStatus(field, definitions);
    return stated?.status === status ? [stated] : [];
  });
}

/** `Superseded: 2019-12-19 by ADR 12`: a line of its own that ends what the status says; `Superseded: no` does not. */
function isRetirement({ values, zone }: Field, definitions: Definitions): boolean {
  const [value = ''] = values;
  if (zone === 'body' || isUnfilled(value)) return false;
  return dateIn(value) !== null || supersessionIn(value, definitions).length > 0;
}

function retirementText({ values }: Field, definitions: Definitions): string {
  return shorten(`Superseded: ${plainText(values[0] ?? '', definitions)}`, recordLimits.statusLength);
}

interface Reading {
  readonly status: RecordStatus;
  readonly text: string;
  readonly date: string | null;
  readonly value: string;
}

function readStatus(field: Field, definitions: Definitions): StatedStatus | null {
  const values = chosen(field.values.map((value) => value.trim()).filter((value) => value !== ''));
  if (isUnfilled(values.join(' ')) || isUnfilled(values[0] ?? '')) return null;
  if (isChoice(values.join(' | ')) && isListOfWords(values)) return null;
  const readings = values.flatMap((value) => readValue(value, definitions) ?? []);
  const [first] = readings;
  if (first === undefined) return null;
  const reading =
    lastOfHistory(readings) ?? laterRetirement(readings, definitions) ?? afterRelations(readings) ?? first;
  return {
    status: reading.status,
    text: shorten(reading.text, recordLimits.statusLength),
    date: reading.date ?? dateOfNext(readings),
    field,
    value: reading.value,
  };
}

/** The ticked items of a list with boxes; any other values as they are. */
function chosen(values: readonly string[]): readonly string[] {
  const ticked = values.filter((value) => /^\[[xX]\]/.test(value));
  const boxes = values.filter((value) => /^\[[ xX]\]/.test(value));
  return boxes.length === 0 ? values : ticked.map((value) => value.slice(3).trim());
}

/** `Proposed`, `Accepted`, `Rejected` each on a line of its own, or with bars: what a template offers. */
function isListOfWords(values: readonly string[]): boolean {
  const [only = ''] = values;
  if (values.length === 1) return isChoice(only);
  return values.length >= 3 && values.every((value) => value.length < 24 && dateIn(value) === null);
}

/** An emoji for a status. Only a tick means the same to everybody. */
const picture = /^\p{Extended_Pictographic}\ufe0f?$/u;
const ticked = /^[\u2705\u2714\u2611]/;

function readValue(value: string, definitions: Definitions): Reading | null {
  const text = plainText(value, definitions).replace(/^["'\s]{1,3}|["'\s]{1,3}$/g, '');
  const words = withoutOffer(text.replace(/^[^\p{L}\p{N}([{<]{1,12}/u, '').trim());
  if (words === '' && picture.test(text)) {
    return { status: ticked.test(text) ? 'accepted' : 'other', text, date: null, value };
  }
  if (words === '' || (isNothing(words) && !isUndecided(words)) || isUnfilled(words) || isChoice(words)) return null;
  const date = dateIn(words) === null ? null : dateIn(soFar(words));
  const latest = lastStated(words)
    .replace(/^\(?\d[\d./-]{5,10}\)?[\s:,-]{0,4}/, '')
    .replace(/^[^\p{L}\p{N}]{1,12}/u, '');
  if (latest === '') return null;
  return { status: statusOf(latest, value, definitions), text: words, date, value };
}

/** `Accepted?`, `Accepted: not yet`: the status is questioned or denied. */
function isQuestioned(words: string): boolean {
  return /[?:]/.test(words) && /^[\p{L} ]{2,40}(?:\?|:\s?(?:no|not yet|nein|non)(?!\p{L}))/iu.test(words);
}

function statusOf(words: string, markup: string, definitions: Definitions): RecordStatus {
  const phrase = leadingStatus(words);
  const relations = relationsIn(markup, definitions).filter(
    ({ direction, replaces, subject }) => direction === 'by' && replaces && subject === null,
  );
  const isPart = relations.length > 0 ? relations.every(({ partial }) => partial) : (phrase?.partial ?? false);
  // What is superseded in part stays in force, whether or not the text also says "accepted".
  if (phrase?.status === 'superseded') {
    const isByNone = beginsWithNothing(/^\S{1,14} by (.{1,60})/i.exec(words)?.[1] ?? '-x');
    if (isByNone || isQuestioned(words) || isOnCondition(words) || saysReplacing(markup, definitions)) return 'other';
    return isPart ? 'accepted' : 'superseded';
  }
  if (relations.length > 0 && !isPart && phrase?.status !== 'rejected') return 'superseded';
  return phrase === null || isQuestioned(words) || contradicts(words, phrase.status) ? 'other' : phrase.status;
}

/** Dated lines, each with a status: the latest counts, whichever end it stands at. */
function lastOfHistory(readings: readonly Reading[]): Reading | null {
  const dated = readings.filter(({ date, status }) => date !== null && status !== 'other');
  if (dated.length < 2 || dated.length !== readings.length) return null;
  return dated.reduce((latest, next) => ((next.date ?? '') >= (latest.date ?? '') ? next : latest));
}

/** A status with more values is an essay, in which the word may be about anything. */
const mostStated = 6;
/** `Superseded.`, `Now superseded (2024-05-06)`: nothing else is said. */
const longestAlone = 30;

/** `Accepted`, and below it `Superseded by ...`; in an essay only where it names the record that took the place. */
function laterRetirement(readings: readonly Reading[], definitions: Definitions): Reading | null {
  const isEssay = readings.length > mostStated;
  const isOwn = ({ status, text, value }: Reading) => {
    if (status !== 'superseded' || leadingStatus(text)?.status !== status) return false;
    const isLoose = !isEssay && !text.startsWith('(');
    return isLoose || text.length <= longestAlone || namesSuccessor(value, definitions);
  };
  return readings.slice(1).find(isOwn) ?? null;
}

function namesSuccessor(value: string, definitions: Definitions): boolean {
  return relationsIn(value, definitions).some(({ direction, naming }) => direction === 'by' && naming === 'record');
}

/** A first line that is only about another record (`Supersedes ADR-3`, `Amends ...`) gives way to one with a status. */
function afterRelations(readings: readonly Reading[]): Reading | null {
  const isRelation = ({ status, text }: Reading) =>
    status === 'other' &&
    /^(?:supers|superc|amend|replac|relat|refin|extend|clarif|updat|depend|ersetz|ergänz|remplac|reemplaz|substitu|取代|替代)/i.test(
      text,
    );
  return readings[0] && isRelation(readings[0]) ? (readings.find(({ status }) => status !== 'other') ?? null) : null;
}

/** A line of its own below the status that is no more than a date. */
function dateOfNext(readings: readonly Reading[]): string | null {
  const next = readings[1];
  return next && next.text.length <= 30 ? next.date : null;
}
