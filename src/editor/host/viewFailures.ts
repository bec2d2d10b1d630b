import type { ViewId } from './ids';

type Listener = (view: ViewId) => void;

/**
 * The last failures in the background, for each view. A place of work has at most one failure, and none once it has
 * succeeded. A view shows the first one, so it shows each failure once.
 */
export class ViewFailures {
  private readonly byView = new Map<ViewId, Map<string, unknown>>();
  private readonly listeners = new Set<Listener>();

  set(view: ViewId, place: string, error: unknown): void {
    const failures = this.byView.get(view) ?? new Map<string, unknown>();
    this.byView.set(view, failures.set(place, error));
    this.report(view);
  }

  clear(view: ViewId, place: string): void {
    if (this.byView.get(view)?.delete(place)) this.report(view);
  }

  /** The error of the place that failed first; undefined where every place has succeeded since. */
  in(view: ViewId): { readonly error: unknown } | undefined {
    const [first] = this.byView.get(view) ?? [];
    return first && { error: first[1] };
  }

  /** Calls the listener with each view whose failures have changed. */
  onDidChange(listener: Listener): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  private report(view: ViewId): void {
    for (const listener of this.listeners) listener(view);
  }
}
