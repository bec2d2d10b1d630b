import type { TextEditor } from 'vscode';
import { isDecided } from '../../../core/records/record';
import type { PlacedRecord } from '../../workspace/placedRecords';
import type { Projects } from '../../workspace/projects';

/** What is decided in the document of an editor: of several records in a file that at the cursor. */
export function decisionIn(editor: TextEditor | undefined, projects: Projects): PlacedRecord | undefined {
  const place = editor && projects.locate(editor.document.uri);
  if (!editor || !place) return undefined;
  const { folder, view } = place.project;
  const line = editor.selection.active.line + 1;
  const record = view
    .records()
    .find(
      ({ path, part, isCollection }) =>
        (path === place.path && !isCollection) ||
        (part?.file === place.path && part.line <= line && line <= part.endLine),
    );
  return record && isDecided(record.kind) ? { folder, record } : undefined;
}
