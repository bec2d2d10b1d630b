import { commands as editorCommands, env, l10n, ViewColumn, window } from 'vscode';
import { encodePath } from '../../../core/permalinks/encodeName';
import { fileLink } from '../../../core/text/escape';
import { uriOf } from '../../workspace/folderPaths';
import type { PlacedRecord } from '../../workspace/projects';
import { shortName, titleText } from '../words/recordWords';

/** Opens with whatever editor is set for the file: a diagram is not a text. */
export async function openRecord({ folder, record }: PlacedRecord, toSide = false): Promise<void> {
  const column = toSide ? ViewColumn.Beside : ViewColumn.Active;
  await editorCommands.executeCommand('vscode.open', uriOf(folder.uri, record.path), {
    viewColumn: column,
    preview: !toSide,
  });
}

/** Puts `[ADR-0012: Use PostgreSQL](docs/adr/0012-x.md)` on the clipboard: works in a comment, a review, a message. */
export async function copyLink({ record }: PlacedRecord): Promise<void> {
  const name = shortName(record);
  const title = titleText(record);
  const label = name === title ? name : `${name}: ${title}`;
  await env.clipboard.writeText(fileLink(label, encodePath(record.path)));
  window.setStatusBarMessage(l10n.t('Copied a link to {0}', name), 3000);
}
