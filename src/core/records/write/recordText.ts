import type { SourceDocument } from '../../text/document';
import { applyEdits, type TextEdit } from '../../text/textEdit';
import { isUnfilled } from '../../text/unfilled';
import { type Field, fieldsNamed } from '../read/field';
import type { Findings } from '../read/findings';
import { readRecord, sourceOf } from '../read/readRecord';
import { restatements } from '../read/status';
import { isChoice } from '../read/statusWords';
import { type DocRecord, isOfEncoding, type ParsedRecord, type RecordStatus, type WrittenRelation } from '../record';
import { type Located, locateValue } from './locateField';
import { TextLines } from './textLines';

/**
 * Why nothing is written (docs/adr/0034). `already`: the record says it already. `otherwise`: what the record says
 * excludes it. `no-status`: the record states no status, and no place for one is known. `not-found`: what it states is in
 * a form that can be read but not written. `prose`: the status is a text of its own. `not-read-back`: what would be
 * written would not be read as it is meant. `conflict`: a merge was left unfinished. `gone`: the text no longer has the
 * record. `cut`: a limit kept part of the file from being read. `encoding`: letters may have been lost in decoding.
 */
export type WriteRefusal =
  | 'already'
  | 'otherwise'
  | 'no-status'
  | 'not-found'
  | 'prose'
  | 'not-read-back'
  | 'conflict'
  | 'gone'
  | 'encoding'
  | 'cut';

/** Edits of one file's text; they do not overlap, and all that is outside of them stays as it is, byte for byte. */
export type Writing =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly why: WriteRefusal };

export function refused(why: WriteRefusal): Writing {
  return { ok: false, why };
}

/** A record and the text that it was read from, opened to be written in. */
export interface RecordText {
  readonly record: DocRecord;
  readonly text: string;
  readonly lines: TextLines;
  readonly document: SourceDocument;
  readonly findings: Findings;
}

/** @returns why it cannot be written in, where it cannot */
export function openRecordText(record: DocRecord, text: string): RecordText | WriteRefusal {
  if (record.problem !== null && isOfEncoding(record.problem)) return 'encoding';
  const source = text.includes('\0') ? null : sourceOf(record, text);
  if (source === null) return 'gone';
  if (source.document.conflict) return 'conflict';
  if (source.document.truncated) return 'cut';
  return { record, text, lines: new TextLines(text), ...source };
}

/** Where the status stands, and what is there. */
export interface StatedAt {
  readonly field: Field;
  readonly value: string;
  readonly at: Located;
  /** Whether it is a placeholder that was never filled in. */
  readonly isForm: boolean;
}

/** Null where no status is stated, or it is not found where it was read. */
export function statedAt(opened: RecordText): StatedAt | null {
  const { stated } = opened.findings;
  if (stated.field !== null && stated.value !== null) return placed(opened, stated.field, stated.value, false);
  return formsAt(opened)[0] ?? null;
}

/**
 * The other places that state the same status as the first, or are placeholders like it: once the first is changed they
 * would contradict it. A place that is not found where it was read is left out.
 */
export function restatedAt(opened: RecordText, first: StatedAt): readonly StatedAt[] {
  const { document, findings } = opened;
  const others = first.isForm
    ? formsAt(opened)
    : restatements(findings.fields, document.definitions, findings.stated).flatMap(({ field, value }) =>
        field === null || value === null ? [] : (placed(opened, field, value, false) ?? []),
      );
  const starts = new Set([first.at.start]);
  return others.filter(({ at }) => !starts.has(at.start) && starts.add(at.start));
}

function formsAt(opened: RecordText): readonly StatedAt[] {
  return fieldsNamed(opened.findings.fields, 'status').flatMap((field) => {
    const [value = ''] = field.values;
    const isForm = field.zone !== 'body' && (isUnfilled(value) || (field.values.length === 1 && isChoice(value)));
    return isForm ? (placed(opened, field, value, true) ?? []) : [];
  });
}

function placed({ document, lines }: RecordText, field: Field, value: string, isForm: boolean): StatedAt | null {
  // A heading is an anchor that others link to, and a picture has its words and its colour in other places too.
  const isFixed = field.zone === 'title' || lines.lineOf(field.line).includes('![');
  const at = isFixed ? null : locateValue(document, lines, field, value);
  const isWord = at !== null && !isTicked(lines, at.line) && !isSubstituted(document, lines.text, at);
  return isWord ? { field, value, at, isForm } : null;
}

const box = /^\s{0,8}[-*+]\s{1,4}\[[ xX]\]\s/;

/** One of several boxes: another word beside the tick would say what another box says. */
function isTicked(lines: TextLines, line: number): boolean {
  return box.test(lines.lineOf(line)) && [line - 1, line + 1].some((next) => box.test(lines.lineOf(next)));
}

/** `|proposed|` stands for a text that is defined elsewhere, under that name alone. */
function isSubstituted({ flavour }: SourceDocument, text: string, { start, end }: Located): boolean {
  return flavour === 'rst' && text.charAt(start - 1) === '|' && text.charAt(end) === '|';
}

/** What the record has to be read as once the edits are made. */
export interface Wanted {
  readonly status: RecordStatus;
  /** How many records it names on each side beyond those that it names now. */
  readonly supersededBy?: number;
  readonly supersedes?: number;
  /** All of its scope; left out where it stays as it is. */
  readonly scope?: readonly string[];
}

/** The edits, if the text that they make is read as it is meant and says everything else as before. */
export function readBack({ record, text }: RecordText, edits: readonly TextEdit[], wanted: Wanted): Writing {
  const before = readAgain(record, text);
  const after = readAgain(record, applyEdits(text, edits));
  if (before === null || after === null) return refused('not-read-back');
  // A successor that is named in the text is read only once the record is retired.
  const named = wanted.status === 'deprecated' ? after.supersededBy.length - before.supersededBy.length : 0;
  const isMeant =
    after.status === wanted.status &&
    keeps(before.supersededBy, after.supersededBy, wanted.supersededBy ?? Math.max(0, named)) &&
    keeps(before.supersedes, after.supersedes, wanted.supersedes ?? 0);
  const same = { ...before, scope: wanted.scope ?? before.scope };
  return isMeant && saysTheSame(same, after) ? { ok: true, edits } : refused('not-read-back');
}

/** The edits with those of `also`; without the latter where the text would not be read as it is meant. */
export function readBackAll(
  opened: RecordText,
  edits: readonly TextEdit[],
  also: readonly TextEdit[],
  wanted: Wanted,
): Writing {
  const all = also.length === 0 ? null : readBack(opened, [...edits, ...also], wanted);
  return all?.ok ? all : readBack(opened, edits, wanted);
}

function readAgain({ path, kind, part }: DocRecord, text: string): ParsedRecord | null {
  const outcome = readRecord({ path: part?.file ?? path, kind }, text);
  if (!('record' in outcome)) return null;
  return [outcome.record, ...(outcome.parts ?? [])].find((record) => record.path === path) ?? null;
}

function keeps(before: readonly WrittenRelation[], after: readonly WrittenRelation[], added: number): boolean {
  return (
    after.length === before.length + added &&
    before.every(({ text, href }) => after.some((other) => other.text === text && other.href === href))
  );
}

const untouched = ['id', 'idPrefix', 'title', 'date', 'people', 'tags', 'scope', 'decision', 'runbook'] as const;

function saysTheSame(before: ParsedRecord, after: ParsedRecord): boolean {
  return untouched.every((key) => JSON.stringify(before[key]) === JSON.stringify(after[key]));
}
