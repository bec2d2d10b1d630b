import { DocumentLink, type DocumentLinkProvider, type Range, type TextDocument } from 'vscode';
import type { Boundary } from '../boundary';
import { settingKeys } from '../ids';
import { isOn } from '../settings';
import { recordName } from '../words/recordWords';
import { uriOf } from '../workspace/folderPaths';
import type { PlacedFile } from '../workspace/projects';
import type { ReferenceTracker } from './documentReferences';

/** A link that knows its record's path and nothing more until it is asked (R22). */
class ReferenceLink extends DocumentLink {
  constructor(
    range: Range,
    readonly file: PlacedFile,
    readonly record: string,
  ) {
    super(range);
  }
}

/** Underlines references that lead to one record. Missing and ambiguous ones are the hover's to explain. */
export class ReferenceLinks implements DocumentLinkProvider<DocumentLink> {
  readonly provideDocumentLinks: (document: TextDocument) => DocumentLink[];
  readonly resolveDocumentLink: (link: DocumentLink) => DocumentLink;

  constructor(tracker: ReferenceTracker, boundary: Boundary) {
    this.provideDocumentLinks = boundary.sync('document links', [], (document: TextDocument) => {
      const references = isOn(settingKeys.documentLinks, document) ? tracker.of(document) : undefined;
      if (!references) return [];
      return references.found.flatMap(({ reference, range }) =>
        reference.target === null ? [] : [new ReferenceLink(range, references.file, reference.target)],
      );
    });
    this.resolveDocumentLink = (link) => boundary.sync('document link', link, resolve)(link);
  }
}

function resolve(link: DocumentLink): DocumentLink {
  if (!(link instanceof ReferenceLink)) return link;
  const { folder, view } = link.file.project;
  const record = view.record(link.record);
  if (!record) return link;
  link.target = uriOf(folder.uri, record.path);
  link.tooltip = recordName(record);
  return link;
}
