import { l10n, type Position, Range, type TextDocument, type Uri, WorkspaceEdit, workspace } from 'vscode';
import { fileOf } from '../../../core/records/record';
import { isRenumbered, type NotRenumbered, renumber, statedNumbers } from '../../../core/records/write/renumber';
import { uriOf } from '../../workspace/folderPaths';
import type { PlacedRecord } from '../../workspace/placedRecords';
import type { Projects } from '../../workspace/projects';
import type { ReferenceTracker } from '../references/documentReferences';
import { headOf, rangeOf, titledAt } from './citations';

/** The number that can be renamed at a position, and the record that has it. */
interface NumberAt {
  readonly placed: PlacedRecord;
  readonly range: Range;
  readonly placeholder: string;
}

/** The number in a reference such as `ADR-0012`, or in the title of the record itself. */
export function numberAt(
  projects: Projects,
  tracker: ReferenceTracker,
  document: TextDocument,
  position: Position,
): NumberAt | undefined {
  const hit = tracker.at(document, position);
  if (hit) {
    const placed = tracker.recordOf(hit.reference, hit.file);
    const { form, number, text } = hit.reference;
    if (!placed || form !== 'id' || number === null || !text.endsWith(number)) return undefined;
    const range = new Range(hit.range.end.translate(0, -number.length), hit.range.end);
    return isRenumbered(placed.record) ? { placed, range, placeholder: number } : undefined;
  }
  const placed = titledAt(projects, document, position);
  if (!placed || !isRenumbered(placed.record)) return undefined;
  const head = headOf(document, placed.record);
  const written = statedNumbers(placed.record, document.getText()).find(({ line }) => line - 1 === head.start.line);
  if (!written) return undefined;
  const range = rangeOf(written);
  return { placed, range, placeholder: document.getText(range) };
}

/**
 * One edit for a new number, and the URIs that it renames the file from and to; `''` for a record among several in a
 * file.
 * @returns a sentence that says why, where the number cannot be changed
 */
export async function editOfNumber(
  projects: Projects,
  { folder, record }: PlacedRecord,
  typed: string,
): Promise<{ readonly edit: WorkspaceEdit; readonly renames: string } | string> {
  const project = projects.of(folder.uri.toString());
  if (!project) return refused['no-number']();
  if (!project.view.complete) return l10n.t('The files of this folder are still being read. Try again in a moment.');
  const file = fileOf(record);
  const at: Uri = uriOf(folder.uri, file);
  const found = renumber(project.view, record, (await workspace.openTextDocument(at)).getText(), typed);
  if (typeof found === 'string') return refused[found]();
  const edit = new WorkspaceEdit();
  const to = record.part ? at : uriOf(folder.uri, found.path);
  // The file is renamed first: edits to a file that is renamed afterwards can be lost.
  if (to !== at) edit.renameFile(at, to);
  for (const citation of found.edits) {
    const uri = citation.file === file ? to : uriOf(folder.uri, citation.file);
    edit.replace(uri, rangeOf(citation), citation.text);
  }
  return { edit, renames: to === at ? '' : `${at}\n${to}` };
}

const refused: Readonly<Record<NotRenumbered, () => string>> = {
  'no-number': () =>
    l10n.t('This record has no plain number in the name of its file or in its heading, so there is none to change.'),
  'not-a-number': () => l10n.t('Type a whole number, such as 31 or ADR-0031.'),
  taken: () => l10n.t('A record beside it has that number already.'),
};
