import type { FilePath } from '../../core/ports';
import type { PathChange } from '../../core/projectView';

/** What has piled up: single changes, or so many that looking at everything again is cheaper. */
export type Batch =
  | {
      readonly kind: 'changes';
      readonly changes: readonly PathChange[];
      /** Whether it was waited for the end of many. */
      readonly isStorm: boolean;
    }
  | { readonly kind: 'everything' };

/**
 * Milliseconds of quiet before a batch goes out, and the longest that a change waits for that quiet
 * (docs/security.md#r51).
 */
interface Patience {
  readonly quiet: number;
  readonly longest: number;
}

/** The editor has collected what happened to files for a moment itself, and a person who has saved looks for the links. */
const few: Patience = { quiet: 100, longest: 2_000 };
/** Of a text that a person is typing: about as long as to the next key. */
const typing: Patience = { quiet: 250, longest: 2_000 };
/**
 * The editor tells of thousands of files in portions, five in a second where the extension host has nothing else to do. On a
 * busy machine they come further apart, which those that came show.
 */
const storm: Patience = { quiet: 1_000, longest: 15_000 };
const mostStormQuiet = 2_000;
/** The quiet that ends a storm, in times of the longest gap that it had. */
const gapFactor = 1.5;
/** With more paths it is a switch of branches, or a program that writes all that it makes. */
const stormFrom = 100;
/** As many files as are looked through for references (docs/security.md#r54). */
const mostPaths = 50_000;

/** The clock as this class needs it; tests bring their own. */
export interface Timers {
  now(): number;
  /** Runs `action` once after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, action: () => void): () => void;
  /** The same once all that waits for the thread has come in. */
  nextTurn(action: () => void): () => void;
}

/** Turns a storm of file and document events into few batches; the last event of a path is the one that counts. */
export class DirtyPaths {
  private readonly paths = new Map<FilePath, PathChange['kind']>();
  private everything = false;
  private firstAt = 0;
  private lastAt = 0;
  /** The longest time between two events of what piles up now. */
  private widestGap = 0;
  /** When the batch is to go out. */
  private due = 0;
  private cancel: (() => void) | undefined;

  constructor(
    private readonly timers: Timers,
    private readonly flush: (batch: Batch) => void,
  ) {}

  /**
   * @param isTyped whether it was a key in an open document, after which others may follow
   * @returns whether it is one of so many that their end is waited for
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

  /** One timer for all events of a batch: when it is there, it looks whether more have come, or are about to. */
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

  /** Where the thread was busy, the timer comes before the events that were told meanwhile; they come before the next one. */
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
    // An editor's messages come in by a task of their own or by the loop of Node, which looks for them before it is here.
    let immediate: NodeJS.Immediate | undefined;
    const timer = setTimeout(() => (immediate = setImmediate(action)), 0);
    return () => {
      clearTimeout(timer);
      clearImmediate(immediate);
    };
  },
};
