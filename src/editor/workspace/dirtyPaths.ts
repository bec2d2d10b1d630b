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
interface Patience {
  readonly quiet: number;
  readonly longest: number;
}

const few: Patience = { quiet: 250, longest: 2_000 };
/** The editor tells of thousands of files in portions, five in a second. */
const storm: Patience = { quiet: 500, longest: 15_000 };
/** With more paths it is a switch of branches, or a program that writes all that it makes. */
const stormFrom = 500;
/** As many files as are looked through for references (docs/security.md#r54). */
const mostPaths = 50_000;

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
    if (!this.everything) this.paths.set(path, kind);
    if (this.paths.size > mostPaths) {
      this.paths.clear();
      this.everything = true;
    }
    this.schedule();
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
    const { quiet, longest } = this.everything || this.paths.size > stormFrom ? storm : few;
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
