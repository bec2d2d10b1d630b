import type { FilePath } from '../ports';

/** Selected lines, as they are in the editor. */
export interface SelectedCode {
  /** Relative to the repository's root. */
  readonly path: FilePath;
  /** The whole file's text, saved or not. */
  readonly text: string;
  readonly lines: LineSpan;
}

/**
 * Why there is no address. `no-remote`: the repository has none. `unknown-host`: the kind of the remote's host is
 * not known. `nothing-pushed`: no remote has an ancestor of HEAD. `file-not-pushed`, `lines-not-pushed`: the newest
 * ancestor that a remote has does not have them. `whole-file`: it has the file, and its lines cannot be compared (too
 * large, no text, not in this partial clone), so the address is that of the file.
 */
export type PermalinkProblem =
  | 'no-remote'
  | 'unknown-host'
  | 'nothing-pushed'
  | 'file-not-pushed'
  | 'lines-not-pushed'
  | 'whole-file';

export interface CodePermalink {
  /** Null where there is a `problem`, but for `whole-file`. */
  readonly url: string | null;
  /**
   * Where the lines are in the file that the address shows; null where they are not in it, or where that is not known.
   */
  readonly lines: LineSpan | null;
  readonly problem: PermalinkProblem | null;
  /** The newest ancestor of HEAD that the remote has, or null. */
  readonly commit: string | null;
  /** The remote's host, where its name does not say what the host runs; else null. */
  readonly unknownHost: string | null;
  /** Commits of HEAD that the remote does not have. */
  readonly unpushed: number;
  /** Selected lines that differ from what the address shows, by their numbers in the editor. */
  readonly missing: readonly number[];
}

/** Lines from the first to the last, both included; they count from 1. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}
