import { commands } from 'vscode';
import type { Boundary } from './boundary';
import type { ContextKey } from './ids';

/** Context keys for `when` clauses; sent to the window only when they change. */
export class Contexts {
  private readonly values = new Map<ContextKey, string | boolean>();

  constructor(private readonly boundary: Boundary) {}

  /** The value that was last set; undefined where none was. */
  get(key: ContextKey): string | boolean | undefined {
    return this.values.get(key);
  }

  set(key: ContextKey, value: string | boolean): void {
    if (this.values.get(key) === value) return;
    this.values.set(key, value);
    this.send(key, value);
  }

  /** For clauses such as `resourcePath in meridian.recordPaths`. Sent each time, and not kept: there may be 100,000. */
  setPaths(key: ContextKey, paths: Iterable<string>): void {
    this.send(key, Object.fromEntries(Array.from(paths, (path) => [path, true])));
  }

  private send(key: ContextKey, value: string | boolean | Readonly<Record<string, true>>): void {
    void this.boundary.background('context key', null, () => commands.executeCommand('setContext', key, value));
  }
}
