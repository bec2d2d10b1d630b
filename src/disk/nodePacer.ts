import type { Pacer } from '../core/ports';

/** The longest that a loop may hold the thread before timers and input get their turn (R49). */
const sliceMilliseconds = 8;

/** Gives the thread back with `setImmediate` whenever a slice is used up. */
export class NodePacer implements Pacer {
  private sliceStart = performance.now();

  async breathe(): Promise<void> {
    if (performance.now() - this.sliceStart < sliceMilliseconds) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.sliceStart = performance.now();
  }
}
