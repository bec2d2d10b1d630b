/**
 * Milliseconds after the last change before git is asked for the dates of new records, so that many changes cost one
 * call.
 */
const rest = 3_000;

/** Asks git for the dates of new records when there were no changes for a while. */
export class DatesAtRest {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly ask: () => void) {}

  /** Called for each change. */
  note(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.ask, rest);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
