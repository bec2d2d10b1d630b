import type { Disposable } from 'vscode';
import { Disposables } from './disposables';

/**
 * A feature whose code is not loaded at activation, but once when it is first needed. After a load that failed, all
 * that it registered is disposed, and the next use loads again.
 */
export class LazyFeature<F> implements Disposable {
  private feature: Promise<F> | undefined;
  private parts = new Disposables();
  private substitute: Disposable | undefined;

  /**
   * @param make registers through `parts` what has to be disposed with the feature, or after a load that failed halfway
   * @param failed called after each failed load: shows that the feature is missing, until the returned object is
   *   disposed
   */
  constructor(
    private readonly make: (parts: Disposables) => Promise<F>,
    private readonly failed?: (error: unknown) => Disposable,
  ) {}

  /** Rejects with the error of the load. All callers that wait for one load get the same error. */
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
    // The callers of `load` get the error. A substitute that fails, too, must not become an unhandled rejection.
    attempt.catch(missing).catch(() => undefined);
    return attempt;
  }

  /** Also disposes a load that is under way. The next use loads anew. */
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
