import type { Logger } from '../../core/ports';

/**
 * The error boundary at every entry from VS Code: provider, command, event, message (docs/security.md#r46). What is
 * thrown is logged once per place and message; the caller gets the fallback, and nobody gets a dialog.
 */
export class Boundary {
  private readonly seen = new Set<string>();

  constructor(private readonly log: Logger) {}

  /** Wraps a function that answers at once. */
  sync<A extends unknown[], R>(place: string, fallback: R, run: (...args: A) => R): (...args: A) => R {
    return (...args) => {
      try {
        return run(...args);
      } catch (error) {
        this.report(place, error);
        return fallback;
      }
    };
  }

  /** Wraps a function that answers later. The result never rejects. */
  async<A extends unknown[], R>(
    place: string,
    fallback: R,
    run: (...args: A) => Promise<R>,
  ): (...args: A) => Promise<R> {
    return async (...args) => {
      try {
        return await run(...args);
      } catch (error) {
        this.report(place, error);
        return fallback;
      }
    };
  }

  /** Watches work that nobody waits for. */
  watch(place: string, work: PromiseLike<unknown>): void {
    work.then(undefined, (error: unknown) => this.report(place, error));
  }

  private report(place: string, error: unknown): void {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const signature = `${place}: ${error instanceof Error ? error.message : message}`;
    if (this.seen.has(signature)) return;
    // A flood of different messages must not grow the set for ever.
    if (this.seen.size >= 200) this.seen.clear();
    this.seen.add(signature);
    this.log.error(`${place}: ${message}`);
  }
}
