import type { FilePath } from '../../core/ports';
import type { PathChange } from '../../core/projectView';

/** The collected changes; `everything` where so many came that reading all files again is cheaper. */
export type Batch =
  | {
      readonly kind: 'changes';
      readonly changes: readonly PathChange[];
      /** Whether the batch waited for the end of a storm of changes. */
      readonly isStorm: boolean;
    }
  | { readonly kind: 'everything' };

/**
 * Milliseconds without an event before a batch is sent, and the longest that a change waits for that
 * (docs/security.md#r51).
 */
interface Patience {
  readonly quiet: number;
  readonly longest: number;
}

/** Short, since the editor has debounced file events already, and a person who has saved waits for the links. */
const few: Patience = { quiet: 100, longest: 2_000 };
/** While a person types: about as long as the time between two keys. */
const typing: Patience = { quiet: 250, longest: 2_000 };
/**
 * The editor sends thousands of file events in portions, about five a second where the extension host is idle. On a
 * busy machine the gaps are longer, which those so far show.
 */
const storm: Patience = { quiet: 1_000, longest: 15_000 };
const mostStormQuiet = 2_000;
/** The quiet that ends a storm, as a multiple of its longest gap. */
const gapFactor = 1.5;
/** With more paths than this, a branch was switched or a program writes its output: a storm. */
const stormFrom = 100;
/** As many files as are scanned for references (docs/security.md#r54). */
const mostPaths = 50_000;

/** The clock as this class needs it; tests bring their own. */
export interface Timers {
  now(): number;
  /** Calls `action` once after that time; the returned function cancels it. */
  after(milliseconds: number, action: () => void): () => void;
  /** Calls `action` once the events that wait for the thread were delivered. */
  nextTurn(action: () => void): () => void;
}

/** Debounces file and document events into few batches. The last event of a path counts. */
export class DirtyPaths {
  private readonly paths = new Map<FilePath, PathChange['kind']>();
  private everything = false;
  private firstAt = 0;
  private lastAt = 0;
  /** The longest time between two events of the present batch. */
  private widestGap = 0;
  /** The time at which the batch is to be sent. */
  private due = 0;
  private cancel: (() => void) | undefined;

  constructor(
    private readonly timers: Timers,
    private readonly flush: (batch: Batch) => void,
  ) {}

  /**
   * @param isTyped whether the event comes from typing in an open document, so that more may follow
   * @returns whether the event is part of a storm
   */
  add(path: FilePath, kind: PathChange['kind'], isTyped = false): boolean {
    if (!this.everything) this.paths.set(path, kind);
    if (this.paths.size > mostPaths) {
      this.paths.clear();
      this.everything = true;
    }
    const isStorm = this.everything || this.isStorm();
    this.measureGap();
    this.schedule(isStorm ? this.stormPatience() : isTyped ? typing : few);
    return isStorm && !this.everything;
  }

  private measureGap(): void {
    const now = this.timers.now();
    this.widestGap = this.cancel ? Math.max(this.widestGap, now - this.lastAt) : 0;
    this.lastAt = now;
  }

  private stormPatience(): Patience {
    const quiet = Math.min(Math.max(storm.quiet, this.widestGap * gapFactor), mostStormQuiet);
    return { ...storm, quiet };
  }

  private isStorm(): boolean {
    return this.paths.size > stormFrom;
  }

  private changes(): readonly PathChange[] {
    return [...this.paths].map(([path, kind]) => ({ path, kind }));
  }

  dispose(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.paths.clear();
    this.everything = false;
  }

  /**
   * One timer for all events of a batch. When it fires, it waits on if the batch is due later by then, or if more
   * events wait.
   */
  private schedule({ quiet, longest }: Patience): void {
    const now = this.timers.now();
    if (!this.cancel) this.firstAt = now;
    const before = this.due;
    this.due = Math.min(now + quiet, this.firstAt + longest);
    if (this.cancel && this.due >= before) return;
    this.cancel?.();
    this.wait();
  }

  private wait(): void {
    this.cancel = this.timers.after(Math.max(0, this.due - this.timers.now()), () => {
      if (this.timers.now() >= this.due) this.sendAtNextTurn();
      else this.wait();
    });
  }

  /**
   * On a busy thread the timer fires before events that have arrived already. These are delivered before the next turn.
   */
  private sendAtNextTurn(): void {
    const { due } = this;
    this.cancel = this.timers.nextTurn(() => {
      if (this.due > due) this.wait();
      else this.send();
    });
  }

  private send(): void {
    const batch: Batch = this.everything
      ? { kind: 'everything' }
      : { kind: 'changes', changes: this.changes(), isStorm: this.isStorm() };
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
  nextTurn(action) {
    // Messages of the editor arrive in a task of their own or through Node's event loop, which polls for them before
    // `setImmediate`.
    let immediate: NodeJS.Immediate | undefined;
    const timer = setTimeout(() => (immediate = setImmediate(action)), 0);
    return () => {
      clearTimeout(timer);
      clearImmediate(immediate);
    };
  },
};
