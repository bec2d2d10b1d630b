import { type Disposable, l10n, ThemeColor, Uri, window } from 'vscode';
import type { FilePath } from '../../../core/ports';

/** A scheme of our own: with the file's URI a row would also show what git and the diagnostics say of the file. */
const scheme = 'meridian-retired';

/** Given to a row as its `resourceUri`, dims the row. */
export function retiredUri(path: FilePath): Uri {
  return Uri.from({ scheme, path: `/${path}` });
}

export function registerRetiredRows(): Disposable {
  return window.registerFileDecorationProvider({
    provideFileDecoration: (uri) =>
      uri.scheme === scheme ? { color: new ThemeColor('disabledForeground'), tooltip: l10n.t('Retired') } : undefined,
  });
}
