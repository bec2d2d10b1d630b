import * as fs from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { promisify } from 'node:util';

/** Calls to a disk. An implementation answers at once or with a promise. */
export interface DiskAccess {
  realpath(path: string): string | Promise<string>;
  entries(directory: string): readonly fs.Dirent[] | Promise<readonly fs.Dirent[]>;
  /** Does not follow links: for a link, the facts of the link itself. */
  facts(path: string): fs.Stats | Promise<fs.Stats>;
  /** At most `limit` bytes of a regular file, and its facts when it was opened. @throws for a link or anything else */
  content(path: string, limit: number): Content | Promise<Content>;
}

interface Content {
  readonly facts: fs.Stats;
  readonly bytes: Uint8Array;
}

/**
 * Does not follow a link that has replaced the file since its facts were read (docs/security.md#hostile-input, P7).
 */
const flags = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);

const readDirectory = promisify(fs.readdir);
const open = promisify(fs.open);
const stat = promisify(fs.fstat);
const read = promisify(fs.read);
const close = promisify(fs.close);

/**
 * Leaves the thread free while the disk works: for a process that does other work too. `fs.promises` does the same at
 * nearly twice the cost for the thread.
 */
export const sharedAccess: DiskAccess = {
  realpath: promisify(fs.realpath.native),
  entries: (directory) => readDirectory(directory, { withFileTypes: true }),
  facts: promisify(fs.lstat) as (path: string) => Promise<fs.Stats>,
  async content(path, limit) {
    const file = await open(path, flags);
    try {
      const facts = await stat(file);
      const buffer = bufferFor(facts, limit);
      let filled = 0;
      while (isUnread(buffer, filled, facts)) {
        const { bytesRead } = await read(file, buffer, filled, buffer.length - filled, null);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return { facts, bytes: buffer.subarray(0, filled) };
    } finally {
      await close(file);
    }
  },
};

/** Blocks the thread while the disk works, at a fifth of the cost: for a program that has nothing else to do. */
export const ownAccess: DiskAccess = {
  realpath: (path) => fs.realpathSync.native(path),
  entries: (directory) => fs.readdirSync(directory, { withFileTypes: true }),
  facts: (path) => fs.lstatSync(path),
  content(path, limit) {
    const file = fs.openSync(path, flags);
    try {
      const facts = fs.fstatSync(file);
      const buffer = bufferFor(facts, limit);
      let filled = 0;
      while (isUnread(buffer, filled, facts)) {
        const bytesRead = fs.readSync(file, buffer, filled, buffer.length - filled, null);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return { facts, bytes: buffer.subarray(0, filled) };
    } finally {
      fs.closeSync(file);
    }
  },
};

/** One byte larger than the file, so that its end can be seen. */
function bufferFor(facts: fs.Stats, limit: number): Uint8Array {
  if (!facts.isFile()) throw new Error('not a regular file');
  return new Uint8Array(Math.min(facts.size + 1, limit));
}

/** Once the buffer has as many bytes as the file, the end of the file is not read for. */
function isUnread(buffer: Uint8Array, filled: number, { size }: fs.Stats): boolean {
  return filled < buffer.length && (filled === 0 || filled < size);
}

/**
 * Whether an absolute path is a folder or below it. `relative` compares as the system does: without case on Windows,
 * and `/w/app-evil` is not below `/w/app`.
 */
export function isIn(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
