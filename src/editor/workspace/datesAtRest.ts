/** Milliseconds after the last change until git is asked for dates of records that are new: once for many. */
const rest = 3_000;

/** Asks git for the dates of new records once changes have come to rest. */
export class DatesAtRest {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly ask: () => void) {}

  /** To be called with each change. */
  note(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.ask, rest);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
