import * as fs from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';

/** What is asked of a disk. An answer may come later. */
export interface DiskAccess {
  realpath(path: string): string | Promise<string>;
  entries(directory: string): readonly fs.Dirent[] | Promise<readonly fs.Dirent[]>;
  /** Of a link what is said of the link itself. */
  facts(path: string): fs.Stats | Promise<fs.Stats>;
  /** At most as many bytes of a regular file, and what it was when it was opened. @throws where it is none, or a link */
  content(path: string, limit: number): Content | Promise<Content>;
}

interface Content {
  readonly facts: fs.Stats;
  readonly bytes: Uint8Array;
}

/**
 * Reads without following a link, should one have taken the file's place since it was looked at
 * (docs/security.md#hostile-input, P7).
 */
const flags = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);

/**
 * While the disk works, the thread is free: for a process that others share. `fs.promises` is loaded by its first use,
 * which a program that waits for the disk does not have.
 */
export const sharedAccess: DiskAccess = {
  realpath: (path) => fs.promises.realpath(path),
  entries: (directory) => fs.promises.readdir(directory, { withFileTypes: true }),
  facts: (path) => fs.promises.lstat(path),
  async content(path, limit) {
    const handle = await fs.promises.open(path, flags);
    try {
      const facts = await handle.stat();
      const buffer = bufferFor(facts, limit);
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return { facts, bytes: buffer.subarray(0, filled) };
    } finally {
      await handle.close();
    }
  },
};

/** The thread waits for the disk, which takes a fifth of the work: for a program that has nothing else to do. */
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
      // A file that has its size by now is not asked for its end.
      while (filled < buffer.length && (filled === 0 || filled < facts.size)) {
        const read = fs.readSync(file, buffer, filled, buffer.length - filled, null);
        if (read === 0) break;
        filled += read;
      }
      return { facts, bytes: buffer.subarray(0, filled) };
    } finally {
      fs.closeSync(file);
    }
  },
};

/** One byte more than the file has, so that the end of the file is seen. */
function bufferFor(facts: fs.Stats, limit: number): Uint8Array {
  if (!facts.isFile()) throw new Error('not a regular file');
  return new Uint8Array(Math.min(facts.size + 1, limit));
}

/**
 * Whether an absolute path is that of a folder or below it. `relative` compares as the system does: without case on
 * Windows, and never `/w/app` with `/w/app-evil`.
 */
export function isIn(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
