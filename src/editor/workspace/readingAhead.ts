import type { FilePath } from '../../core/ports';
import type { Project } from '../../core/project';

/**
 * Reads changed files during a storm of events, in the time in which its end is waited for (docs/security.md#r51). The
 * batch then only has to take over what was read.
 */
export class ReadingAhead {
  private readonly waiting = new Set<FilePath>();
  private isQueued = false;
  private batch = new AbortController();

  /** @param enqueue runs the work after the present reading and before the next batch */
  constructor(
    private readonly project: Pick<Project, 'readAhead' | 'outdate'>,
    private readonly enqueue: (run: () => Promise<void>) => void,
  ) {}

  /**
   * Called for each change before a batch has it. @param isWorth whether it is part of a storm and the file still
   * exists
   */
  note(path: FilePath, isWorth: boolean): void {
    this.project.outdate(path);
    if (isWorth) this.waiting.add(path);
    else this.waiting.delete(path);
    if (!isWorth || this.isQueued) return;
    this.isQueued = true;
    this.enqueue(() => this.read());
  }

  /** Called as soon as a batch is sent, which reads the remaining files, or all of them. */
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
