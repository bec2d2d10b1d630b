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

/** A decision of a collection that a change edits, by the record's paths; one of them may be null. */
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

/** What distinguishes a record from the others of its file. */
type Part = Pick<ParsedRecord, 'path' | 'part' | 'id' | 'idPrefix' | 'kind'>;

/** The text of a file at one time. */
export interface TextOf {
  readonly path: FilePath;
  readonly text: string;
}

/** Commits to one collection that are compared decision by decision; each costs two reads. */
export const mostCommits = 40;

/** A file as a commit has it; null where the commit has no such file, or the file is no text. */
export async function textOf(
  committed: FolderHistory['committed'],
  commit: string,
  path: FilePath,
): Promise<TextOf | null> {
  const text = await committed(commit, path);
  return text === null ? null : { path, text };
}

/**
 * The decisions of a collection whose text changed, in the order of the file, those that are gone last. A decision
 * whose title changed has another path, and is recognised by its number.
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

/** As `changedParts`, of two texts of a file; empty where neither is a collection. Null stands for no file. */
export function changedPartsOf(kind: RecordKind, before: TextOf | null, now: TextOf | null): readonly ReadPart[] {
  const [was, is] = [sideOf(kind, before), sideOf(kind, now)];
  return changedParts(was, is, before?.path ?? null, now?.path ?? null).map((part) => ({
    ...part,
    is: is.records.get(part.now ?? '') ?? null,
    was: was.records.get(part.before ?? '') ?? null,
  }));
}

/** The name that identifies a part from one commit to another: its number, else its anchor in the file. */
export function partName(record: Part): string {
  return recordLabel(record) ?? record.path.slice(fileOf(record).length);
}

/** The record of a file, followed by its parts; empty where there is no file, or it is no record. */
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

/** The parts that still exist, as files that a change touched. */
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
