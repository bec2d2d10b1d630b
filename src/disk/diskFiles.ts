import { constants } from 'node:fs';
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { BytesResult, DirectoryEntry, EntryKind, FilePath, FileStore, ReadProblem } from '../core/ports';

/**
 * One directory of the machine. Nothing outside of it is listed or read, whichever links lie in it, and only regular
 * files are opened: opening a FIFO waits forever, opening a device can do anything (docs/security.md#r20, R21).
 */
export class DiskFiles implements FileStore {
  private realRoot: Promise<string> | undefined;

  /** @param root an absolute path on this machine */
  constructor(private readonly root: string) {}

  async list(directory: FilePath): Promise<readonly DirectoryEntry[]> {
    const real = await this.resolve(directory);
    if (real === null) throw new Error(`${directory} leads out of ${this.root}`);
    const entries = await readdir(real, { withFileTypes: true });
    return Promise.all(
      entries.map(async (entry): Promise<DirectoryEntry> => {
        if (entry.isSymbolicLink()) return { name: entry.name, kind: await this.linkKind(join(real, entry.name)) };
        if (entry.isDirectory()) return { name: entry.name, kind: 'directory' };
        return { name: entry.name, kind: entry.isFile() ? 'file' : 'other' };
      }),
    );
  }

  async read(file: FilePath, maxBytes: number): Promise<BytesResult> {
    try {
      const real = await this.resolve(file);
      if (real === null) return problem('unreadable', `${file} leads out of the folder`);
      const { size, ...facts } = await regularFile(real);
      if (!facts.isFile) return problem('unreadable', `${file} is not a regular file`);
      if (size > maxBytes) return problem('too-large', `${file} has ${size} bytes`);
      const bytes = await readAtMost(real, maxBytes + 1);
      return bytes.length > maxBytes ? problem('too-large', `${file} grew while it was read`) : { ok: true, bytes };
    } catch (error) {
      return problem(isMissing(error) ? 'missing' : 'unreadable', `${file}: ${describe(error)}`);
    }
  }

  /** A link counts as the file it leads to if that is a regular file in the folder; linked directories never count. */
  private async linkKind(link: string): Promise<EntryKind> {
    try {
      const real = await realpath(link);
      return (await this.contains(real)) && (await regularFile(real)).isFile ? 'file' : 'other';
    } catch {
      return 'other';
    }
  }

  /** The path without links; null where it is outside. @throws where it does not exist */
  private async resolve(path: FilePath): Promise<string | null> {
    if (path.includes('\0') || path.split('/').includes('..')) return null;
    const real = await realpath(join(this.root, ...path.split('/')));
    return (await this.contains(real)) ? real : null;
  }

  /** `relative` compares as the system does: without case on Windows, and never `/w/app` with `/w/app-evil`. */
  private async contains(real: string): Promise<boolean> {
    this.realRoot ??= realpath(this.root);
    const inside = relative(await this.realRoot, real);
    return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
  }
}

async function regularFile(real: string): Promise<{ isFile: boolean; size: number }> {
  const facts = await lstat(real);
  return { isFile: facts.isFile(), size: facts.size };
}

/** Reads without following a link, should one have taken the file's place since it was looked at (P7). */
async function readAtMost(real: string, limit: number): Promise<Uint8Array> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(real, flags);
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) throw new Error('not a regular file');
    const buffer = new Uint8Array(Math.min(facts.size + 1, limit));
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await handle.close();
  }
}

function problem(reason: ReadProblem['reason'], detail: string): ReadProblem {
  return { ok: false, reason, detail };
}

const missingCodes: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR']);

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && missingCodes.has(error.code);
}

/** The system's short code where there is one: its message holds the machine's absolute path. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
