/** Lets so many jobs run at once; the others wait in order (docs/security.md#r41: four reads, one write). */
export class Lane {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly places: number) {}

  /** @returns what the job returns, or `cancelled` where the signal came before its turn. */
  async run<T>(signal: AbortSignal, job: () => Promise<T>): Promise<T | 'cancelled'> {
    if (signal.aborted) return 'cancelled';
    if (this.running < this.places) this.running += 1;
    else if (!(await this.turn(signal))) return 'cancelled';
    try {
      return await job();
    } finally {
      // The place goes to the next one directly, so that nobody slips in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private turn(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(start), 1);
        resolve(false);
      };
      const start = () => {
        signal.removeEventListener('abort', leave);
        resolve(true);
      };
      signal.addEventListener('abort', leave, { once: true });
      this.waiting.push(start);
    });
  }
}
