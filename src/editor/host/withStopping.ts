import { ProgressLocation, window } from 'vscode';
import { signalOf } from './signalOf';

/** Says in the notification what is being done; words of a repository in it are made harmless before. */
export type ReportProgress = (message: string) => void;

/** Shows that something is under way, which the person can stop. */
export function withStopping<T>(
  title: string,
  run: (signal: AbortSignal, report: ReportProgress) => Promise<T>,
): Thenable<T> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, (progress, token) =>
    run(signalOf(token), (message) => progress.report({ message })),
  );
}
