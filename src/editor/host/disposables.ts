import type { Disposable } from 'vscode';

/**
 * Owns what is added to it. What is added after `dispose` is disposed at once, so that late async work leaks nothing.
 */
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

  /** Disposes all items so far, and can be used further. */
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
