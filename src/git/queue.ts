/** `interactive`: somebody is looking at the place where the answer goes. */
export type Priority = 'interactive' | 'background';

interface Waiting {
  readonly start: () => void;
}

/**
 * At most four processes a window (docs/security.md#faults), interactive ones first. Background work leaves one place
 * free, so that what somebody waits for never stands behind a long walk through the history.
 */
export class ProcessQueue {
  private running = 0;
  private readonly waiting: Readonly<Record<Priority, Waiting[]>> = { interactive: [], background: [] };

  constructor(private readonly places = 4) {}

  /** @returns what the job returns, or `cancelled` where the signal came before its turn. */
  async run<T>(priority: Priority, signal: AbortSignal, job: () => Promise<T>): Promise<T | 'cancelled'> {
    if (!(await this.turn(priority, signal))) return 'cancelled';
    try {
      return await job();
    } finally {
      this.running -= 1;
      this.startNext();
    }
  }

  private turn(priority: Priority, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const line = this.waiting[priority];
      const leave = () => {
        line.splice(line.indexOf(entry), 1);
        resolve(false);
      };
      const entry: Waiting = {
        start: () => {
          signal.removeEventListener('abort', leave);
          this.running += 1;
          resolve(true);
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      line.push(entry);
      this.startNext();
    });
  }

  private startNext(): void {
    const next =
      (this.running < this.places ? this.waiting.interactive.shift() : undefined) ??
      (this.running < Math.max(1, this.places - 1) ? this.waiting.background.shift() : undefined);
    next?.start();
  }
}
