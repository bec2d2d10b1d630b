import { DocumentLink, type DocumentLinkProvider, l10n, type Range, type TextDocument } from 'vscode';
import type { FilePath } from '../../../core/ports';
import { type DocRecord, fileOf } from '../../../core/records/record';
import type { Boundary } from '../../host/boundary';
import { settingKeys } from '../../host/ids';
import { isOn } from '../../host/settings';
import { uriOf } from '../../workspace/folderPaths';
import type { FolderProject } from '../../workspace/folderProject';
import { shortName } from '../words/recordWords';
import type { ReferenceTracker } from './documentReferences';

/** A link that holds only its record's path until the editor resolves it (docs/security.md#r22). */
class ReferenceLink extends DocumentLink {
  readonly path: FilePath;

  constructor(
    range: Range,
    readonly project: FolderProject,
    record: DocRecord,
  ) {
    super(range);
    this.path = record.path;
    // The editor shows the tooltip that the link has before it is resolved.
    this.tooltip = l10n.t('Open {0}', shortName(record));
  }
}

/** Underlines references that lead to one record. For missing and ambiguous ones there is the hover. */
export class ReferenceLinks implements DocumentLinkProvider<DocumentLink> {
  readonly provideDocumentLinks: (document: TextDocument) => DocumentLink[];
  readonly resolveDocumentLink: (link: DocumentLink) => DocumentLink;

  constructor(tracker: ReferenceTracker, boundary: Boundary) {
    this.provideDocumentLinks = boundary.provider('document links', [], (document: TextDocument) => {
      const references = isOn(settingKeys.documentLinks, document) ? tracker.of(document) : undefined;
      if (!references) return [];
      return references.found.flatMap(({ reference, range }) => {
        const placed = tracker.recordOf(reference, references.file);
        const project = placed && tracker.projectOf(placed);
        return project ? [new ReferenceLink(range, project, placed.record)] : [];
      });
    });
    this.resolveDocumentLink = (link) => boundary.provider('document link', link, resolve)(link);
  }
}

function resolve(link: DocumentLink): DocumentLink {
  if (!(link instanceof ReferenceLink)) return link;
  const { folder, view } = link.project;
  const record = view.record(link.path);
  if (record) {
    const file = uriOf(folder.uri, fileOf(record));
    // A record among several in a file is opened at its line.
    link.target = record.part ? file.with({ fragment: `L${record.part.line}` }) : file;
  }
  return link;
}
