import { staysBelow } from '../core/files/paths';
import type { FilePath, GitReader } from '../core/ports';
import { type Addition, firstAdditions, renamesIn } from './additions';
import { findRepository, type Repository, shallowBorder } from './repository';
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
  /** @param folder the workspace folder, absolute. */
  constructor(
    private readonly runner: GitRunner,
    private readonly folder: string,
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
      if (place.reason !== 'elsewhere' && place.reason !== 'broken') return found;
      throw new GitUnanswered({ kind: 'failed', reason: 'not-a-repository', detail: place.reason });
    }
    // One path that git would not take must not cost the others their dates.
    const prefix = place.prefix === '' ? '' : `${place.prefix}/`;
    const paths = new Map(files.filter(staysBelow).map((file) => [file, prefix + file]));
    if (paths.size === 0) return found;
    const dates = await this.datesOf(place.repository, [...paths.values()], signal);
    for (const [file, path] of paths) {
      const date = dates.get(path);
      if (date !== undefined) found.set(file, date);
    }
    return found;
  }

  private async datesOf(
    repository: Repository,
    paths: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, string>> {
    const shallow = new Set(await shallowBorder(repository));
    const found = new Map<string, Addition>();
    /** Path of today -> the name to look for. */
    let pending: ReadonlyMap<string, string> = new Map(paths.map((path) => [path, path]));
    let from: readonly string[] = ['HEAD'];
    for (let moves = 0; pending.size > 0 && moves <= mostMoves; moves += 1) {
      const additions = await firstAdditions(this.runner, repository, from, new Set(pending.values()), signal);
      const hashes = [...new Set([...additions.values()].map(({ hash }) => hash))];
      const renames = await renamesIn(this.runner, repository, hashes, signal);
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
    return new Map([...found].filter(([, { hash }]) => !shallow.has(hash)).map(([path, { date }]) => [path, date]));
  }
}
