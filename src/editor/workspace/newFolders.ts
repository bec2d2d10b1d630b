import type { Disposable } from 'vscode';
import { ancestors } from '../../core/files/paths';
import type { FilePath } from '../../core/ports';
import type { Timers } from './dirtyPaths';

/** Milliseconds after the last new folder, by when the system's watcher watches it. */
const rest = 1_500;

/**
 * Reads new folders once more. The editor reports changes in a new folder only once its watcher watches that folder (on
 * Linux each folder has its own watch). It misses what was written before, and files that were created and deleted in
 * that time.
 */
export class NewFolders implements Disposable {
  private readonly waiting = new Set<FilePath>();
  private cancel: (() => void) | undefined;

  constructor(
    private readonly timers: Pick<Timers, 'after'>,
    private readonly look: (folders: readonly FilePath[]) => void,
  ) {}

  note(folders: readonly FilePath[]): void {
    if (folders.length === 0) return;
    for (const folder of folders) this.waiting.add(folder);
    this.cancel?.();
    this.cancel = this.timers.after(rest, () => {
      const all = new Set(this.waiting);
      this.dispose();
      this.look([...all].filter((folder) => ![...ancestors(folder)].some((above) => all.has(above))));
    });
  }

  dispose(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.waiting.clear();
  }
}
