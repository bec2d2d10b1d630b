import { readText } from '../files/readText';
import { recordLabel } from '../names/series';
import type { FilePath, FileStore } from '../ports';
import { type DocRecord, fileOf, ownText } from '../records/record';

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
  readonly record: (path: FilePath) => DocRecord | undefined;
  readonly texts: PartTexts;
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

function partsIn({ record, texts }: Side, file: FilePath | null): readonly DocRecord[] {
  const parts = [...texts.keys()].flatMap((path) => record(path) ?? []);
  return parts.filter((part) => file !== null && fileOf(part) === file).sort((a, b) => lineOf(a) - lineOf(b));
}

function lineOf({ part }: DocRecord): number {
  return part?.line ?? 0;
}
