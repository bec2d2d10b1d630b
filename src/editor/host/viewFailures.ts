import type { ViewId } from './ids';

type Listener = (view: ViewId) => void;

/**
 * What last failed in the background for each view. A place of work has one failure at most, and none once it has
 * succeeded; a view that says the first of them thus says each once.
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

  /** What was thrown by the work that failed first; undefined where none has failed since it last succeeded. */
  in(view: ViewId): { readonly error: unknown } | undefined {
    const [first] = this.byView.get(view) ?? [];
    return first && { error: first[1] };
  }

  /** Calls with the view whose failures are others now. */
  onDidChange(listener: Listener): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  private report(view: ViewId): void {
    for (const listener of this.listeners) listener(view);
  }
}
