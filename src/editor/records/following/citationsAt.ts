import { Location, type Position, Range, type TextDocument } from 'vscode';
import { fileOf } from '../../../core/records/record';
import { uriOf } from '../../workspace/folderPaths';
import type { PlacedRecord } from '../../workspace/placedRecords';
import type { Projects } from '../../workspace/projects';
import type { ReferenceTracker } from '../references/documentReferences';
import { citationsOf, headOf, titledAt } from './citations';

/**
 * The citations of the record that is meant at a position: by a reference, or by the record's own title. A reference
 * that could mean several records has none, since they would be those of the wrong record as often.
 */
export function citationsAt(
  projects: Projects,
  tracker: ReferenceTracker,
  document: TextDocument,
  position: Position,
  withRecord: boolean,
): Location[] {
  const placed = meantAt(projects, tracker, document, position);
  const project = placed && tracker.projectOf(placed);
  if (!placed || !project) return [];
  const { folder, record } = placed;
  const uri = uriOf(folder.uri, fileOf(record));
  const isOpen = uri.toString() === document.uri.toString();
  const own = withRecord ? [isOpen ? new Location(uri, headOf(document, record)) : beginningOf(placed)] : [];
  return [...own, ...citationsOf(project, record)];
}

function meantAt(
  projects: Projects,
  tracker: ReferenceTracker,
  document: TextDocument,
  position: Position,
): PlacedRecord | undefined {
  const hit = tracker.at(document, position);
  return hit ? tracker.recordOf(hit.reference, hit.file) : titledAt(projects, document, position);
}

function beginningOf({ folder, record }: PlacedRecord): Location {
  const line = (record.part?.line ?? 1) - 1;
  return new Location(uriOf(folder.uri, fileOf(record)), new Range(line, 0, line, 0));
}
