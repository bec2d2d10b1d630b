import { Range, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import { type DocRecord, fileOf } from '../../../core/records/record';
import type { WriteRefusal, Writing } from '../../../core/records/write/recordText';
import type { TextEdit } from '../../../core/text/textEdit';
import { editRefused } from '../../host/editRefused';
import { uriOf } from '../../workspace/folderPaths';
import type { PlacedRecord } from '../../workspace/placedRecords';

/** A record whose file cannot be edited, and why. */
export interface Refused {
  readonly placed: PlacedRecord;
  readonly why: WriteRefusal;
}

/**
 * Changes of several records as one workspace edit, which one undo reverts. Nothing is changed until all of them are
 * known to be possible, and nothing is saved.
 */
export class RecordEdits {
  private readonly edits = new Map<string, { readonly document: TextDocument; readonly edits: TextEdit[] }>();
  private readonly refusals: Refused[] = [];

  get isEmpty(): boolean {
    return this.edits.size === 0;
  }

  get refused(): Refused | undefined {
    return this.refusals[0];
  }

  /** @param write gets the text as it is in the editor, saved or not */
  async add(placed: PlacedRecord, write: (record: DocRecord, text: string) => Writing): Promise<void> {
    const document = await workspace.openTextDocument(uriOf(placed.folder.uri, fileOf(placed.record)));
    const written = write(placed.record, document.getText());
    if (!written.ok) {
      this.refusals.push({ placed, why: written.why });
      return;
    }
    const key = document.uri.toString();
    const known = this.edits.get(key);
    if (known) known.edits.push(...written.edits);
    else this.edits.set(key, { document, edits: [...written.edits] });
  }

  /**
   * Applies the edit and shows the first file, which the person has to save or undo. @returns the changed documents
   * @throws {Error} for a person to read, where the editor refused it
   */
  async apply(): Promise<readonly TextDocument[]> {
    const edit = new WorkspaceEdit();
    for (const { document, edits } of this.edits.values()) {
      for (const { start, end, text } of edits) {
        edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), text);
      }
    }
    const all = [...this.edits.values()];
    const documents = all.map(({ document }) => document);
    if (!(await workspace.applyEdit(edit))) throw editRefused(...documents);
    const [first] = all;
    if (first) {
      const at = first.document.positionAt(Math.min(...first.edits.map(({ start }) => start)));
      await window.showTextDocument(first.document, { preview: false, selection: new Range(at, at) });
    }
    return documents;
  }
}
