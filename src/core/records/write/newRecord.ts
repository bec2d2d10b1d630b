import { compose, type Draft } from '../../drafts/draft';
import { freeName, nameWords } from '../../files/newName';
import { basename, extension, join } from '../../files/paths';
import type { FilePath } from '../../ports';
import { lineStarts } from '../../text/lineEnds';
import type { DocRecord } from '../record';
import { nameShape } from './fileNameShape';
import { type Form, fillForm } from './fillForm';
import type { NewKind, RecordFacts } from './recordFacts';
import { builtInForm } from './recordForms';
import { isOwnFolder, nameOf, orderOf } from './recordHome';
import { type Sibling, type Source, sourcesOf, usualOf } from './sibling';
import { skeletonOf } from './skeleton';
import type { NextRecord } from './skeletonValues';
import { undecidedWord } from './statusWording';

/** The folder of a repository's records of a kind, and what a new record there follows. */
export interface RecordHouse {
  readonly kind: NewKind;
  readonly folder: FilePath;
  /**
   * Names of everything that lies in the folder, is to be saved there, or lies there on another branch: none of them is
   * taken again.
   */
  readonly names: readonly string[];
  /** The latest records there, the last first, with their texts. */
  readonly siblings: readonly Sibling[];
  /** All records there, whose words for a status are followed. */
  readonly records: readonly DocRecord[];
  /** The folder's template; null where there is none. */
  readonly template: Form | null;
}

export interface NewRecord {
  readonly path: FilePath;
  /** The UTF-16 offset in the existing file at which the text is inserted; null for a file of its own. */
  readonly at: number | null;
  readonly draft: Draft;
}

/** The most UTF-16 units of a title in a file's name. */
const longestWords = 60;
/**
 * A new record in the form of the folder's records: its number or date, the form of its name and title, where its status
 * stands, and the folder's own template where there is one; where there is neither, a form of Meridian's. In each of
 * these it follows most of the latest records, and where these differ, the last.
 */
export function newRecord(house: RecordHouse, facts: RecordFacts): NewRecord {
  const [latest, ...earlier] = house.siblings;
  if (latest?.record.part) return newEntry(house, latest, facts);
  const { folder, names, kind } = house;
  const model = latest ? usualOf([latest, ...earlier], nameForm) : null;
  const shape = nameShape(model ? nameOf(model.record.path) : kind === 'runbook' ? 'x-x' : '0000-');
  const number = nextNumber([...names, ...house.records.map(({ path }) => nameOf(path))], shape.prefix);
  const padded = String(number).padStart(shape.number?.length ?? 1, '0');
  const lead = shape.date === null ? (shape.number === null ? '' : padded) : inForm(facts.today, shape.date);
  const isFolder = model !== null && isOwnFolder(model.record.path);
  // A template's text is in the markup that its own name says.
  const end = extension(house.template?.path ?? model?.record.path ?? '') || '.md';
  const words = shape.isBare ? '' : nameWords(facts.title, longestWords, shape.between);
  const name = [shape.prefix + lead, words].filter((part) => part !== '').join(shape.separator);
  const heading = titleLead(house.siblings, number) + facts.title;
  const taken = freeName(name || kind, isFolder ? '' : end, names);
  const path = isFolder && model ? join(folder, taken, basename(model.record.path)) : join(folder, taken);
  const draft = draftOf(house, heading, end, facts, shape.number === null ? null : padded);
  return { path, at: null, draft };
}

/** How a file is named, whatever its number and words. */
function nameForm({ record: { path } }: Sibling): string {
  const { prefix, number, date, separator, isBare } = nameShape(nameOf(path));
  const form = date?.replace(/\d/g, '0') ?? (number === null ? '' : '#');
  return [extension(path), isOwnFolder(path), prefix, form, isBare ? '' : separator].join(' ');
}

function draftOf(house: RecordHouse, heading: string, end: string, facts: RecordFacts, number: string | null): Draft {
  const { kind, siblings, template } = house;
  if (template !== null) return { text: fillForm({ ...template, kind }, heading, number, facts), stops: [] };
  const ofKind = siblings.filter(({ record }) => record.part || extension(record.path) === end);
  const lines = skeletonOf(ofKind, nextOf(house, heading, facts, number === null ? null : Number(number)));
  const markup = end === '.rst' ? 'rst' : /^\.a(?:scii)?doc$/.test(end) ? 'asciidoc' : 'markdown';
  return compose(lines ?? builtInForm(kind, heading, markup, facts));
}

function nextOf(
  { kind, records, siblings }: RecordHouse,
  heading: string,
  facts: RecordFacts,
  number: number | null,
): NextRecord {
  const all = records.length > 0 ? records : siblings.map(({ record }) => record);
  return { kind, facts, heading, number, status: (written) => undecidedWord(written, all) };
}

/** One more section of the file that holds them all, behind the last one, or before it where the newest comes first. */
function newEntry(house: RecordHouse, model: Sibling, facts: RecordFacts): NewRecord {
  const { record, text } = model;
  const number = Math.max(...house.siblings.map(orderOfSibling)) + 1;
  const heading = titleLead(house.siblings, number) + facts.title;
  const lines = skeletonOf(house.siblings, nextOf(house, heading, facts, number)) ?? [heading];
  const isNewestFirst = house.siblings.some(({ record: { part } }) => (part?.line ?? 0) > (record.part?.line ?? 0));
  const line = isNewestFirst ? (record.part?.line ?? 1) : (record.part?.endLine ?? 1) + 1;
  const at = lineStarts(text)[line - 1] ?? text.length;
  const isAfterGap = at === 0 || /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(text.slice(Math.max(0, at - 80), at));
  const before = isAfterGap ? [] : /[\r\n]$/.test(text.slice(0, at)) ? [''] : ['', ''];
  const isLast = at >= text.trimEnd().length;
  return { path: record.part?.file ?? record.path, at, draft: compose([...before, ...lines, ...(isLast ? [] : [''])]) };
}

function orderOfSibling({ record }: Sibling): number {
  return orderOf(record);
}

function nextNumber(names: readonly string[], prefix: string): number {
  const taken = names.flatMap((name) => {
    const shape = nameShape(name);
    return shape.number !== null && shape.prefix.toLowerCase() === prefix.toLowerCase() ? Number(shape.number) : [];
  });
  return Math.max(0, ...taken) + 1;
}

function inForm(today: string, form: string): string {
  return (form.includes('-') ? today : today.replaceAll('-', '')).slice(0, form.length);
}

/** `12. ` or `ADR-0012: ` before the title, as most of the latest have it. */
function titleLead(siblings: readonly Sibling[], number: number): string {
  const [first, ...more] = sourcesOf(siblings).map(leadOf);
  if (first === undefined) return '';
  const lead = usualOf([first, ...more], (one) =>
    one.replace(/\d+/, (written) => (/^0\d/.test(written) ? written.replace(/\d/g, '0') : '#')),
  );
  const written = /\d{1,6}/.exec(lead)?.[0];
  if (written === undefined) return '';
  return lead.replace(written, /^0\d/.test(written) ? String(number).padStart(written.length, '0') : String(number));
}

function leadOf({ findings, record }: Source): string {
  const text = findings.title?.heading.text ?? '';
  const lead = text.slice(0, Math.max(0, text.indexOf(record.title)));
  // A year or day before the number is not counted up.
  return /\d/.test(lead) && lead.length <= 20 && !/(?<!\d)(?:19|20)\d\d(?:-\d|\d\d)/.test(lead) ? lead : '';
}
