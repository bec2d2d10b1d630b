import { dirname, join } from '../../core/files/paths';
import type { BytesResult, DirectoryEntry, FilePath, FileSearch, FileStore, SearchedFiles } from '../../core/ports';
import type { PathChange } from '../../core/projectView';
import { nulTokens } from '../nulTokens';
import { answered } from '../result';
import { type CheckedPlace, inFolder } from './checkedPlace';

/** The paths of a folder that changed between a commit and the files as they are now. */
export interface ChangeSince {
  /** In the form that `newFilesUnder` takes: deleted paths, and added or changed ones. */
  readonly changes: readonly PathChange[];
  /** Changed paths at which the commit has a file. */
  readonly before: ReadonlySet<FilePath>;
  /** Earlier path -> path now. */
  readonly renamed: ReadonlyMap<FilePath, FilePath>;
}

/** What was committed since, and what is not committed yet. @param base a whole hash. Throws `GitUnanswered`. */
export async function changesSince(place: CheckedPlace, base: string, head: string): Promise<ChangeSince> {
  const { runner, repository, signal } = place;
  const diff = answered(
    await runner.run(
      { repository, verb: 'diff', args: ['-z', '--name-status', '--find-renames'], revisions: [base, head] },
      { signal },
    ),
  );
  const status = answered(
    await runner.run(
      { repository, verb: 'status', args: ['-z', '--porcelain', '--untracked-files=all', '--no-renames'] },
      { signal },
    ),
  );
  const facts = new Facts(place);
  const tokens = nulTokens(diff.stdout);
  for (let at = 0; at < tokens.length; at += 2) {
    const kind = tokens[at]?.charAt(0);
    const path = tokens[at + 1] ?? '';
    if (kind === 'R' || kind === 'C') {
      const to = tokens[at + 2] ?? '';
      if (kind === 'R') facts.rename(path, to);
      facts.set(to, false, true);
      at++;
    } else facts.set(path, kind !== 'A', kind !== 'D');
  }
  // Uncommitted changes are relative to HEAD: a file that the commits added was not in the base.
  for (const token of nulTokens(status.stdout)) {
    facts.note(token.slice(3), !/^(?:\?\?|A)/.test(token), !/^(?:.D|D )/.test(token));
  }
  return facts.all();
}

class Facts {
  private readonly had = new Map<FilePath, boolean>();
  private readonly has = new Map<FilePath, boolean>();
  private readonly renamed = new Map<FilePath, FilePath>();

  constructor(private readonly place: Pick<CheckedPlace, 'prefix'>) {}

  set(path: FilePath, wasThere: boolean, isThere: boolean): void {
    const own = this.own(path);
    if (own === null) return;
    this.had.set(own, wasThere);
    this.has.set(own, isThere);
  }

  note(path: FilePath, wasThere: boolean, isThere: boolean): void {
    const own = this.own(path);
    if (own === null) return;
    if (!this.had.has(own)) this.had.set(own, wasThere);
    this.has.set(own, isThere);
  }

  rename(from: FilePath, to: FilePath): void {
    this.set(from, true, false);
    const [before, now] = [this.own(from), this.own(to)];
    if (before !== null && now !== null) this.renamed.set(before, now);
  }

  all(): ChangeSince {
    const before = new Set([...this.had].flatMap(([path, wasThere]) => (wasThere ? path : [])));
    const changes = [...this.has].map(([path, isThere]) => ({ path, kind: isThere ? 'changed' : 'deleted' }) as const);
    return { changes, before, renamed: this.renamed };
  }

  private own(path: FilePath): FilePath | null {
    return inFolder(this.place, path);
  }
}

/**
 * The files of a folder as a commit has them: unchanged files come from the disk, the others from git. After `showNow`
 * all come from the disk.
 */
export class BaseFiles implements FileStore {
  isNow = false;
  /** Whether git could not give a file. */
  hasFailed = false;
  private readonly changed: ReadonlySet<FilePath>;
  /** Folder -> entries that only the commit has. */
  private readonly added = new Map<FilePath, Map<string, DirectoryEntry>>();

  constructor(
    private readonly disk: FileStore,
    private readonly place: CheckedPlace,
    private readonly base: string,
    private readonly since: ChangeSince,
  ) {
    this.changed = new Set(since.changes.map(({ path }) => path));
    for (const path of since.before) this.enter(path, 'file');
  }

  /** From now on the files are those of the disk. */
  showNow(): void {
    this.isNow = true;
  }

  async list(directory: FilePath): Promise<readonly DirectoryEntry[]> {
    if (this.isNow) return this.disk.list(directory);
    const own = this.added.get(directory);
    const entries = await this.disk.list(directory).catch((error) => {
      // The folder was deleted since, and existed in the commit.
      if (own) return [];
      throw error;
    });
    const kept = entries.filter(({ name }) => {
      const path = join(directory, name);
      return !own?.has(name) && (!this.changed.has(path) || this.since.before.has(path));
    });
    return [...kept, ...(own?.values() ?? [])];
  }

  /** Null for a file that is read from git. */
  async stamp(file: FilePath): Promise<string | null> {
    if (!this.isNow && this.changed.has(file)) return null;
    return (await this.disk.stamp?.(file)) ?? null;
  }

  async read(file: FilePath, maxBytes: number): Promise<BytesResult> {
    if (this.isNow || !this.changed.has(file)) return this.disk.read(file, maxBytes);
    if (!this.since.before.has(file)) return { ok: false, reason: 'missing', detail: `${file} was not there` };
    const { runner, repository, prefix, signal } = this.place;
    const call = {
      repository,
      verb: 'cat-file',
      args: ['-p'],
      revisions: [`${this.base}:${join(prefix, file)}`],
    } as const;
    const result = await runner.run(call, { maxBytes: maxBytes + 1, signal });
    if (result.kind === 'exited') return { ok: true, bytes: result.stdout };
    const isLarge = result.kind === 'killed' && result.by === 'limit';
    this.hasFailed ||= !isLarge;
    return { ok: false, reason: isLarge ? 'too-large' : 'unreadable', detail: `${file} could not be read from git` };
  }

  private enter(path: FilePath, kind: DirectoryEntry['kind']): void {
    const folder = dirname(path);
    const name = path.slice(folder === '' ? 0 : folder.length + 1);
    const entries = this.added.get(folder) ?? new Map<string, DirectoryEntry>();
    this.added.set(folder, entries);
    if (entries.has(name)) return;
    entries.set(name, { name, kind });
    if (folder !== '') this.enter(folder, 'directory');
  }
}

/** Git's search of the present files, with the changed files of the commit added to its results. */
export class BaseSearch implements FileSearch {
  constructor(
    private readonly search: FileSearch,
    private readonly files: Pick<BaseFiles, 'isNow'>,
    private readonly since: ChangeSince,
  ) {}

  async list(signal: AbortSignal): Promise<SearchedFiles | null> {
    const now = await this.search.list(signal);
    if (this.files.isNow || now === null) return now;
    const { changes, before } = this.since;
    const changed = new Set(changes.map(({ path }) => path));
    const kept = (paths: readonly FilePath[]) => paths.filter((path) => !changed.has(path));
    return { files: [...kept(now.files), ...before], uncertain: kept(now.uncertain), folders: now.folders };
  }

  async matching(pattern: string, signal: AbortSignal): Promise<ReadonlySet<FilePath> | null> {
    const found = await this.search.matching(pattern, signal);
    return this.files.isNow || found === null ? found : new Set([...found, ...this.since.before]);
  }
}
