import type { Disposable } from 'vscode';

/** Owns what was registered through it. Registering after the end disposes at once, so a late answer leaks nothing. */
export class Disposables implements Disposable {
  private readonly items = new Set<Disposable>();
  private ended = false;

  get isDisposed(): boolean {
    return this.ended;
  }

  add<T extends Disposable>(item: T): T {
    if (this.ended) item.dispose();
    else this.items.add(item);
    return item;
  }

  /** Disposes everything so far and goes on. */
  clear(): void {
    const items = [...this.items].reverse();
    this.items.clear();
    for (const item of items) item.dispose();
  }

  dispose(): void {
    this.ended = true;
    this.clear();
  }
}
