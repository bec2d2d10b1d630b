import type { Pacer } from '../../core/ports';

/** Gives the extension host's thread back after 8 ms of work, so that nobody's typing waits for an index (R49). */
export class SlicePacer implements Pacer {
  private start = performance.now();

  async breathe(): Promise<void> {
    if (performance.now() - this.start < 8) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.start = performance.now();
  }
}
