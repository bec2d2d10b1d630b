import { Hover, type HoverProvider, type Position, type TextDocument } from 'vscode';
import type { Boundary } from '../../host/boundary';
import { settingKeys } from '../../host/ids';
import { isOn } from '../../host/settings';
import type { RecordHandles } from '../recordHandles';
import type { ReferenceTracker } from '../references/documentReferences';

/**
 * The hover on a reference. Says nothing before the folder has been read: "not here" would be a guess. What it says is
 * loaded with the first one.
 */
export class ReferenceHover implements HoverProvider {
  readonly provideHover: (document: TextDocument, position: Position) => Promise<Hover | undefined>;

  constructor(tracker: ReferenceTracker, handles: RecordHandles, boundary: Boundary) {
    const provide = async (document: TextDocument, position: Position): Promise<Hover | undefined> => {
      const hit = isOn(settingKeys.hover, document) ? tracker.at(document, position) : undefined;
      if (!hit?.file.project.view.loaded) return undefined;
      const all = tracker.of(document)?.found.map(({ reference }) => reference) ?? [];
      const { hoverContents } = await import('./hoverContents');
      const contents = hoverContents(hit.file, hit.reference, all, tracker, handles);
      return contents.length > 0 ? new Hover([...contents], hit.range) : undefined;
    };
    this.provideHover = boundary.provider('hover', undefined, provide);
  }
}
