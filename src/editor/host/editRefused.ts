import { l10n, type TextDocument, workspace } from 'vscode';
import { visibleText } from './visibleText';

/** For an edit that the editor refused: it does not say why. */
export function editRefused(...documents: readonly Pick<TextDocument, 'uri'>[]): Error {
  const names = documents.map(({ uri }) => visibleText(workspace.asRelativePath(uri), 100)).join(', ');
  return new Error(
    l10n.t('{0} could not be changed: it was just edited, or is read-only until you change that.', names),
  );
}
