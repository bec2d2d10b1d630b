import type { MarkdownString } from 'vscode';
import type { Reference } from '../../../core/links/link';
import { settingKeys } from '../../host/ids';
import { isOn } from '../../host/settings';
import type { FolderProject } from '../../workspace/folderProject';
import type { RecordHandles } from '../recordHandles';
import { actionLinks, candidateLinks } from './actionLinks';
import { recordHover } from './recordHover';
import { ambiguousHover, foreignHover, missingHover } from './unresolvedHover';

/** More candidates than anybody reads are left to Go to Definition. */
const maxCandidates = 8;

/** What the hover on a reference says; `all` are the references of its document. */
export function hoverContents(
  { folder, view }: FolderProject,
  reference: Reference,
  all: readonly Reference[],
  handles: RecordHandles,
): readonly MarkdownString[] {
  switch (reference.resolution) {
    case 'resolved': {
      const record = reference.target === null ? undefined : view.record(reference.target);
      if (!record) return [];
      const handle = handles.handleOf({ folder, record });
      return [...recordHover(view, record), actionLinks(handle, isOn(settingKeys.panel))];
    }
    case 'ambiguous': {
      const records = reference.candidates.slice(0, maxCandidates).flatMap((path) => view.record(path) ?? []);
      const links = candidateLinks(records.map((record) => handles.handleOf({ folder, record })));
      return [ambiguousHover(reference, records), links];
    }
    case 'missing':
      return [missingHover(view, reference)];
    case 'foreign':
      return [foreignHover(reference, all)];
  }
}
