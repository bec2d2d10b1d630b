/** Does one thing after the other, and tells when there is nothing left to do. */
export class SerialWork {
  private last: Promise<void> = Promise.resolve();

  /** @param work never rejects: whoever adds it has put a boundary around it */
  add(work: () => Promise<void>): void {
    this.last = this.last.then(work);
  }

  /** Waits also for what is added meanwhile. */
  async whenIdle(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== this.last; ) {
      seen = this.last;
      await seen;
    }
  }
}
