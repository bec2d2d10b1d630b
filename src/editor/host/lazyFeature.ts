import type { Disposable } from 'vscode';

/** A part of Meridian whose code stays out of the activation: it is loaded once, by the first who needs it. */
export class LazyFeature<F extends Disposable> implements Disposable {
  private feature: Promise<F> | undefined;

  constructor(private readonly make: () => Promise<F>) {}

  load(): Promise<F> {
    this.feature ??= this.make();
    return this.feature;
  }

  /** Also of what is still being loaded. */
  dispose(): void {
    this.feature?.then(
      (feature) => feature.dispose(),
      () => undefined,
    );
  }
}
