import { type DefinitionProvider, type LocationLink, type Position, Range, type TextDocument } from 'vscode';
import { fileOf } from '../../../core/records/record';
import type { Boundary } from '../../host/boundary';
import { settingKeys } from '../../host/ids';
import { isOn } from '../../host/settings';
import { uriOf } from '../../workspace/folderPaths';
import type { ReferenceTracker } from './documentReferences';

/** Go to Definition on a reference: its record, or every record that it could mean. */
export class ReferenceDefinitions implements DefinitionProvider {
  readonly provideDefinition: (document: TextDocument, position: Position) => LocationLink[];

  constructor(tracker: ReferenceTracker, boundary: Boundary) {
    this.provideDefinition = boundary.provider('definition', [], (document: TextDocument, position: Position) => {
      const hit = isOn(settingKeys.definition, document) ? tracker.at(document, position) : undefined;
      if (!hit) return [];
      return tracker.recordsOf(hit.reference, hit.file).map(({ folder, record }) => {
        const line = (record.part?.line ?? 1) - 1;
        return {
          originSelectionRange: hit.range,
          targetUri: uriOf(folder.uri, fileOf(record)),
          targetRange: new Range(line, 0, line, 0),
        };
      });
    });
  }
}
