import { type CancellationTokenSource, l10n, ProgressLocation, window } from 'vscode';

/** Work that goes on while the person is asked something; only where it is not done then, it says so and can be stopped. */
export class Ahead<T> {
  private isDone = false;

  constructor(
    private readonly work: Promise<T>,
    private readonly stop: CancellationTokenSource,
  ) {
    const done = () => {
      this.isDone = true;
    };
    // Where nobody waits for it any more, its failure is nobody's.
    work.then(done, done);
  }

  /** @param message what it does. @returns undefined where the person stopped it */
  async result(message: string): Promise<T | undefined> {
    if (this.isDone) return this.work;
    const options = { location: ProgressLocation.Notification, title: l10n.t('Ask with Context'), cancellable: true };
    return window.withProgress(options, (progress, cancellation) => {
      progress.report({ message });
      const stopped = new Promise<undefined>((resolve) => {
        cancellation.onCancellationRequested(() => {
          this.stop.cancel();
          resolve(undefined);
        });
      });
      return Promise.race([this.work, stopped]);
    });
  }
}
