import { createHash, type Hash } from 'node:crypto';
import type { FileStat } from '../../core/activity/facts';
import type { FilePath } from '../../core/ports';

/** One line of `--raw --abbrev=64`: modes, blob ids, status and path, or both paths of a rename. */
const rawLine = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*\t([^\t]+)(?:\t([^\t]+))?$/;
const nothing = '000000';
/** The mode of a submodule, whose one line is the commit that it is at. */
const submodule = '160000';
/** All that a file in Git LFS has in git: no lines of its own. */
const pointerLine =
  /^[ +-](?:version https:\/\/git-lfs\.github\.com\/spec\/v\d|oid sha256:[0-9a-f]{64}|size \d+|ext-\d-.*)$/;
const whitespace = /[\t\n\v\f\r ]+/g;

/** By git's status letters; any other letter is a modification. */
export const statuses: Readonly<Record<string, FileStat['status']>> = {
  A: 'added',
  C: 'added',
  D: 'deleted',
  R: 'renamed',
};

/** One changed file: its raw line, and then the lines of its patch as they come. */
export class FilePatch {
  /**
   * How many sections the patch has for it: a file that became a link, or a link that became a file, is removed and
   * added.
   */
  readonly sections: number;
  private readonly stat: Pick<FileStat, 'path' | 'from' | 'status' | 'submodule'>;
  /** Whether its patch is of lines in a file: that of a submodule is not. */
  private readonly hasLines: boolean;
  private readonly contents: readonly string[];
  private readonly hash: Hash;
  private added = 0;
  private removed = 0;
  private binary = false;
  private pointer = true;

  /** @returns null for a line that is not one of `--raw`. */
  static parse(line: string): FilePatch | null {
    const match = rawLine.exec(line);
    return match === null ? null : new FilePatch(match);
  }

  private constructor([, before = '', after = '', old = '', now = '', letter = '', first = '', second]: readonly (
    | string
    | undefined
  )[]) {
    const status = statuses[letter] ?? 'modified';
    const path = unquotedPath(second ?? first);
    const from = status === 'renamed' ? unquotedPath(first) : null;
    this.hasLines = before !== submodule && after !== submodule;
    this.stat = {
      path: textOf(path),
      from: from === null ? null : textOf(from),
      status,
      // One that became a file is a change of that file.
      ...(!this.hasLines && letter !== 'T' && { submodule: true }),
    };
    this.sections = letter === 'T' ? 2 : 1;
    this.contents = [old, now];
    const modes = before === after || before === nothing || after === nothing ? '' : `${before} ${after}`;
    this.hash = createHash('sha256').update([status, path, from ?? '', modes].join('\0'), 'latin1');
  }

  /** A line of a hunk with its sign. As with `git patch-id`, white space makes no difference. */
  take(line: string): void {
    if (line.startsWith('+')) this.added += 1;
    if (line.startsWith('-')) this.removed += 1;
    this.pointer &&= pointerLine.test(line);
    this.hash.update(line.replace(whitespace, ''), 'latin1');
  }

  /** Marks the file as binary: it has no lines to compare, and its contents are known by their blob ids. */
  isBinary(): void {
    this.binary = true;
    this.hash.update(this.contents.join(' '));
  }

  /** The path, and the id of its blob. */
  content(when: 'before' | 'now'): readonly [path: FilePath, id: string] {
    return [this.stat.path, this.contents[when === 'now' ? 1 : 0] ?? nothing];
  }

  digest(): string {
    return this.hash.digest('hex');
  }

  /** @param counted whether the whole patch was read. */
  toStat(counted: boolean): FileStat {
    const isPointer = this.pointer && this.added + this.removed > 0;
    const lines = counted && this.hasLines && !this.binary && !isPointer;
    return { ...this.stat, added: lines ? this.added : null, removed: lines ? this.removed : null };
  }
}

/** Decodes a line of `ByteLines` as UTF-8. */
function textOf(line: string): string {
  return Buffer.from(line, 'latin1').toString('utf8');
}

/**
 * Splits output into lines at line feeds alone, wherever chunks end. Each byte becomes the character with its number
 * (Latin-1), so that contents that differ, in any encoding or none, stay different.
 */
export class ByteLines {
  private parts: string[] = [];

  constructor(private readonly onLine: (line: string) => void) {}

  push(chunk: Uint8Array): void {
    const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.parts.push(text.slice(start, end));
      start = end + 1;
      this.take();
    }
    // Kept in parts, because a minified file is one line of megabytes, which would be joined again with each chunk.
    if (start < text.length) this.parts.push(text.slice(start));
  }

  end(): void {
    if (this.parts.length > 0) this.take();
  }

  private take(): void {
    const line = this.parts.length === 1 ? this.parts[0] : this.parts.join('');
    this.parts = [];
    this.onLine(line ?? '');
  }
}

const letters: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/** A path as git prints it without `-z`: in quotes with escapes where it has control characters, quotes or backslashes. */
export function unquotedPath(written: string): string {
  if (!written.startsWith('"') || !written.endsWith('"') || written.length < 2) return written;
  return written
    .slice(1, -1)
    .replace(/\\(?:([0-7]{3})|(.))/g, (_, octal: string | undefined, letter: string) =>
      octal === undefined ? (letters[letter] ?? letter) : String.fromCharCode(Number.parseInt(octal, 8)),
    );
}
