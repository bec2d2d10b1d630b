import type { TouchedFile } from '../drafts/touchedRecords';
import { readText } from '../files/readText';
import { recordLabel } from '../names/series';
import type { FilePath, FileStore } from '../ports';
import { ownText } from '../records/ownText';
import { readRecord } from '../records/read/readRecord';
import { type DocRecord, fileOf, type ParsedRecord, type RecordKind } from '../records/record';
import type { FolderHistory } from './workplace';

/** Record -> its own lines, of records in a file that holds several. */
export type PartTexts = ReadonlyMap<FilePath, string>;

/** A decision of a file with several that a change edits, by the paths of the record; one of them may be null. */
export interface ChangedPart {
  /** Null where it is gone. */
  readonly now: FilePath | null;
  /** Null where it is new. */
  readonly before: FilePath | null;
}

/** The own lines of the records in files that hold several, as the files are now; those that cannot be read are left out. */
export async function partTexts(
  records: readonly DocRecord[],
  inFiles: ReadonlySet<FilePath>,
  files: FileStore,
): Promise<PartTexts> {
  const texts = new Map<FilePath, string>();
  const parts = records.filter((record) => record.part !== undefined && inFiles.has(fileOf(record)));
  for (const file of new Set(parts.map(fileOf))) {
    const read = await readText(files, file);
    if (!read.ok) continue;
    for (const part of parts) if (fileOf(part) === file) texts.set(part.path, ownText(part, read.text).trim());
  }
  return texts;
}

/** One side of a change to a file with several decisions. */
interface Side {
  readonly record: (path: FilePath) => Part | undefined;
  readonly texts: PartTexts;
}

interface ReadSide extends Side {
  readonly records: ReadonlyMap<FilePath, ParsedRecord>;
}

/** What a record is told apart by from the others of its file. */
type Part = Pick<ParsedRecord, 'path' | 'part' | 'id' | 'idPrefix' | 'kind'>;

/** The text of a file at one time. */
export interface TextOf {
  readonly path: FilePath;
  readonly text: string;
}

/** More commits to one file with several decisions are not told apart: each costs two reads. */
export const mostCommits = 40;

/** Null where the commit has no such file, or no text. */
export async function textOf(
  committed: FolderHistory['committed'],
  commit: string,
  path: FilePath,
): Promise<TextOf | null> {
  const text = await committed(commit, path);
  return text === null ? null : { path, text };
}

/**
 * Which decisions of a file with several are another text than before, in the order of the file, those that are gone
 * last. One whose title changed has another path, and is known by its number.
 * @param earlier the path that the file had; null where it is new
 * @param file its path now; null where it is gone
 */
export function changedParts(
  before: Side,
  now: Side,
  earlier: FilePath | null,
  file: FilePath | null,
): readonly ChangedPart[] {
  const [was, is] = [partsIn(before, earlier), partsIn(now, file)];
  const left = new Map(was.map((part) => [part.path, part]));
  const pairs = is.map((part) => {
    const anchor = part.path.slice(fileOf(part).length);
    const label = recordLabel(part);
    const known =
      was.find((other) => label !== null && recordLabel(other) === label) ?? left.get(`${earlier ?? ''}${anchor}`);
    if (known) left.delete(known.path);
    return { now: part.path, before: known?.path ?? null };
  });
  const changed = pairs.filter(
    (pair) => pair.before === null || now.texts.get(pair.now) !== before.texts.get(pair.before),
  );
  return [...changed, ...[...left.keys()].map((path) => ({ now: null, before: path }))];
}

/** A changed decision with what each text says of it. */
export interface ReadPart extends ChangedPart {
  readonly is: ParsedRecord | null;
  readonly was: ParsedRecord | null;
}

/** The same of two texts of a file; empty where neither holds several. A side is null where there was or is no file. */
export function changedPartsOf(kind: RecordKind, before: TextOf | null, now: TextOf | null): readonly ReadPart[] {
  const [was, is] = [sideOf(kind, before), sideOf(kind, now)];
  return changedParts(was, is, before?.path ?? null, now?.path ?? null).map((part) => ({
    ...part,
    is: is.records.get(part.now ?? '') ?? null,
    was: was.records.get(part.before ?? '') ?? null,
  }));
}

/** What a part of a file is known by from one commit to another: its number, else its place in the file. */
export function partName(record: Part): string {
  return recordLabel(record) ?? record.path.slice(fileOf(record).length);
}

/** The record of a file, and those in it where it holds several; none where there is no file, or it is no record. */
export function recordsOf(kind: RecordKind, file: TextOf | null): readonly ParsedRecord[] {
  const outcome = file && readRecord({ path: file.path, kind }, file.text);
  return outcome && 'record' in outcome ? [outcome.record, ...(outcome.parts ?? [])] : [];
}

function sideOf(kind: RecordKind, file: TextOf | null): ReadSide {
  const parts = recordsOf(kind, file).filter(({ part }) => part !== undefined);
  const records = new Map(parts.map((part) => [part.path, part]));
  const texts = new Map(parts.map((part) => [part.path, ownText(part, file?.text ?? '').trim()]));
  return { record: (path) => records.get(path), records, texts };
}

/** Those that are still there as what a change touched. */
export function touchedParts(parts: readonly ChangedPart[]): readonly TouchedFile[] {
  return parts.flatMap(({ now, before }) =>
    now === null ? [] : { path: now, status: before === null ? ('added' as const) : ('modified' as const) },
  );
}

function partsIn({ record, texts }: Side, file: FilePath | null): readonly Part[] {
  const parts = [...texts.keys()].flatMap((path) => record(path) ?? []);
  return parts.filter((part) => file !== null && fileOf(part) === file).sort((a, b) => lineOf(a) - lineOf(b));
}

function lineOf({ part }: Part): number {
  return part?.line ?? 0;
}
