import { commands as editor, l10n, ProgressLocation, type WorkspaceFolder, window, workspace } from 'vscode';
import { basename, dirname, join, stem } from '../../../core/files/paths';
import { readText } from '../../../core/files/readText';
import type { FilePath, FileStore } from '../../../core/ports';
import { isTemplateName } from '../../../core/records/find/nameShape';
import { type DecisionHouse, decisionHouse, newDecision } from '../../../core/records/write/newDecision';
import { answer } from '../../host/answer';
import type { FeatureServices } from '../../host/featureServices';
import { folderFiles } from '../../workspace/folderFiles';
import { pathIn } from '../../workspace/folderPaths';
import { isPlainPath } from '../../workspace/plainPath';
import { showInFolder } from '../../written/draftDocument';

/**
 * Makes the next decision as this repository has them, or its first one: an unsaved document in the folder of the others.
 * Nothing is overwritten, and only the person saves.
 */
export async function askNewDecision({ projects, active, now }: FeatureServices): Promise<void> {
  const folder = await chooseFolder(active.file?.project.folder);
  if (!folder) return;
  const title = await window.showInputBox({
    title: l10n.t('New Decision'),
    prompt: l10n.t('What is decided, in a few words. It becomes the title and the name of the file.'),
    placeHolder: l10n.t('Use PostgreSQL for the ledger'),
    ignoreFocusOut: true,
  });
  const typed = title?.trim().replace(/\s+/g, ' ').slice(0, 200);
  if (!typed) return;
  // The number of the last one is known only when the records are.
  const reading = { location: ProgressLocation.Notification, title: l10n.t('Reading the records'), cancellable: true };
  const isRead = await window.withProgress(reading, (_, token) =>
    Promise.race([
      projects.whenLoaded().then(() => true),
      new Promise<boolean>((resolve) => token.onCancellationRequested(() => resolve(false))),
    ]),
  );
  const view = projects.of(folder.uri.toString())?.view;
  if (!isRead || !view) return;
  const today = new Date(now()).toLocaleDateString('sv');
  const { path, draft } = newDecision(await houseIn(folder, decisionHouse(view.records())), typed, today);
  if (await isPlainPath(folder.uri, path)) await showInFolder(folder, path, draft);
  else await answer(l10n.t('{0} is a link or not a plain file, so Meridian does not write there.', path));
}

async function chooseFolder(inFront: WorkspaceFolder | undefined): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    const open = l10n.t('Open Folder');
    const said = l10n.t('Open a folder first: a decision is kept with the code that it is about.');
    if ((await answer(said, open)) === open) await editor.executeCommand('vscode.openFolder');
    return undefined;
  }
  if (inFront || folders.length === 1) return inFront ?? folders[0];
  return window.showWorkspaceFolderPick({ placeHolder: l10n.t('A decision of which folder?') });
}

async function houseIn(
  place: WorkspaceFolder,
  { folder, last }: ReturnType<typeof decisionHouse>,
): Promise<DecisionHouse> {
  const { uri } = place;
  const files = folderFiles(uri, new Set());
  const stored = (await namesIn(files, folder)).map((name) => join(folder, name));
  const unsaved = workspace.textDocuments.flatMap((document) => {
    if (!document.isUntitled) return [];
    return pathIn(place, document.uri.with({ scheme: uri.scheme, authority: uri.authority })) ?? [];
  });
  const names = [...stored, ...unsaved].filter((path) => dirname(path) === folder).map(basename);
  const text = last && (await textOf(files, last.path));
  return {
    folder,
    names,
    model: last && text !== null ? { record: last, text } : null,
    template: await formIn(files, stored),
  };
}

/** Of the folder, or of one for templates in it. */
async function formIn(files: FileStore, stored: readonly FilePath[]): Promise<string | null> {
  const inner = stored.filter((path) => /^_?templates?$/i.test(basename(path)));
  const below = await Promise.all(
    inner.map(async (path) => (await namesIn(files, path)).map((name) => join(path, name))),
  );
  const isForm = (path: FilePath) => /\.(?:md|rst|a(?:scii)?doc)$/i.test(path) && isTemplateName(stem(path));
  const form = [...stored, ...below.flat()].find(isForm);
  return form === undefined ? null : textOf(files, form);
}

async function namesIn(files: FileStore, folder: FilePath): Promise<readonly string[]> {
  const entries = await files.list(folder).catch(() => []);
  return entries.map(({ name }) => name).sort();
}

async function textOf(files: FileStore, path: FilePath): Promise<string | null> {
  const read = await readText(files, path);
  return read.ok ? read.text : null;
}
