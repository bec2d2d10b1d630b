import type { Pacer } from '../core/ports';

/** The longest that a loop may hold the thread before timers and input get their turn (docs/security.md#r49). */
const sliceMilliseconds = 8;

const noWait = Promise.resolve();

/** Gives the thread back with `setImmediate` when a slice is used up. */
export class NodePacer implements Pacer {
  private sliceStart = performance.now();
  private next: NodeJS.Immediate | undefined;

  /** Called for each of a hundred thousand files, and nearly always without a wait. */
  breathe(): Promise<void> {
    return performance.now() - this.sliceStart < sliceMilliseconds ? noWait : this.wait();
  }

  /** Callers that wait share the next slice: each checks again, when it goes on, whether any of the slice is left. */
  private async wait(): Promise<void> {
    while (performance.now() - this.sliceStart >= sliceMilliseconds) {
      this.next ??= setImmediate(() => {
        this.next = undefined;
        this.sliceStart = performance.now();
      });
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
}
