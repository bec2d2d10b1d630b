import type { Beside } from '../names/beside';
import type { FilePath } from '../ports';
import type { DocRecord } from '../records/record';

export type Resolution = 'resolved' | 'missing' | 'ambiguous' | 'foreign';

/**
 * A place in a text that names a record, as found by the scanner: nothing is looked up yet, so the same facts hold
 * whatever records exist, and an edit of one file never makes another file's facts stale.
 */
export interface RawReference {
  /** UTF-16 offset of the range that is underlined. */
  readonly offset: number;
  readonly length: number;
  /** Count from 1. */
  readonly line: number;
  readonly column: number;
  /** The text of the range. */
  readonly text: string;
  readonly form: 'id' | 'path' | 'url' | 'wiki' | 'annotation' | 'alert';
  /** The series in capitals (`ADR`), or null where the form has none. */
  readonly prefix: string | null;
  /** The digits as written (`0012`), or null. */
  readonly number: string | null;
  /** What is named where it is not a number: a path, a URL, a slug, an alert. */
  readonly name: string | null;
  /** What stands beside a number in its line, or the repository before a path; null where there is nothing. */
  readonly beside: Beside | null;
  /** A number in the words of a link whose target is a reference of its own: `[ADR-12](0012-x.md)`. */
  readonly isLabel?: true;
  /** The text of its line, trimmed and cut at 200 characters. */
  readonly lineText?: string;
}

/** A raw reference with its line. */
export interface ScannedReference extends RawReference {
  readonly lineText: string;
}

/** A reference with what it leads to. */
export interface Reference extends RawReference {
  readonly resolution: Resolution;
  /** The record's path where resolved, else null. */
  readonly target: FilePath | null;
  /** Where ambiguous: the records it could mean, nearest first. */
  readonly candidates: readonly FilePath[];
  /** Resolved, but not at the place or under the slug that is written: worth mending. */
  readonly stale?: true;
  /** Records of other folders of the window that it means or could mean; `target` and `candidates` are of the own one. */
  readonly elsewhere?: readonly Elsewhere[];
}

/** A record of another folder of the window. */
export interface Elsewhere {
  /** The folder, as `Neighbour.folder`. */
  readonly folder: string;
  readonly path: FilePath;
}

export type LinkReason = 'reference' | 'scope' | 'mention' | 'words' | 'history' | 'folder';

/** Why a record is linked to a file, as data; the editor and the command line put it into words. */
export type LinkDetail =
  | {
      readonly reason: 'reference';
      readonly lines: readonly number[];
      /** How many records the citation could mean; left out where it means just this one. */
      readonly ambiguous?: number;
    }
  | { readonly reason: 'scope'; readonly glob: string; readonly files: number }
  | {
      readonly reason: 'mention';
      readonly text: string;
      readonly line: number;
      readonly files: number;
      readonly weak?: true;
    }
  | {
      readonly reason: 'words';
      /** The words of the record's title that the file's path has too. */
      readonly words: readonly string[];
      /** See `WordHit`. */
      readonly score: number;
    }
  | {
      readonly reason: 'history';
      /** How many commits changed both. */
      readonly commits: number;
      /** Abbreviated hashes of the newest of them. */
      readonly newest: readonly string[];
    }
  | { readonly reason: 'folder'; readonly folder: FilePath };

/** One record tied to one file. */
export interface Link {
  readonly record: DocRecord;
  readonly reason: LinkReason;
  /** 0 to 1. At or above `shownStrength` a link is shown by default. */
  readonly strength: number;
  readonly detail: LinkDetail;
}

/**
 * Whether the link may be no link: the citation could mean another record as well, or nothing but words or commits ties
 * the two.
 * Such a link supports no claim.
 */
export function isDoubtful({ detail }: Pick<Link, 'detail'>): boolean {
  if (detail.reason === 'words' || detail.reason === 'history') return true;
  return detail.reason === 'reference' && detail.ambiguous !== undefined;
}

/** Below this a link is only shown on request ("Nearby"). */
export const shownStrength = 0.5;

/** A place that cites a record. */
export interface Backlink {
  readonly file: FilePath;
  readonly reference: Reference;
  /** The text of that line, trimmed and cut at 200 characters. */
  readonly lineText: string;
}
