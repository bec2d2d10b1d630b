import { staysBelow } from '../core/files/paths';
import type { FilePath, GitReader, Shelf } from '../core/ports';
import { type Addition, firstAdditions, renamesIn } from './additions';
import { type AskedDates, keptDates } from './keptDates';
import { pathspecs } from './pathspecs';
import { findRepository, isUnopenable, type Repository, shallowBorder } from './repository';
import { GitUnanswered } from './result';
import type { GitRunner } from './runner';

/**
 * How many renames of a record are followed; each costs one walk, and nearly all records were renamed once or never.
 */
const mostMoves = 3;

/**
 * The dates at which files were first added, for records that state none.
 *
 * Renames are followed: a record that changed its folder or number keeps the date of the commit that first had it under
 * any name. In a shallow clone the oldest commits appear to add every file, so a file that leads there has no known
 * date and is left out.
 */
export class AddedDates implements GitReader {
  /** False where objects were missing: git will give another answer once they are there. */
  isWhole = true;

  /**
   * @param folder the workspace folder, absolute
   * @param shelf where dates are kept between runs; null to keep none
   */
  constructor(
    private readonly runner: GitRunner,
    private readonly folder: string,
    private readonly shelf: Shelf | null = null,
  ) {}

  /**
   * Throws `GitUnanswered`, also where it was cancelled. In a folder without a repository no file has a date; the
   * repository is looked up each time, because repositories are made and removed while folders are open.
   */
  async addedDates(files: readonly FilePath[], signal: AbortSignal): Promise<ReadonlyMap<FilePath, string>> {
    const found = new Map<FilePath, string>();
    if (files.length === 0) return found;
    const place = await findRepository(this.folder);
    if (!place.ok) {
      if (!isUnopenable(place.reason)) return found;
      throw new GitUnanswered({ kind: 'failed', reason: 'not-a-repository', detail: place.reason });
    }
    // Paths that git would refuse are left out, so that one of them does not cost the others their dates.
    const prefix = place.prefix === '' ? '' : `${place.prefix}/`;
    const paths = new Map(files.filter(staysBelow).map((file) => [file, prefix + file]));
    if (paths.size === 0) return found;
    const { repository } = place;
    const all = [...paths.values()];
    const ask = () => this.datesOf(repository, all, signal);
    const { runner, shelf } = this;
    const dates = shelf ? await keptDates(shelf, { runner, repository, signal }, all, ask) : (await ask()).dates;
    for (const [file, path] of paths) {
      const date = dates.get(path);
      if (date !== undefined) found.set(file, date);
    }
    return found;
  }

  private async datesOf(repository: Repository, paths: readonly string[], signal: AbortSignal): Promise<AskedDates> {
    const shallow = new Set(await shallowBorder(repository));
    const found = new Map<string, Addition>();
    /** Present path -> the name under which its addition is searched for. */
    let pending: ReadonlyMap<string, string> = new Map(paths.map((path) => [path, path]));
    let from: readonly string[] = ['HEAD'];
    const walked = new Set<string>();
    let isLimited = true;
    for (let moves = 0; pending.size > 0 && moves <= mostMoves; moves += 1) {
      const names = new Set(pending.values());
      const limits = pathspecs([...names]);
      isLimited &&= limits.length > 0;
      for (const limit of limits) walked.add(limit);
      const additions = await firstAdditions(this.runner, repository, from, names, signal);
      const hashes = [...new Set([...additions.values()].map(({ hash }) => hash))];
      const { renames, isWhole } = await renamesIn(this.runner, repository, hashes, signal);
      this.isWhole &&= isWhole;
      const moved = new Map<string, string>();
      for (const [path, name] of pending) {
        const addition = additions.get(name);
        const known = found.get(path);
        // A path that is added again after the rename belongs to another file.
        if (addition === undefined || (known !== undefined && addition.instant > known.instant)) continue;
        found.set(path, addition);
        const before = renames.get(addition.hash)?.get(name);
        if (before !== undefined) moved.set(path, before);
      }
      pending = moved;
      // A file's earlier name can only have been added before its rename.
      from = [...renames.keys()];
    }
    const dated = [...found].filter(([, { hash }]) => !shallow.has(hash));
    return {
      dates: new Map(dated.map(([path, { date }]) => [path, date])),
      walked: isLimited ? [...walked] : null,
      isWhole: this.isWhole,
    };
  }
}
