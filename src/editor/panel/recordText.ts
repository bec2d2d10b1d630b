import { type WorkspaceFolder, workspace } from 'vscode';
import { readText, type TextResult } from '../../core/files/readText';
import type { FilePath } from '../../core/ports';
import { folderFiles } from '../workspace/folderFiles';
import { uriOf } from '../workspace/folderPaths';

/** A record's text as the person sees it: an open document, saved or not, wins over the disk. */
export async function recordText(folder: WorkspaceFolder, path: FilePath): Promise<TextResult> {
  const uri = uriOf(folder.uri, path).toString();
  const document = workspace.textDocuments.find((open) => !open.isClosed && open.uri.toString() === uri);
  return document ? { ok: true, text: document.getText() } : readText(folderFiles(folder.uri, new Set()), path);
}
