const longestHistory = 50;

/** A history like a browser's: a new visit drops the entries after the current one. */
export class History<T> {
  private readonly entries: T[] = [];
  private at = -1;

  constructor(private readonly same: (a: T, b: T) => boolean) {}

  get current(): T | undefined {
    return this.entries[this.at];
  }

  get canGoBack(): boolean {
    return this.at > 0;
  }

  get canGoForward(): boolean {
    return this.at < this.entries.length - 1;
  }

  /** Adds an entry. False where it is the current one already. */
  visit(entry: T): boolean {
    if (this.current !== undefined && this.same(this.current, entry)) return false;
    this.entries.splice(this.at + 1, this.entries.length, entry);
    if (this.entries.length > longestHistory) this.entries.shift();
    this.at = this.entries.length - 1;
    return true;
  }

  step(by: -1 | 1): boolean {
    if (by < 0 ? !this.canGoBack : !this.canGoForward) return false;
    this.at += by;
    return true;
  }
}
