import { type DefinitionProvider, type LocationLink, type Position, Range, type TextDocument } from 'vscode';
import type { Reference } from '../../../core/links/link';
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
      const { folder, view } = hit.file.project;
      return targetsOf(hit.reference)
        .flatMap((path) => view.record(path) ?? [])
        .map((record) => {
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

function targetsOf(reference: Reference): readonly string[] {
  return reference.target === null ? reference.candidates : [reference.target];
}
