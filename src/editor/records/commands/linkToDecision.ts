import { l10n, type TextDocument, type TextEditor, ThemeIcon, ViewColumn, window, workspace } from 'vscode';
import { citingHouse, houseCitation } from '../../../core/links/houseCitation';
import { citationOf } from '../../../core/names/series';
import type { FilePath } from '../../../core/ports';
import { readRecord } from '../../../core/records/read/readRecord';
import { type DocRecord, fileOf, isAboutCode } from '../../../core/records/record';
import { addToScope, canHaveScope } from '../../../core/records/write/addToScope';
import { answer, answerWith } from '../../host/answer';
import { editRefused } from '../../host/editRefused';
import type { FeatureServices } from '../../host/featureServices';
import { sayUnsaved } from '../../host/sayUnsaved';
import { visibleText } from '../../host/visibleText';
import { textAt } from '../../workspace/folderDocuments';
import { uriOf } from '../../workspace/folderPaths';
import type { PlacedRecord } from '../../workspace/placedRecords';
import type { PlacedFile } from '../../workspace/projects';
import { shortName } from '../words/recordWords';
import { hasNoComments, insertReference, lineToCiteAbove } from './insertReference';
import { askNewRecord } from './newRecord';
import { RecordEdits } from './recordEdits';
import { type RecordPickItem, rankedItems } from './recordPicker';
import { areRecordsLoaded } from './recordsKnown';
import { sayRefused } from './sayRefused';

/**
 * Links the symbol around the cursor, or the selected lines, to a record: by a comment there, or by the record's scope.
 */
export async function linkToDecision(services: FeatureServices): Promise<void> {
  const { projects } = services;
  const editor = window.activeTextEditor;
  const file = editor && projects.locateDocument(editor.document);
  if (!editor || !file) {
    const why = l10n.t('Open a file of this workspace, put the cursor where the decision matters, and try again.');
    await answerWith(why, l10n.t('Open a File…'), 'workbench.action.quickOpen');
    return;
  }
  if (!(await areRecordsLoaded(projects))) return;
  const { folder, view } = file.project;
  const offered = view.records().filter(({ kind }) => isAboutCode(kind));
  const items = rankedItems(
    offered.map((record) => ({ folder, record })),
    new Map(),
    [],
  );
  const make: RecordPickItem = {
    label: l10n.t('New Decision…'),
    iconPath: new ThemeIcon('new-file'),
    alwaysShow: true,
  };
  const placeHolder = l10n.t('Cite which record at the cursor?');
  const chosen = await window.showQuickPick([...items, make], { placeHolder, matchOnDescription: true });
  if (chosen === make) return citeNew(services, editor);
  const placed = chosen?.placed;
  if (!placed) return;
  switch (await wayOf(editor.document, file, placed)) {
    case 'comment':
      return write(editor, placed.record, citationFor(file, placed.record));
    case 'scope':
      return govern(file.path, placed);
    case 'none':
      await answer(
        placed.record.part
          ? l10n.t(
              'This language has no comments, and {0} has no line that its scope could stand below.',
              nameOf(placed.record),
            )
          : l10n.t('This language has no comments, and {0} has no front matter for a scope.', nameOf(placed.record)),
      );
  }
}

/** Begins a decision, and cites it by the number that it is to have. */
async function citeNew(services: FeatureServices, editor: TextEditor): Promise<void> {
  const begun = await askNewRecord(services, 'decision');
  if (!begun) return;
  const outcome = readRecord({ path: begun.path, kind: 'decision' }, begun.draft.text);
  if (!('record' in outcome)) return;
  const record: DocRecord = { ...outcome.record, dateSource: null, supersedes: [], supersededBy: [] };
  const code = await window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? ViewColumn.Active });
  await write(code, record, citationOf(record));
}

type Way = 'comment' | 'scope' | 'none';

/** Comment or scope; the person is asked only where both are possible. Undefined where the person leaves. */
async function wayOf(
  document: TextDocument,
  file: PlacedFile,
  { folder, record }: PlacedRecord,
): Promise<Way | undefined> {
  const isComment = !hasNoComments(document.languageId);
  const isKnown = workspace.isTrusted && !document.isUntitled && file.path !== fileOf(record);
  const own = isKnown ? await textAt(uriOf(folder.uri, fileOf(record))) : undefined;
  const isScope = own !== undefined && canHaveScope(record, own) && !record.scope.includes(file.path);
  if (!isComment || !isScope) return isComment ? 'comment' : isScope ? 'scope' : 'none';
  const name = nameOf(record);
  const ways = [
    { label: l10n.t('As a Comment Here'), description: visibleText(citationFor(file, record), 80), way: 'comment' },
    {
      label: l10n.t('In the Scope of the Record'),
      description: l10n.t('{0} then governs {1}', name, visibleText(file.path, 80)),
      way: 'scope',
    },
  ] as const;
  return (await window.showQuickPick(ways, { placeHolder: l10n.t('Tie this to {0} in which way?', name) }))?.way;
}

async function write(editor: TextEditor, record: DocRecord, citation: string): Promise<void> {
  switch (await insertReference(editor, record, citation, await lineToCiteAbove(editor))) {
    case 'refused':
      throw editRefused(editor.document);
    case 'left':
      throw new Error(
        l10n.t(
          '{0} now stands in the file without comment signs: the file was just edited. Undo, or delete it.',
          citation,
        ),
      );
    case 'unknown': {
      const why = l10n.t('The editor knows no comment signs for this place, so nothing was written.');
      await answerWith(why, l10n.t('Change Language Mode'), 'workbench.action.editor.changeLanguageMode');
    }
  }
}

/** The citation in this repository's style, if it resolves to the record from this file; else by the record's path. */
function citationFor({ project: { view }, path }: PlacedFile, record: DocRecord): string {
  const isDocument = (file: FilePath): boolean => /\.(?:md|mdx|rst|adoc|asciidoc|txt)$/i.test(file);
  const house = houseCitation(record, citingHouse(view.allReferences(), isDocument));
  const isMeant = (citation: string): boolean =>
    view.referencesIn(path, citation).some(({ target }) => target === record.path);
  return [house, citationOf(record)].find(isMeant) ?? citationOf(record.part ? record : { ...record, id: null });
}

async function govern(path: FilePath, placed: PlacedRecord): Promise<void> {
  const edits = new RecordEdits();
  await edits.add(placed, (record, text) => addToScope(record, text, path));
  if (edits.refused) await sayRefused(edits.refused);
  else sayUnsaved(await edits.apply());
}

function nameOf(record: DocRecord): string {
  return visibleText(shortName(record), 60);
}
