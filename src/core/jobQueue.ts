/** `interactive`: a person waits for the answer. */
export type Priority = 'interactive' | 'background';

/**
 * A semaphore with two priorities: at most `places` jobs run at once, the others wait in order, interactive ones first.
 * Background jobs leave `reserved` places free, but always have at least one, so that an interactive job never waits
 * for a long background job to end.
 */
export class JobQueue {
  private running = 0;
  private readonly waiting: Readonly<Record<Priority, (() => void)[]>> = { interactive: [], background: [] };

  constructor(
    private readonly places: number,
    private readonly reserved = 0,
  ) {}

  /** @returns what the job returns, or `cancelled` where the signal fired before its turn. Rejects where the job does. */
  async run<T>(
    signal: AbortSignal,
    job: () => Promise<T>,
    priority: Priority = 'interactive',
  ): Promise<T | 'cancelled'> {
    if (!(await this.turn(signal, priority))) return 'cancelled';
    try {
      return await job();
    } finally {
      this.running -= 1;
      this.startNext();
    }
  }

  /** Resolves with true once a place was taken, with false once the signal fires. */
  private turn(signal: AbortSignal, priority: Priority): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const line = this.waiting[priority];
      const leave = () => {
        line.splice(line.indexOf(start), 1);
        resolve(false);
      };
      const start = () => {
        signal.removeEventListener('abort', leave);
        this.running += 1;
        resolve(true);
      };
      signal.addEventListener('abort', leave, { once: true });
      line.push(start);
      this.startNext();
    });
  }

  private startNext(): void {
    const forBackground = Math.max(1, this.places - this.reserved);
    const next =
      (this.running < this.places ? this.waiting.interactive.shift() : undefined) ??
      (this.running < forBackground ? this.waiting.background.shift() : undefined);
    next?.();
  }
}
