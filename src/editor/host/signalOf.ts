import type { CancellationToken } from 'vscode';

/** What VS Code calls a token is a signal below the editor; both last as long as the work. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
