/**
 * Everything that the core needs from outside (docs/adr/0002). Adapters live in `editor/`, `disk/` and `git/`;
 * tests use `test/unit/support`. Nothing here may be larger than its users need.
 */

/** A path inside one workspace folder: relative to it, `/`-separated, no leading slash. `''` is the folder itself. */
export type FilePath = string;

/**
 * `other` is a symbolic link that leaves the folder, a linked directory, a socket, a FIFO or a device
 * (docs/security.md#r21).
 */
export type EntryKind = 'file' | 'directory' | 'other';

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: EntryKind;
  /** Of a link what it leads to, where that is in the same folder of files and known; a path without links. */
  readonly leadsTo?: FilePath;
}

/** Why bytes could not be had. `detail` is for people: what happened, to what. */
export interface ReadProblem {
  readonly ok: false;
  readonly reason: 'missing' | 'too-large' | 'not-text' | 'unreadable';
  readonly detail: string;
}

export type BytesResult = { readonly ok: true; readonly bytes: Uint8Array } | ReadProblem;

export interface FileStore {
  /** Entries in no order. A directory that is missing or not readable rejects; the walker goes on without it. */
  list(directory: FilePath): Promise<readonly DirectoryEntry[]>;
  /** Never rejects. A file of more than `maxBytes` is `too-large` and is not read. */
  read(file: FilePath, maxBytes: number): Promise<BytesResult>;
  /**
   * A word without white space that is another whenever the content may be: while it stays the same, so do the bytes.
   * Null where that is not certain, as of a file that was written a moment ago. Never rejects.
   */
  stamp?(file: FilePath): Promise<string | null>;
  /** The same for what `list` gives, where all of it is files and directories, and no link. */
  listStamp?(directory: FilePath): Promise<string | null>;
}

/** A place outside of the folder where one text is kept from one run to the next (docs/adr/0031). */
export interface Shelf {
  /** The text as this build of the program wrote it; null where there is none, or not all of it. Never rejects. */
  read(): Promise<string | null>;
  /**
   * Whole or not at all, also where another program writes at the same time. Never rejects: what could not be kept is read
   * again.
   * @param text whole, or in pieces of whole lines, between which the thread is given back
   */
  write(text: string | readonly string[]): Promise<void>;
}

/** For work that is never ended early. */
export const neverCancelled: AbortSignal = new AbortController().signal;

/**
 * Lets long loops give the thread back: `await pacer.breathe()` is a no-op until a slice of about 8 ms is used up
 * (R49).
 */
export interface Pacer {
  breathe(): Promise<void>;
}

export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** What git knows of record files. Absent where the workspace is not trusted, is virtual or has no repository (R11). */
export interface GitReader {
  /**
   * The author date (`YYYY-MM-DD`, in the author's own offset) of the commit that first added each file; files that
   * git does not know are left out. Rejects only when git could not answer, so "no date" is never a killed git.
   */
  addedDates(files: readonly FilePath[], signal: AbortSignal): Promise<ReadonlyMap<FilePath, string>>;
}

/** What git says of the files of a folder more quickly than each can be looked at. Absent where git must not be asked. */
export interface FileSearch {
  /** Null where git could not answer; then the folder is walked. */
  list(signal: AbortSignal): Promise<SearchedFiles | null>;
  /**
   * Those of `files` in the list, and of them alone, with a line that the pattern matches: what POSIX calls an extended
   * regular expression. Null where git could not answer.
   */
  matching(pattern: string, signal: AbortSignal): Promise<ReadonlySet<FilePath> | null>;
}

export interface SearchedFiles {
  /** Tracked files, in no order, also those that a rule ignores. */
  readonly files: readonly FilePath[];
  /** Links, and files that are neither tracked nor ignored: of these it is to be seen whether they are files of the folder. */
  readonly uncertain: readonly FilePath[];
  /** Folders that are repositories of their own, about which git says nothing. */
  readonly folders: readonly FilePath[];
}
