import type { FilePath } from '../../core/ports';
import type { PathChange } from '../../core/projectView';

/** What has piled up: single changes, or so many that looking at everything again is cheaper. */
export type Batch =
  | { readonly kind: 'changes'; readonly changes: readonly PathChange[] }
  | { readonly kind: 'everything' };

/**
 * Milliseconds of quiet before a batch goes out, and the longest that a change waits for that quiet
 * (docs/security.md#r51).
 */
const quiet = 250;
const longest = 2000;
const manyPaths = 500;

/** The clock as this class needs it; tests bring their own. */
export interface Timers {
  now(): number;
  /** Runs `action` once after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, action: () => void): () => void;
}

/** Turns a storm of file and document events into few batches; the last event of a path is the one that counts. */
export class DirtyPaths {
  private readonly paths = new Map<FilePath, PathChange['kind']>();
  private everything = false;
  private firstAt = 0;
  private cancel: (() => void) | undefined;

  constructor(
    private readonly timers: Timers,
    private readonly flush: (batch: Batch) => void,
  ) {}

  add(path: FilePath, kind: PathChange['kind']): void {
    this.schedule();
    if (this.everything) return;
    this.paths.set(path, kind);
    if (this.paths.size <= manyPaths) return;
    this.paths.clear();
    this.everything = true;
  }

  dispose(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.paths.clear();
    this.everything = false;
  }

  private schedule(): void {
    const now = this.timers.now();
    if (this.cancel) this.cancel();
    else this.firstAt = now;
    const wait = Math.max(0, Math.min(quiet, this.firstAt + longest - now));
    this.cancel = this.timers.after(wait, () => this.send());
  }

  private send(): void {
    const batch: Batch = this.everything
      ? { kind: 'everything' }
      : { kind: 'changes', changes: [...this.paths].map(([path, kind]) => ({ path, kind })) };
    this.dispose();
    this.flush(batch);
  }
}

export const systemTimers: Timers = {
  now: () => performance.now(),
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};
