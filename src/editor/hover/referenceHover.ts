import { Hover, type HoverProvider, type MarkdownString, type Position, type TextDocument } from 'vscode';
import type { Reference } from '../../core/links/link';
import type { Boundary } from '../boundary';
import { settingKeys } from '../ids';
import type { RecordHandles } from '../recordHandles';
import type { ReferenceTracker } from '../references/documentReferences';
import { isOn } from '../settings';
import type { FolderProject } from '../workspace/folderProject';
import { actionLinks, candidateLinks } from './actionLinks';
import { recordHover } from './recordHover';
import { ambiguousHover, foreignHover, missingHover } from './unresolvedHover';

/** More candidates than anybody reads are left to Go to Definition. */
const maxCandidates = 8;

/** The hover on a reference. Says nothing before the folder has been read: "not here" would be a guess. */
export class ReferenceHover implements HoverProvider {
  readonly provideHover: (document: TextDocument, position: Position) => Hover | undefined;

  constructor(
    tracker: ReferenceTracker,
    private readonly handles: RecordHandles,
    boundary: Boundary,
  ) {
    this.provideHover = boundary.sync('hover', undefined, (document: TextDocument, position: Position) => {
      const hit = isOn(settingKeys.hover, document) ? tracker.at(document, position) : undefined;
      if (!hit?.file.project.view.loaded) return undefined;
      const all = tracker.of(document)?.found.map(({ reference }) => reference) ?? [];
      const contents = this.contents(hit.file.project, hit.reference, all);
      return contents.length > 0 ? new Hover([...contents], hit.range) : undefined;
    });
  }

  private contents(
    { folder, view }: FolderProject,
    reference: Reference,
    all: readonly Reference[],
  ): readonly MarkdownString[] {
    switch (reference.resolution) {
      case 'resolved': {
        const record = reference.target === null ? undefined : view.record(reference.target);
        if (!record) return [];
        const handle = this.handles.handleOf({ folder, record });
        return [...recordHover(view, record), actionLinks(handle, isOn(settingKeys.panel))];
      }
      case 'ambiguous': {
        const records = reference.candidates.slice(0, maxCandidates).flatMap((path) => view.record(path) ?? []);
        const links = candidateLinks(records.map((record) => this.handles.handleOf({ folder, record })));
        return [ambiguousHover(reference, records), links];
      }
      case 'missing':
        return [missingHover(view, reference)];
      case 'foreign':
        return [foreignHover(reference, all)];
    }
  }
}
