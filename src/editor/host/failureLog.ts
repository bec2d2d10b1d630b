import type { Logger } from '../../core/ports';
import { errorText } from '../../core/text/errorText';

/** How many distinct failures are counted. A new one replaces the one that has not occurred for the longest time. */
const mostKinds = 200;
/** UTF-16 units of a stack or a message. */
const longest = 4000;

/** Writes each failure to the log, with how often it has occurred in this window. Its memory is bounded. */
export class FailureLog {
  private readonly counts = new Map<string, number>();

  constructor(private readonly log: Logger) {}

  /**
   * Failures of one place with the same message are counted together. The stack is written the first time, or `inFull`.
   */
  add(place: string, error: unknown, inFull = false): void {
    const message = errorText(error).slice(0, longest);
    const kind = `${place}: ${message}`;
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.delete(kind);
    this.counts.set(kind, count);
    const [oldest] = this.counts.keys();
    if (this.counts.size > mostKinds && oldest !== undefined) this.counts.delete(oldest);
    const stack = error instanceof Error ? (error.stack ?? message) : message;
    const text = (count === 1 || inFull ? stack : message).slice(0, longest);
    this.log.error(count === 1 ? `${place}: ${text}` : `${place} (time ${count}): ${text}`);
  }
}
