import type { Stats } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { basename, dirname } from '../core/files/paths';
import type { BytesResult, DirectoryEntry, FilePath, FileStore, ReadProblem } from '../core/ports';
import { type DiskAccess, isIn, ownAccess, sharedAccess } from './diskAccess';
import { SteadyTimes } from './steadyTimes';

/**
 * Within this time after a write a second write may leave the same time: the coarsest file system, FAT, counts in steps
 * of two seconds.
 */
const youngMs = 3_000;

/**
 * One directory of the machine. Nothing outside of it is listed or read, whatever links lie in it, and only regular
 * files are opened: opening a FIFO waits forever, opening a device can do anything (docs/security.md#r20, R21).
 */
export class DiskFiles implements FileStore {
  private realRoot: Promise<string> | undefined;
  /** Real paths of directories while they are resolved; with `isForOneAnswer`, for good. */
  private readonly directories = new Map<string, Promise<string | null>>();
  /** The resolved values of `directories`; filled only with `isForOneAnswer`. */
  private readonly found = new Map<FilePath, string | null>();
  /** Directories that their parent's list shows to be no links; filled only with `isForOneAnswer`. */
  private readonly plain = new Set<FilePath>();
  /** Stamps of files, with `isForOneAnswer`: an older stamp is right as well, because the file was read after it. */
  private readonly stamps = new Map<FilePath, Promise<string | null>>();
  private readonly access: DiskAccess;
  private readonly times = new SteadyTimes();

  /**
   * @param root an absolute path on this machine
   * @param isForOneAnswer whether the program ends with its answer: the thread may then wait for the disk, and each
   * directory is resolved once
   * @param now milliseconds since 1970
   */
  constructor(
    private readonly root: string,
    private readonly isForOneAnswer = false,
    private readonly now = Date.now,
  ) {
    this.access = isForOneAnswer ? ownAccess : sharedAccess;
  }

  async list(directory: FilePath): Promise<readonly DirectoryEntry[]> {
    const real = await this.realDirectory(directory);
    if (real === null) throw new Error(`${directory} leads out of ${this.root}`);
    const entries = await this.access.entries(real);
    const listed: DirectoryEntry[] = [];
    for (const entry of entries) {
      const { name } = entry;
      if (entry.isFile()) listed.push({ name, kind: 'file' });
      else if (entry.isDirectory()) {
        listed.push({ name, kind: 'directory' });
        if (this.isForOneAnswer) this.plain.add(directory === '' ? name : `${directory}/${name}`);
      } else listed.push({ name, ...(entry.isSymbolicLink() ? await this.link(join(real, name)) : { kind: 'other' }) });
    }
    return listed;
  }

  async read(file: FilePath, maxBytes: number): Promise<BytesResult> {
    try {
      const place = await this.placeOf(file);
      if (place === null) return problem('unreadable', `${file} leads out of the folder`);
      const { real, facts } = place;
      if (!facts.isFile()) return problem('unreadable', `${file} is not a regular file`);
      if (facts.size > maxBytes) return problem('too-large', `${file} has ${facts.size} bytes`);
      const { bytes } = await this.access.content(real, maxBytes + 1);
      return bytes.length > maxBytes ? problem('too-large', `${file} grew while it was read`) : { ok: true, bytes };
    } catch (error) {
      return problem(isMissing(error) ? 'missing' : 'unreadable', `${file}: ${describe(error)}`);
    }
  }

  stamp(file: FilePath): Promise<string | null> {
    if (!this.isForOneAnswer) return this.stampNow(file);
    const known = this.stamps.get(file);
    if (known !== undefined) return known;
    const stamp = this.stampNow(file);
    this.stamps.set(file, stamp);
    return stamp;
  }

  /** Null where the file system may not update the times of a directory when it changes. */
  async listStamp(directory: FilePath): Promise<string | null> {
    try {
      const real = directory === '' ? await this.realDirectory('') : await this.inRealDirectory(directory);
      if (real === null) return null;
      const looked = this.access.facts(real);
      const facts = looked instanceof Promise ? await looked : looked;
      if (!facts.isDirectory() || this.isYoung(facts) || !this.times.tell(real, facts.dev)) return null;
      // Known to be a real directory, so it need not be resolved again for the files in it.
      if (this.isForOneAnswer) this.plain.add(directory);
      return [facts.dev, facts.mtimeMs, facts.ctimeMs, facts.ino].join('-');
    } catch {
      return null;
    }
  }

  private isYoung({ mtimeMs, ctimeMs }: Stats): boolean {
    return this.now() - Math.max(mtimeMs, ctimeMs) < youngMs;
  }

  private async stampNow(file: FilePath): Promise<string | null> {
    try {
      // Called for each file of a repository: an additional promise would take as long as the call to the disk.
      const known = this.found.get(dirname(file));
      const real = known === undefined ? await this.inRealDirectory(file) : inFolder(known, file);
      if (real === null) return null;
      const looked = this.access.facts(real);
      const facts = looked instanceof Promise ? await looked : looked;
      const { size, mtimeMs, ctimeMs, ino } = facts;
      // The stamp of a link stays the same while its target changes.
      if (!facts.isFile() || this.isYoung(facts)) return null;
      return [size, mtimeMs, ctimeMs, ino].join('-');
    } catch {
      return null;
    }
  }

  /**
   * The real path of a file and its facts, a link followed; null where it is outside. @throws where it does not exist
   */
  private async placeOf(file: FilePath) {
    const real = await this.inRealDirectory(file);
    if (real === null) return null;
    const facts = await this.access.facts(real);
    if (!facts.isSymbolicLink()) return { real, facts };
    const target = await this.resolve(file);
    return target === null ? null : { real: target, facts: await this.access.facts(target) };
  }

  /** A link counts as the file it leads to if that is a regular file in the folder; linked directories never count. */
  private async link(link: string): Promise<Omit<DirectoryEntry, 'name'>> {
    try {
      const real = await this.access.realpath(link);
      if (!(await this.contains(real))) return { kind: 'other' };
      const leadsTo = relative(await this.rootWithoutLinks(), real).replaceAll(sep, '/');
      return { kind: (await this.access.facts(real)).isFile() ? 'file' : 'other', leadsTo };
    } catch {
      return { kind: 'other' };
    }
  }

  /** The path with links resolved; null where it is outside. @throws where it does not exist */
  private async resolve(path: FilePath): Promise<string | null> {
    if (path.includes('\0') || path.split('/').includes('..')) return null;
    const real = await this.access.realpath(join(this.root, ...path.split('/')));
    return (await this.contains(real)) ? real : null;
  }

  /** The path of a file in its directory's real path; null where that is outside. @throws where it does not exist */
  private async inRealDirectory(file: FilePath): Promise<string | null> {
    return isName(basename(file)) ? inFolder(await this.realDirectory(dirname(file)), file) : null;
  }

  /** As `resolve`, from the resolved parent directory: only a link is resolved from the root. */
  private async resolveStep(directory: FilePath): Promise<string | null> {
    const real = directory === '' ? null : await this.inRealDirectory(directory);
    if (real === null) return this.resolve(directory);
    if (this.plain.has(directory)) return real;
    return (await this.access.facts(real)).isSymbolicLink() ? this.resolve(directory) : real;
  }

  /** As `resolve`, for a directory; simultaneous calls share the answer. */
  private realDirectory(directory: FilePath): Promise<string | null> {
    const known = this.directories.get(directory);
    if (known !== undefined) return known;
    const found = this.isForOneAnswer ? this.resolveStep(directory) : this.resolve(directory);
    this.directories.set(directory, found);
    const forget = () => void this.directories.delete(directory);
    if (this.isForOneAnswer) found.then((real) => this.found.set(directory, real), forget);
    else found.then(forget, forget);
    return found;
  }

  private async contains(real: string): Promise<boolean> {
    return isIn(await this.rootWithoutLinks(), real);
  }

  private rootWithoutLinks(): Promise<string> {
    this.realRoot ??= Promise.resolve(this.access.realpath(this.root));
    return this.realRoot;
  }
}

/** @param real the real path of the file's folder; null where that is outside */
function inFolder(real: string | null, file: FilePath): string | null {
  const name = basename(file);
  return real === null || !isName(name) ? null : real + (real.endsWith(sep) ? '' : sep) + name;
}

/** Whether a name is a single step down: on Windows a backslash is a separator, and a colon leads elsewhere. */
function isName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !name.includes('\0') && !(sep === '\\' && /[\\:]/.test(name));
}

function problem(reason: ReadProblem['reason'], detail: string): ReadProblem {
  return { ok: false, reason, detail };
}

const missingCodes: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR']);

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && missingCodes.has(error.code);
}

/** The system's error code where there is one, because its message holds the machine's absolute path. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
