import { createHash, type Hash } from 'node:crypto';
import type { FileStat } from '../../core/activity/facts';
import type { FilePath } from '../../core/ports';
import { textOf } from './byteLines';
import { unquotedPath } from './quotedPath';

/** One line of `--raw --abbrev=64`: modes, contents, what happened to which path. */
const rawLine = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*\t([^\t]+)(?:\t([^\t]+))?$/;
const nothing = '000000';
const whitespace = /[\t\n\v\f\r ]+/g;

/** By git's letters; any other is a change of what was there. */
export const statuses: Readonly<Record<string, FileStat['status']>> = {
  A: 'added',
  C: 'added',
  D: 'deleted',
  R: 'renamed',
};

/** One changed file: what the raw line says of it, and then the lines of its patch as they come. */
export class FilePatch {
  /** A file that became a link, or the other way round, is removed and added in two sections. */
  readonly sections: number;
  private readonly stat: Pick<FileStat, 'path' | 'from' | 'status'>;
  private readonly contents: readonly string[];
  private readonly hash: Hash;
  private added = 0;
  private removed = 0;
  private binary = false;

  /** @returns null for a line that is none of `--raw`. */
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
    this.stat = { path: textOf(path), from: from === null ? null : textOf(from), status };
    this.sections = letter === 'T' ? 2 : 1;
    this.contents = [old, now];
    const modes = before === after || before === nothing || after === nothing ? '' : `${before} ${after}`;
    this.hash = createHash('sha256').update([status, path, from ?? '', modes].join('\0'), 'latin1');
  }

  /** A line of a hunk with its sign. As with `git patch-id`, white space makes no difference. */
  take(line: string): void {
    if (line.startsWith('+')) this.added += 1;
    if (line.startsWith('-')) this.removed += 1;
    this.hash.update(line.replace(whitespace, ''), 'latin1');
  }

  /** There are no lines to compare; the contents are known by their ids. */
  isBinary(): void {
    this.binary = true;
    this.hash.update(this.contents.join(' '));
  }

  /** The path, and the id of what is there now. */
  content(): readonly [path: FilePath, id: string] {
    return [this.stat.path, this.contents[1] ?? nothing];
  }

  digest(): string {
    return this.hash.digest('hex');
  }

  /** @param counted whether the whole patch was read. */
  toStat(counted: boolean): FileStat {
    const lines = counted && !this.binary;
    return { ...this.stat, added: lines ? this.added : null, removed: lines ? this.removed : null };
  }
}
