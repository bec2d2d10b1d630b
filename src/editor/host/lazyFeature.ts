import type { Disposable } from 'vscode';
import { Disposables } from './disposables';

/**
 * A part of Meridian whose code stays out of the activation. It is loaded once, when it is first needed; after a load
 * that failed it is loaded again at the next use, and nothing of the one before is left.
 */
export class LazyFeature<F> implements Disposable {
  private feature: Promise<F> | undefined;
  private parts = new Disposables();
  private substitute: Disposable | undefined;

  /**
   * @param make registers through `parts` what is to end with the feature, or with a load that fails halfway
   * @param failed shows that the feature is missing until what it returns is disposed; called after each failed load
   */
  constructor(
    private readonly make: (parts: Disposables) => Promise<F>,
    private readonly failed?: (error: unknown) => Disposable,
  ) {}

  /** Rejects with what the load threw; everything that waits for one load gets the same. */
  load(): Promise<F> {
    if (this.feature !== undefined) return this.feature;
    this.withdraw();
    const { parts } = this;
    const attempt = this.make(parts);
    this.feature = attempt;
    const missing = (error: unknown): void => {
      if (this.feature !== attempt) return;
      this.end();
      this.substitute = this.failed?.(error);
    };
    // The callers of `load` get the reason; a substitute that fails as well must not become an unhandled rejection.
    attempt.catch(missing).catch(() => undefined);
    return attempt;
  }

  /** Also of what is still being loaded. What is used afterwards is loaded anew. */
  dispose(): void {
    this.withdraw();
    this.end();
  }

  private end(): void {
    this.parts.dispose();
    this.parts = new Disposables();
    this.feature = undefined;
  }

  private withdraw(): void {
    this.substitute?.dispose();
    this.substitute = undefined;
  }
}
