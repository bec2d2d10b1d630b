import type { FileGroupKey } from '../fileGroups';

/** How many pages of a long group a person asked for, in the list that is shown. */
export class GroupPages {
  private readonly counts = new Map<FileGroupKey, number>();
  private shown = '';

  /** @param shown a key of the list: for another list each group begins with one page again */
  of(shown: string): ReadonlyMap<FileGroupKey, number> {
    if (this.shown !== shown) this.counts.clear();
    this.shown = shown;
    return this.counts;
  }

  more(group: FileGroupKey): void {
    this.counts.set(group, (this.counts.get(group) ?? 1) + 1);
  }
}
