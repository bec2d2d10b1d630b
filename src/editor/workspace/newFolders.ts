import type { Disposable } from 'vscode';
import { ancestors } from '../../core/files/paths';
import type { FilePath } from '../../core/ports';
import type { Timers } from './dirtyPaths';

/** Milliseconds after the last folder that appeared, by when the system's watcher has come to know it. */
const rest = 1_500;

/**
 * Folders that appeared are looked at once more: the editor tells of what is written into one only from when its watcher
 * has come to know it (Linux watches each folder by itself), and not of a file that came and went in that time.
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
