import type { FilePath } from '../../core/ports';

/** Reads the words of the last file that was asked about, behind everything else and in pieces. */
export class WaitingWords {
  /** The file whose words are to be read. */
  private waiting: FilePath | null = null;

  /**
   * @param enqueue runs it once nothing else is waiting
   * @param read a piece; gives whether there is more to read
   */
  constructor(
    private readonly enqueue: (run: () => Promise<void>) => void,
    private readonly read: (path: FilePath) => Promise<boolean>,
  ) {}

  ask(path: FilePath): void {
    const isWaiting = this.waiting !== null;
    this.waiting = path;
    if (!isWaiting) this.enqueue(() => this.readNext());
  }

  private async readNext(): Promise<void> {
    const path = this.waiting;
    this.waiting = null;
    if (path === null) return;
    // What else waits comes in between.
    if (await this.read(path)) this.ask(this.waiting ?? path);
  }
}
