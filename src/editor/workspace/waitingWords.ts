import type { FilePath } from '../../core/ports';

/** Reads the words that the last requested file needs, in pieces and after all other work. */
export class WaitingWords {
  /** The file for which words are to be read. */
  private waiting: FilePath | null = null;

  /**
   * @param enqueue runs a piece once no other work is waiting
   * @param read reads a piece, and resolves to whether more is left
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
    // Other waiting work runs before the next piece.
    if (await this.read(path)) this.ask(this.waiting ?? path);
  }
}
