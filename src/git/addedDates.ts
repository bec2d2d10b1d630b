import { staysBelow } from '../core/files/paths';
import type { FilePath, GitReader, Shelf } from '../core/ports';
import { type Addition, firstAdditions, renamesIn } from './additions';
import { type AskedDates, keptDates } from './keptDates';
import { pathspecs } from './pathspecs';
import { findRepository, isUnopenable, type Repository, shallowBorder } from './repository';
import { GitUnanswered } from './result';
import type { GitRunner } from './runner';

/** How often a record's moves are followed; each step is one walk, and nearly all records moved once or never. */
const mostMoves = 3;

/**
 * The dates at which files came into being, for records that state none.
 *
 * Moves are followed: a record that changed its folder or number keeps the date of the commit that first had it under
 * any name. In a shallow clone the oldest commits seem to add every file; what leads there has no true date and is
 * left out.
 */
export class AddedDates implements GitReader {
  /** False once objects were missing: git will say something else when they are there. */
  isWhole = true;

  /**
   * @param folder the workspace folder, absolute
   * @param shelf where dates are kept between runs; nowhere where it is null
   */
  constructor(
    private readonly runner: GitRunner,
    private readonly folder: string,
    private readonly shelf: Shelf | null = null,
  ) {}

  /**
   * Throws `GitUnanswered`, also where it was cancelled. A folder without a repository knows no file; it is looked up
   * each time, because repositories are made and removed while folders are open.
   */
  async addedDates(files: readonly FilePath[], signal: AbortSignal): Promise<ReadonlyMap<FilePath, string>> {
    const found = new Map<FilePath, string>();
    if (files.length === 0) return found;
    const place = await findRepository(this.folder);
    if (!place.ok) {
      if (!isUnopenable(place.reason)) return found;
      throw new GitUnanswered({ kind: 'failed', reason: 'not-a-repository', detail: place.reason });
    }
    // One path that git would not take must not cost the others their dates.
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
    /** Path of today -> the name to look for. */
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
        // A name that was taken again after the move is another file's.
        if (addition === undefined || (known !== undefined && addition.instant > known.instant)) continue;
        found.set(path, addition);
        const before = renames.get(addition.hash)?.get(name);
        if (before !== undefined) moved.set(path, before);
      }
      pending = moved;
      // What a file was called before is only to be found before that.
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
