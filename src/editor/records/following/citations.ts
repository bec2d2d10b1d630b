import {
  CodeLens,
  commands as editorCommands,
  Location,
  l10n,
  type Position,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { citingPlaces } from '../../../core/links/citingPlaces';
import { isExclusion, isName } from '../../../core/links/scopeIndex';
import { type DocRecord, fileOf } from '../../../core/records/record';
import { joinParts } from '../../../core/text/compareText';
import { answer } from '../../host/answer';
import { commands } from '../../host/ids';
import { uriOf } from '../../workspace/folderPaths';
import type { FolderProject } from '../../workspace/folderProject';
import type { PlacedRecord } from '../../workspace/placedRecords';
import type { Projects } from '../../workspace/projects';
import { shortName } from '../words/recordWords';

/** The last line, counted from 1, in which the title of a record is looked for: it may stand below a front matter. */
const mostHeadLines = 60;

/** A place in the core's terms: line and column count from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export function rangeOf({ line, column, length }: Place): Range {
  return new Range(line - 1, column - 1, line - 1, column - 1 + length);
}

/** The places in the record's folder that cite it, by file and line. */
export function citationsOf({ view, folder }: FolderProject, record: DocRecord): readonly Location[] {
  return citingPlaces(view.backlinks(record.path)).map(
    ({ file, reference }) => new Location(uriOf(folder.uri, file), rangeOf(reference)),
  );
}

/** Where a record begins: at its title, or at the first line where the text has the title in another form. */
export function headOf(document: TextDocument, { part, title }: DocRecord): Range {
  if (part) return document.lineAt(Math.min(part.line, document.lineCount) - 1).range;
  for (let at = 0; at < Math.min(mostHeadLines, document.lineCount); at++) {
    const line = document.lineAt(at);
    if (line.text.includes(title)) return line.range;
  }
  return new Range(0, 0, 0, 0);
}

/**
 * The record whose title is at a position. In a file with several records, one of them may have the file's own title.
 */
export function titledAt(projects: Projects, document: TextDocument, position: Position): PlacedRecord | undefined {
  return projects.recordsIn(document.uri).findLast(({ record }) => headOf(document, record).contains(position));
}

/**
 * `Cited in 14 files`, above the title. No lens where no file cites the record, and above a handoff, which has its own.
 */
export function citationLenses(projects: Projects, document: TextDocument): CodeLens[] {
  return projects.recordsIn(document.uri).flatMap(({ folder, record }) => {
    const project = projects.of(folder.uri.toString());
    const files = new Set((project?.view.backlinks(record.path) ?? []).map(({ file }) => file)).size;
    if (files === 0 || record.kind === 'handoff') return [];
    const title = joinParts([citedIn(files), scopeText(pathsOf(record, project))], ' · ');
    // No arguments where the file is one record: the editor drops a lens's arguments when it asks for lenses again.
    const place = record.part ? { arguments: [{ folder: folder.uri.toString(), path: record.path }] } : {};
    return [new CodeLens(headOf(document, record), { title, command: commands.showCitations, ...place })];
  });
}

/**
 * Shows the places that cite a record, in the editor's own list at the record's title.
 * @returns false where the record is no text, which the list would stand in
 */
export async function showCitations(projects: Projects, { folder, record }: PlacedRecord): Promise<boolean> {
  const project = projects.of(folder.uri.toString());
  const places = project ? citationsOf(project, record) : [];
  if (places.length === 0) {
    const name = shortName(record);
    await answer(
      project?.view.complete
        ? l10n.t('No file of this folder cites {0}.', name)
        : l10n.t('No file that has been read so far cites {0}.', name),
    );
    return true;
  }
  const uri = uriOf(folder.uri, fileOf(record));
  const document = await Promise.resolve(workspace.openTextDocument(uri)).catch(() => undefined);
  if (!document) return false;
  await window.showTextDocument(document);
  await editorCommands.executeCommand('editor.action.showReferences', uri, headOf(document, record).start, places);
  return true;
}

function citedIn(files: number): string {
  return files === 1 ? l10n.t('Cited in 1 file') : l10n.t('Cited in {0} files', files);
}

/** The paths in a record's scope: without exclusions, and without names of components that are no folder here. */
function pathsOf({ scope }: DocRecord, project: FolderProject | undefined): readonly string[] {
  const tree = project?.checked.project.tree;
  const isThere = (name: string) => tree?.has(name) || tree?.hasDirectory(name);
  return scope.filter((glob) => !isExclusion(glob) && (!isName(glob) || isThere(glob)));
}

function scopeText({ length }: readonly string[]): string {
  if (length === 0) return '';
  return length === 1 ? l10n.t('governs 1 path') : l10n.t('governs {0} paths', length);
}
