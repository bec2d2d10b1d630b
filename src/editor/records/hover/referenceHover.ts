import { type CancellationToken, Hover, type HoverProvider, type Position, type TextDocument } from 'vscode';
import type { Boundary } from '../../host/boundary';
import { settingKeys } from '../../host/ids';
import { isOn } from '../../host/settings';
import type { Projects } from '../../workspace/projects';
import type { RecordHandles } from '../recordHandles';
import type { ReferenceTracker } from '../references/documentReferences';

/**
 * The hover on a reference, and on a glob of a record's scope. It shows nothing before the folder was read: "not here"
 * would be a guess. Its code is loaded at the first hover.
 */
export class ReferenceHover implements HoverProvider {
  readonly provideHover: HoverProvider['provideHover'];

  constructor(tracker: ReferenceTracker, projects: Projects, handles: RecordHandles, boundary: Boundary) {
    const provide = async (document: TextDocument, position: Position, token: CancellationToken) => {
      if (!isOn(settingKeys.hover, document)) return undefined;
      const hit = tracker.at(document, position);
      const own = hit ? [] : projects.recordsIn(document.uri);
      const governing = own.filter(({ record }) => record.scope.length > 0);
      if (governing.length > 0) {
        const { scopeHover } = await import('./scopeHover');
        return scopeHover(projects, governing, document, position, token);
      }
      if (!hit?.file.project.view.loaded) return undefined;
      const all = tracker.of(document)?.found.map(({ reference }) => reference) ?? [];
      const { hoverContents } = await import('./hoverContents');
      const contents = hoverContents(hit.file, hit.reference, all, tracker, handles);
      return contents.length > 0 ? new Hover([...contents], hit.range) : undefined;
    };
    this.provideHover = boundary.provider('hover', undefined, provide);
  }
}
