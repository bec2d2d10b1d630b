import type { CancellationToken } from 'vscode';

/**
 * An `AbortSignal` for a token of VS Code, since code below the editor knows only signals. Both last as long as the
 * work.
 */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
