import { l10n, type TextDocument, window, workspace } from 'vscode';

const shownMs = 5000;

/** Says for a moment that a command has changed these texts, and saved not all of them; no longer than that is so. */
export function sayUnsaved(documents: readonly TextDocument[]): void {
  const isUnsaved = (): boolean => documents.some(({ isDirty }) => isDirty);
  if (!isUnsaved()) return;
  const message = window.setStatusBarMessage(l10n.t('Changed, and not saved yet'));
  const end = (): void => {
    clearTimeout(timer);
    saved.dispose();
    message.dispose();
  };
  const saved = workspace.onDidSaveTextDocument(() => {
    if (!isUnsaved()) end();
  });
  const timer = setTimeout(end, shownMs);
}
