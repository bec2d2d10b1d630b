import { l10n, window, workspace } from 'vscode';

const shownMs = 5000;

/** Says for a moment that a command has changed a text and saved nothing; no longer than that is so. */
export function sayUnsaved(): void {
  const message = window.setStatusBarMessage(l10n.t('Changed, and not saved yet'));
  const end = (): void => {
    clearTimeout(timer);
    saved.dispose();
    message.dispose();
  };
  const saved = workspace.onDidSaveTextDocument(end);
  const timer = setTimeout(end, shownMs);
}
