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
  /** For a link, its resolved target where that is known and in the same store. */
  readonly leadsTo?: FilePath;
}

/** Why bytes could not be read. `detail` is for people: what happened, to what. */
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
   * A text without white space that changes whenever the content may have changed: while it is the same, so are the
   * bytes. Null where that is not certain, as for a file that was written a moment ago. Never rejects.
   */
  stamp?(file: FilePath): Promise<string | null>;
  /** The same for the result of `list`, where all entries are files and directories, and none is a link. */
  listStamp?(directory: FilePath): Promise<string | null>;
}

/** A place outside of the folder where one text is kept from one run to the next (docs/adr/0031). */
export interface Shelf {
  /** The text as this build of the program wrote it; null where there is none, or only a part. Never rejects. */
  read(): Promise<string | null>;
  /**
   * Writes the whole text or nothing, even where another program writes at the same time. Never rejects: what could not
   * be kept is computed again.
   * @param text whole, or in pieces of whole lines, between which the thread is given back
   */
  write(text: string | readonly string[]): Promise<void>;
}

/** For work that is never cancelled. */
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

/** Git's answers about all files of a folder, quicker than reading each. Absent where git must not be asked. */
export interface FileSearch {
  /** Null where git could not answer; then the folder is walked. */
  list(signal: AbortSignal): Promise<SearchedFiles | null>;
  /**
   * Those of the listed `files`, and no others, with a line that matches a POSIX extended regular expression. Null
   * where git could not answer.
   */
  matching(pattern: string, signal: AbortSignal): Promise<ReadonlySet<FilePath> | null>;
}

export interface SearchedFiles {
  /** Tracked files, in no order, also those that a rule ignores. */
  readonly files: readonly FilePath[];
  /**
   * Links, and files that are neither tracked nor ignored; the caller has to check whether they are files of the
   * folder.
   */
  readonly uncertain: readonly FilePath[];
  /** Folders that are repositories of their own, about which git says nothing. */
  readonly folders: readonly FilePath[];
}
