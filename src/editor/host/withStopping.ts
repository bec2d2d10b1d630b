import { ProgressLocation, window } from 'vscode';
import { signalOf } from './signalOf';

/** Shows in the notification what is being done. Words of a repository in it have to be made harmless first. */
export type ReportProgress = (message: string) => void;

/** Shows a progress notification that the person can cancel. */
export function withStopping<T>(
  title: string,
  run: (signal: AbortSignal, report: ReportProgress) => Promise<T>,
): Thenable<T> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, (progress, token) =>
    run(signalOf(token), (message) => progress.report({ message })),
  );
}
