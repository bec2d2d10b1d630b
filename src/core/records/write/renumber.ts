import { dirname, extension, join } from '../../files/paths';
import { type MovedCitation, movedCitations } from '../../links/movedCitations';
import { isRstName } from '../../links/rstNames';
import { mainSeries } from '../../names/series';
import { homeOf, numberOfName, sameNumber, stemOf } from '../../names/spelling';
import type { FilePath } from '../../ports';
import type { ProjectView } from '../../projectView';
import { splitLines } from '../../text/lineEnds';
import { applyEdits } from '../../text/textEdit';
import { readRecord } from '../read/readRecord';
import { type DocRecord, fileOf } from '../record';
import { type NumberPlace, numberPlaces } from './numberPlaces';
import { TextLines } from './textLines';

/**
 * What changes where a record gets another number: edits of files as they are now, and the record's new path, which for a
 * part ends in the anchor of its new heading.
 */
export interface Renumbering {
  readonly edits: readonly MovedCitation[];
  readonly path: FilePath;
}

/**
 * Why a record keeps its number. `no-number`: it has no plain number in its file's name, or, as a part, in its heading.
 * `not-a-number`: what was typed is none. `taken`: a record beside it has that number.
 */
export type NotRenumbered = 'no-number' | 'not-a-number' | 'taken';

/**
 * Gives a record another number: in its file's name or its heading, its title, and all that cites it by number or path.
 * @param text of its file
 * @param typed the new number, with or without the series: `31`, `0031`, `ADR-0031`
 */
export function renumber(
  view: Pick<ProjectView, 'record' | 'records' | 'backlinks'>,
  record: DocRecord,
  text: string,
  typed: string,
): Renumbering | NotRenumbered {
  const { id, path } = record;
  const home = homeOf(fileOf(record));
  if (id === null || !isRenumbered(record)) return 'no-number';
  const digits = /^(?:[A-Za-z]{2,12}[-_ ]?)?(\d{1,6})$/.exec(typed.trim())?.[1];
  if (digits === undefined || Number(digits) === 0) return 'not-a-number';
  const number = padded(digits, id);
  const isTaken = view.records().some((other) => {
    return other !== record && other.id !== null && homeOf(fileOf(other)) === home && isOne(other, record, number);
  });
  if (isTaken) return 'taken';
  const own = statedNumbers(record, text).map((place) => {
    return { ...place, file: fileOf(record), text: padded(digits, place.text) };
  });
  const moved = record.part ? headingAfter(record, text, own) : movedTo(path, id, number);
  if (moved === null) return 'no-number';
  const byNumber = view.backlinks(path).flatMap(({ file, reference }): MovedCitation[] => {
    const { form, number: written, line, column, length, text: cited } = reference;
    if (form !== 'id' || written === null || !cited.endsWith(written) || isRstName(reference, file)) return [];
    return [
      { file, line, column, length, text: cited.slice(0, cited.length - written.length) + padded(digits, written) },
    ];
  });
  const byPath = record.part
    ? movedFragments(view, record, text, moved)
    : movedCitations(view, new Map([[path, moved]]));
  return { edits: [...byNumber, ...byPath, ...own], path: moved };
}

/** The path of a part once its heading has another number; null where it would be no record then. */
function headingAfter(
  { kind, part, path }: DocRecord,
  text: string,
  own: readonly Omit<MovedCitation, 'file'>[],
): FilePath | null {
  const lines = new TextLines(text);
  const edits = own.map(({ line, column, length, text: written }) => {
    const start = lines.startOf(line) + column - 1;
    return { start, end: start + length, text: written };
  });
  if (edits.length === 0) return null;
  const outcome = readRecord({ path: part?.file ?? path, kind }, applyEdits(text, edits));
  const parts = 'record' in outcome ? (outcome.parts ?? []) : [];
  return parts.find((other) => other.part?.line === part?.line)?.path ?? null;
}

function placesOf(row: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = row.indexOf(text); at >= 0; at = row.indexOf(text, at + text.length)) places.push(at);
  return places;
}

/** Links to a heading, from other files and from its own, that are to lead to it under its new name. */
function movedFragments(
  view: Pick<ProjectView, 'backlinks'>,
  record: DocRecord,
  text: string,
  moved: FilePath,
): readonly MovedCitation[] {
  const [from, to] = [record.path, moved].map((path) => path.slice(path.indexOf('#'))) as [string, string];
  if (from === to) return [];
  const linked = view.backlinks(record.path).flatMap(({ file, reference }): MovedCitation[] => {
    const { line, column, length, text: cited } = reference;
    if (!cited.endsWith(from)) return [];
    return [{ file, line, column, length, text: cited.slice(0, -from.length) + to }];
  });
  const file = fileOf(record);
  const within = splitLines(text).flatMap((row, at) =>
    placesOf(row, `](${from})`).map((start) => ({
      file,
      line: at + 1,
      column: start + 3,
      length: from.length,
      text: to,
    })),
  );
  return [...linked, ...within];
}

/** Whether a record can get another number: a plain one in its file's name, or in its heading where it shares the file. */
export function isRenumbered({ id, path, part }: DocRecord): boolean {
  if (id === null || !/^\d{1,6}$/.test(id)) return false;
  if (part) return true;
  return sameNumber(numberOfName(stemOf(path))?.number ?? '') === sameNumber(id);
}

function isOne(other: DocRecord, record: DocRecord, number: string): boolean {
  return mainSeries(other) === mainSeries(record) && sameNumber(other.id ?? '') === sameNumber(number);
}

/** As wide as the number that it takes the place of. */
function padded(digits: string, like: string): string {
  return sameNumber(digits).padStart(like.startsWith('0') ? like.length : 0, '0');
}

/** The same path with the number in the name of the file, or of the folder that is the record's. */
function movedTo(path: FilePath, id: string, number: string): FilePath {
  const own = stemOf(path);
  const renamed = own.replace(id, () => number);
  const isFolder = !path.endsWith(`${own}${extension(path)}`);
  return isFolder
    ? join(dirname(dirname(path)), renamed, path.slice(dirname(path).length + 1))
    : join(dirname(path), renamed + path.slice(path.lastIndexOf(own) + own.length));
}

/** Where the text of a record's file states its number; `text` is as written. */
export function statedNumbers(record: DocRecord, text: string): readonly NumberPlace[] {
  const own = sameNumber(record.id ?? '');
  return numberPlaces(record, text).filter((place) => sameNumber(place.text) === own);
}
