import { freeName, nameWords } from '../files/newName';
import { join } from '../files/paths';
import type { FilePath } from '../ports';
import { folderRule } from '../records/find/folderNames';
import type { LocalDate } from '../time/localDate';

/** Where handoffs go in a folder that has none yet. */
const usualFolder = 'docs/handoffs';
/** In UTF-16 units. Two such names in any script, with the rest, are shorter than the 255 bytes of a file name. */
const longestPerson = 36;

interface DatedRecord {
  readonly path: FilePath;
  readonly date: string | null;
}

/** The folder of the newest handoff that is there, so that the next one lies beside it. */
export function handoffFolder(handoffs: readonly DatedRecord[]): FilePath {
  const [first, ...others] = handoffs;
  if (first === undefined) return usualFolder;
  const newest = others.reduce((best, next) => ((next.date ?? '') > (best.date ?? '') ? next : best), first);
  return newest.path.split('/').slice(0, -1).join('/');
}

/** Of a note that is not written yet. */
interface NewNote {
  readonly date: LocalDate;
  readonly from: string;
  /** Null for whoever is next. */
  readonly to: string | null;
}

/**
 * `docs/handoffs/2026-11-20-ann-lee-to-kenji-mori.md`, or `…-kenji-mori-2.md` where that file exists and is another
 * one: for another person whose name is spelt alike, or no handoff at all.
 * @param taken names of files in the folder
 */
export function handoffPath(folder: FilePath, { date, from, to }: NewNote, taken: Iterable<string>): FilePath {
  const people = `${nameWords(from, longestPerson) || 'me'}-to-${nameWords(to ?? '', longestPerson) || 'next'}`;
  return join(folder, freeName(`${date}-${people}`, '.md', taken));
}

/** Whether a file is a handoff by its path alone: by the name that `handoffPath` gives, or by its folder. */
export function isHandoffPath(path: FilePath): boolean {
  const [name = '', folder = ''] = path.split('/').reverse();
  if (!name.endsWith('.md')) return false;
  return /^\d{4}-\d\d-\d\d-[^/]+-to-[^/]+\.md$/.test(name) || folderRule(folder.toLowerCase())?.kind === 'handoff';
}
