import type { WorkspaceFolder } from 'vscode';
import { readText, type TextResult } from '../../../core/files/readText';
import type { FilePath } from '../../../core/ports';
import { openDocument } from '../../workspace/folderDocuments';
import { folderFiles } from '../../workspace/folderFiles';
import { uriOf } from '../../workspace/folderPaths';

/** A record's text as the person sees it: an open document, saved or not, wins over the disk. */
export async function recordText(folder: WorkspaceFolder, path: FilePath): Promise<TextResult> {
  const document = openDocument(uriOf(folder.uri, path));
  return document ? { ok: true, text: document.getText() } : readText(folderFiles(folder.uri, new Set()), path);
}
