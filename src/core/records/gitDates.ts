import type { FilePath, GitReader, Logger } from '../ports';
import { errorText } from '../text/errorText';

/** The dates from git of records that state none. */
export class GitDates {
  /** By record. */
  readonly dates = new Map<FilePath, string>();
  /** Records that git was asked about. */
  private readonly asked = new Set<FilePath>();

  /** @param git called each time: null while git must not or cannot be used (docs/security.md#r11) */
  constructor(
    private readonly git: () => GitReader | null,
    private readonly log: Logger,
  ) {}

  /**
   * Asks git when the records were added. Without git, or where it cannot answer, nothing changes.
   * @param isForNew whether to ask only about records that git was not asked about before
   * @returns whether a date has changed
   */
  async ask(undated: readonly FilePath[], isForNew: boolean, signal: AbortSignal): Promise<boolean> {
    const wanted = undated.filter((path) => !isForNew || !this.asked.has(path));
    const git = wanted.length === 0 ? null : this.git();
    const found = git && (await this.answer(git, wanted, signal));
    if (!found) return false;
    const isOther = wanted.some((path) => found.get(path) !== this.dates.get(path));
    for (const path of wanted) {
      const date = found.get(path);
      this.asked.add(path);
      if (date === undefined) this.dates.delete(path);
      else this.dates.set(path, date);
    }
    return isOther;
  }

  private async answer(
    git: GitReader,
    wanted: readonly FilePath[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<FilePath, string> | null> {
    try {
      return await git.addedDates(wanted, signal);
    } catch (error) {
      this.log.warn(`no dates from git: ${errorText(error)}`);
      return null;
    }
  }
}
