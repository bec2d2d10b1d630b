import type { FilePath } from '../../core/ports';
import type { Project } from '../../core/project';

/**
 * Reads files while a storm of events goes on, in the quiet that its end is waited for in (docs/security.md#r51): the batch
 * then has only to take over what was read.
 */
export class ReadingAhead {
  private readonly waiting = new Set<FilePath>();
  private isQueued = false;
  private batch = new AbortController();

  /** @param enqueue behind what is read now, and before the next batch */
  constructor(
    private readonly project: Pick<Project, 'readAhead' | 'outdate'>,
    private readonly enqueue: (run: () => Promise<void>) => void,
  ) {}

  /** To be said of each change before a batch has it. @param isWorth whether it is one of many, and the file is still there */
  note(path: FilePath, isWorth: boolean): void {
    this.project.outdate(path);
    if (isWorth) this.waiting.add(path);
    else this.waiting.delete(path);
    if (!isWorth || this.isQueued) return;
    this.isQueued = true;
    this.enqueue(() => this.read());
  }

  /** To be said as soon as a batch goes out: it reads what is left, or everything. */
  stop(): void {
    this.waiting.clear();
    this.batch.abort();
    this.batch = new AbortController();
  }

  private async read(): Promise<void> {
    this.isQueued = false;
    const paths = [...this.waiting];
    this.waiting.clear();
    await this.project.readAhead(paths, this.batch.signal);
  }
}
