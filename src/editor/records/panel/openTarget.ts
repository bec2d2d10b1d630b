import { commands, env, FileType, l10n, Range, type TextDocumentShowOptions, Uri, workspace } from 'vscode';
import type { FilePath } from '../../../core/ports';
import { answer } from '../../host/answer';
import { visibleText } from '../../host/visibleText';
import { uriOf } from '../../workspace/folderPaths';

/** Opens a file in its own editor at a line that counts from 1; a folder is shown in the Explorer. */
export async function openPlace(folder: Uri, path: FilePath, line?: number): Promise<void> {
  const uri = uriOf(folder, path);
  const type = await typeOf(uri);
  if (type === undefined) {
    void answer(l10n.t('{0} does not exist in this workspace.', visibleText(path, 200)));
  } else if (type & FileType.Directory) {
    await commands.executeCommand('revealInExplorer', uri);
  } else {
    await openLine(uri, line);
  }
}

/** Opens a document, saved or not, in its own editor at a line that counts from 1. */
export async function openLine(uri: Uri, line?: number): Promise<void> {
  const options: TextDocumentShowOptions = line === undefined ? {} : { selection: new Range(line - 1, 0, line - 1, 0) };
  await commands.executeCommand('vscode.open', uri, options);
}

/** Checks the scheme again where an address leaves the editor (docs/security.md#r22). */
export async function openExternal(url: string): Promise<void> {
  const uri = Uri.parse(url, true);
  if (uri.scheme === 'https' || uri.scheme === 'mailto') await env.openExternal(uri);
}

async function typeOf(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}
