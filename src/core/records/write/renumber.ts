import { dirname, extension, join } from '../../files/paths';
import { type MovedCitation, movedCitations } from '../../links/movedCitations';
import { mainSeries } from '../../names/series';
import { numberOfName, sameNumber, stemOf } from '../../names/spelling';
import type { FilePath } from '../../ports';
import type { ProjectView } from '../../projectView';
import type { DocRecord } from '../record';

/** What changes where a record gets another number: places in files as they are now, and the new path of its own file. */
export interface Renumbering {
  readonly edits: readonly MovedCitation[];
  readonly path: FilePath;
}

/**
 * Why it gets none. `no-number`: it has no plain number in the name of its file, or shares the file. `not-a-number`: what
 * was typed is none. `taken`: a record beside it has that number.
 */
export type NotRenumbered = 'no-number' | 'not-a-number' | 'taken';

/** Where a title or a front matter may state the number. */
const mostHeadLines = 60;
const titleNumber =
  /^(?:[#=]{1,6}[ \t]{1,4})?(?:title[ \t]{0,4}:[ \t]{0,4}["']?)?(?:[A-Za-z]{2,12}[-_ #:]{0,3})?(\d{1,6})(?!\d)/;
const fieldNumber =
  /^(?:id|number|adr|adr[-_](?:id|number))[ \t]{0,4}:[ \t]{0,4}["']?(?:[A-Za-z]{2,12}[-_ ]?)?(\d{1,6})["']?[ \t]*$/i;

/**
 * Another number for a record, in its file's name, its title and everything that cites it by number or path.
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
  if (id === null || !isRenumbered(record)) return 'no-number';
  const digits = /^(?:[A-Za-z]{2,12}[-_ ]?)?(\d{1,6})$/.exec(typed.trim())?.[1];
  if (digits === undefined || Number(digits) === 0) return 'not-a-number';
  const number = padded(digits, id);
  const isTaken = view.records().some((other) => {
    return (
      other !== record && other.id !== null && dirname(other.path) === dirname(path) && isOne(other, record, number)
    );
  });
  if (isTaken) return 'taken';
  const moved = movedTo(path, id, number);
  const byNumber = view.backlinks(path).flatMap(({ file, reference }): MovedCitation[] => {
    const { form, number: written, line, column, length, text: cited } = reference;
    if (form !== 'id' || written === null || !cited.endsWith(written)) return [];
    return [
      { file, line, column, length, text: cited.slice(0, cited.length - written.length) + padded(digits, written) },
    ];
  });
  const own = statedNumbers(record, text).map((place) => ({ ...place, file: path, text: padded(digits, place.text) }));
  const byPath = movedCitations(view, new Map([[path, moved]]));
  return { edits: [...byNumber, ...byPath, ...own], path: moved };
}

/** Whether a record can get another number: a plain one in its file's name, in a file of its own. */
export function isRenumbered({ id, path, part }: DocRecord): boolean {
  if (id === null || part || !/^\d{1,6}$/.test(id)) return false;
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

/** Where the text of a record states its number: in its title, and in a field that is the number. `text` is as written. */
export function statedNumbers({ id }: DocRecord, text: string): readonly Omit<MovedCitation, 'file'>[] {
  const found: Omit<MovedCitation, 'file'>[] = [];
  if (id === null) return found;
  let hasTitle = false;
  let isFront = false;
  for (const [at, line] of text.split(/\r\n|\r|\n/, mostHeadLines).entries()) {
    if (/^---\s*$/.test(line)) isFront = at === 0;
    const match =
      (isFront ? fieldNumber.exec(line) : null) ?? (hasTitle || !isTitle(line) ? null : titleNumber.exec(line));
    const written = match?.[1];
    if (isTitle(line)) hasTitle = true;
    if (!match || written === undefined || sameNumber(written) !== sameNumber(id)) continue;
    const column = match[0].lastIndexOf(written) + 1;
    found.push({ line: at + 1, column, length: written.length, text: written });
  }
  return found;
}

function isTitle(line: string): boolean {
  return /^(?:[#=]{1,6}[ \t]|title[ \t]{0,4}:)/.test(line);
}
