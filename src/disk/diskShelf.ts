import { createHash, randomBytes } from 'node:crypto';
import { promises } from 'node:fs';
import { join } from 'node:path';
import type { Shelf } from '../core/ports';
import { dayMs, hourMs } from '../core/time/durations';
import { buildId } from './buildId';
import { type DiskAccess, sharedAccess } from './diskAccess';

/** More than a repository of 200,000 files needs. */
const maxBytes = 256 * 1024 * 1024;
/** In milliseconds. A file that was not written for that long is deleted; its facts are made again when needed. */
const oldest = 30 * dayMs;
/** Bytes that are hashed in a millisecond or two (docs/security.md#r49). */
const slice = 1024 * 1024;
const ending = '.facts';

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * A text in a folder of the user's own (docs/security.md#r53). It is read only from a regular file that belongs to the
 * user and that no other user may write. Its first line has the format, the build of the program, the subject of the
 * text, and a checksum. A file that differs in any of these is deleted. A new text goes to a new file that then
 * replaces the old one, so the file stays whole when two programs write at once, or when one is killed.
 */
export class DiskShelf implements Shelf {
  private readonly file: string;

  /**
   * @param folder an absolute path; made where it is not there
   * @param subject what the text is of, such as a directory: each has a file of its own
   * @param least UTF-16 units from which on a text is kept: what a shorter one says is read again as quickly
   * @param access how the file is read; writing never blocks the thread
   */
  constructor(
    private readonly folder: string,
    private readonly subject: string,
    private readonly least = 100_000,
    private readonly access: DiskAccess = sharedAccess,
  ) {
    // Builds do not overwrite each other's files.
    this.file = join(folder, `${digest(`${buildId} ${subject}`).slice(0, 32)}${ending}`);
  }

  async read(): Promise<string | null> {
    try {
      const { facts, bytes } = await this.access.content(this.file, maxBytes);
      const isTrusted = facts.size <= maxBytes && isOwn(facts) && isOwn(await this.access.facts(this.folder));
      const content = Buffer.from(bytes.buffer, bytes.byteOffset, isTrusted ? bytes.length : 0);
      const end = content.indexOf(0x0a);
      const text = content.subarray(end + 1);
      if (end > 0 && content.toString('utf8', 0, end) === (await this.heading([text]))) return text.toString('utf8');
      await promises.rm(this.file, { force: true });
    } catch {
      // There is no file, or it cannot be read.
    }
    return null;
  }

  async write(text: string | readonly string[]): Promise<void> {
    const pieces = typeof text === 'string' ? [text] : text;
    if (pieces.reduce((sum, { length }) => sum + length, 0) < this.least) return;
    const next = join(this.folder, `${randomBytes(12).toString('hex')}.tmp`);
    try {
      await promises.mkdir(this.folder, { recursive: true, mode: 0o700 });
      const facts = await promises.lstat(this.folder);
      if (!facts.isDirectory() || !isOwn(facts)) return;
      const handle = await promises.open(next, 'wx', 0o600);
      try {
        const encoded: Uint8Array[] = [];
        for (const piece of pieces) {
          if (encoded.length > 0) await nextTurn();
          encoded.push(Buffer.from(piece));
        }
        await handle.writeFile(`${await this.heading(encoded)}\n`);
        for (const bytes of encoded) await handle.writeFile(bytes);
      } finally {
        await handle.close();
      }
      await promises.rename(next, this.file);
      await this.tidy();
    } catch {
      await promises.rm(next, { force: true }).catch(() => {});
    }
  }

  private async heading(pieces: readonly Uint8Array[]): Promise<string> {
    const sum = createHash('sha256');
    let isFirst = true;
    for (const bytes of pieces) {
      for (let at = 0; at < bytes.length; at += slice) {
        if (!isFirst) await nextTurn();
        isFirst = false;
        sum.update(bytes.subarray(at, at + slice));
      }
    }
    return ['meridian-facts', 1, buildId, digest(this.subject), sum.digest('hex')].join(' ');
  }

  /** Deletes temporary files of killed writers, and the files of repositories that are no longer used. */
  private async tidy(): Promise<void> {
    for (const name of await promises.readdir(this.folder)) {
      const limit = name.endsWith('.tmp') ? hourMs : name.endsWith(ending) ? oldest : Number.POSITIVE_INFINITY;
      const path = join(this.folder, name);
      if (Date.now() - (await promises.lstat(path)).mtimeMs > limit) await promises.rm(path, { force: true });
    }
  }
}

/**
 * Whether it belongs to the user, and no others may write it. On Windows the folder is the user's own, and modes mean
 * nothing.
 */
function isOwn({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
