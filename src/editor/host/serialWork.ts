/** Runs one piece of work after the other, and knows when none is left. */
export class SerialWork {
  private last: Promise<void> = Promise.resolve();

  /** @param work never rejects: it runs inside a boundary */
  add(work: () => Promise<void>): void {
    this.last = this.last.then(work);
  }

  /** Waits also for work that is added in the meantime. */
  async whenIdle(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== this.last; ) {
      seen = this.last;
      await seen;
    }
  }
}
