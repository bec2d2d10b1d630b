import { l10n, ProgressLocation, type WorkspaceFolder, window, workspace } from 'vscode';
import type { Draft } from '../../../core/drafts/draft';
import { basename, isInside, join, pathBelow, stem } from '../../../core/files/paths';
import { readText } from '../../../core/files/readText';
import type { FilePath, FileStore } from '../../../core/ports';
import { isTemplateName } from '../../../core/records/find/nameShape';
import { fileOf } from '../../../core/records/record';
import type { Form } from '../../../core/records/write/fillForm';
import { newRecord, type RecordHouse } from '../../../core/records/write/newRecord';
import type { NewKind } from '../../../core/records/write/recordFacts';
import { recordHome } from '../../../core/records/write/recordHome';
import { errorText } from '../../../core/text/errorText';
import { answerNoFolder, answerNotPlain } from '../../host/answerFailures';
import type { FeatureServices } from '../../host/featureServices';
import { documentAt, textAt } from '../../workspace/folderDocuments';
import { folderFiles } from '../../workspace/folderFiles';
import { pathIn, uriOf } from '../../workspace/folderPaths';
import { isPlainPath } from '../../workspace/plainPath';
import { insertDraft, showInFolder } from '../../written/draftDocument';
import { askFacts, forgetTyped } from './newRecordFacts';

/** A record that was begun: its place, and the text that it was begun with. */
export interface BegunRecord {
  readonly folder: WorkspaceFolder;
  readonly path: FilePath;
  readonly draft: Draft;
}

/**
 * Begins the next record of a kind in this repository's style, or its first one. It is an unsaved document in the
 * folder of the others, or a section of the file that holds them all. Nothing is overwritten, and only the person
 * saves.
 * @param known lines about the changes that the record is about
 * @returns undefined where the person left, or was told why there is no record
 */
export async function askNewRecord(
  services: FeatureServices,
  kind: NewKind,
  known: readonly string[] = [],
): Promise<BegunRecord | undefined> {
  const { projects, active, now } = services;
  const folder = await chooseFolder(active.file?.project.folder);
  if (!folder) return undefined;
  const facts = await askFacts(kind, now(), known);
  if (!facts) return undefined;
  // The next number is known only once the records were read.
  const reading = { location: ProgressLocation.Notification, title: l10n.t('Reading the records'), cancellable: true };
  const house = await window.withProgress(reading, (_, token) =>
    Promise.race([
      projects.whenLoaded().then(() => houseIn(services, folder, kind)),
      new Promise<undefined>((resolve) => token.onCancellationRequested(() => resolve(undefined))),
    ]),
  );
  if (!house) return undefined;
  const { path, at, draft } = newRecord(house, facts);
  if (!(await isPlainPath(folder.uri, path))) {
    await answerNotPlain(path);
    return undefined;
  }
  if (at === null) await showInFolder(folder, path, draft);
  else await insertDraft(await documentAt(folder.uri, path), at, draft);
  forgetTyped(kind);
  return { folder, path, draft };
}

async function chooseFolder(inFront: WorkspaceFolder | undefined): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    await answerNoFolder(l10n.t('Open a folder first: a decision is kept with the code that it is about.'));
    return undefined;
  }
  if (inFront || folders.length === 1) return inFront ?? folders[0];
  return window.showWorkspaceFolderPick({ placeHolder: l10n.t('A record of which folder?') });
}

async function houseIn(services: FeatureServices, place: WorkspaceFolder, kind: NewKind): Promise<RecordHouse> {
  const { uri } = place;
  const files = folderFiles(uri, new Set());
  const records = services.projects.of(uri.toString())?.view.records() ?? [];
  const { folder, latest, records: there } = recordHome(records, kind);
  const stored = (await namesIn(files, folder)).map((name) => join(folder, name));
  const unsaved = workspace.textDocuments.flatMap((document) => {
    if (!document.isUntitled) return [];
    return pathIn(place, document.uri.with({ scheme: uri.scheme, authority: uri.authority })) ?? [];
  });
  const taken = [...stored, ...unsaved, ...(await elsewhere(services, place, folder))];
  const siblings = await Promise.all(
    latest.map(async (record) => {
      const text = await textAt(uriOf(uri, fileOf(record)));
      return text === undefined ? [] : [{ record, text }];
    }),
  );
  const names = taken.flatMap((path) => pathBelow(folder, path)?.split('/', 1) ?? []);
  return {
    kind,
    folder,
    names: [...new Set(names)],
    siblings: siblings.flat(),
    records: there,
    template: await formIn(files, stored),
  };
}

/**
 * Paths that other branches add to the folder, relative to the workspace folder. Empty where git cannot or must not be
 * asked.
 */
async function elsewhere(
  { git, log }: FeatureServices,
  { uri }: WorkspaceFolder,
  folder: FilePath,
): Promise<readonly FilePath[]> {
  try {
    const opened = await git.open(uri);
    if (!opened) return [];
    const { filesElsewhere } = await import('../../../git/filesElsewhere');
    const found = await filesElsewhere(opened.runner, opened.repository, join(opened.prefix, folder));
    return found.flatMap((path) => (isInside(path, opened.prefix) ? (pathBelow(opened.prefix, path) ?? []) : []));
  } catch (error) {
    // The new number may then be taken on another branch; the person sees it before they save.
    log.warn(`new record: ${errorText(error)}`);
    return [];
  }
}

/** The template in the folder, or in a folder for templates inside it. */
async function formIn(files: FileStore, stored: readonly FilePath[]): Promise<Form | null> {
  const inner = stored.filter((path) => /^_?templates?$/i.test(basename(path)));
  const below = await Promise.all(
    inner.map(async (path) => (await namesIn(files, path)).map((name) => join(path, name))),
  );
  const isForm = (path: FilePath) => /\.(?:md|rst|a(?:scii)?doc)$/i.test(path) && isTemplateName(stem(path));
  const form = [...stored, ...below.flat()].find(isForm);
  const text = form === undefined ? null : await textOf(files, form);
  return form === undefined || text === null ? null : { path: form, text };
}

async function namesIn(files: FileStore, folder: FilePath): Promise<readonly string[]> {
  const entries = await files.list(folder).catch(() => []);
  return entries.map(({ name }) => name).sort();
}

async function textOf(files: FileStore, path: FilePath): Promise<string | null> {
  const read = await readText(files, path);
  return read.ok ? read.text : null;
}
