import { type WorkspaceFolder, workspace } from 'vscode';
import { readText, type TextResult } from '../../core/files/readText';
import type { FilePath } from '../../core/ports';
import { uriOf } from '../workspace/folderPaths';
import { WorkspaceFiles } from '../workspace/workspaceFiles';

/** A record's text as the person sees it: an open document, saved or not, wins over the disk. */
export async function recordText(folder: WorkspaceFolder, path: FilePath): Promise<TextResult> {
  const uri = uriOf(folder.uri, path).toString();
  const document = workspace.textDocuments.find((open) => !open.isClosed && open.uri.toString() === uri);
  return document ? { ok: true, text: document.getText() } : readText(new WorkspaceFiles(folder.uri, new Set()), path);
}
