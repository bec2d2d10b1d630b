import { type Position, Range, type TextDocument } from 'vscode';
import type { Reference } from '../../../core/links/link';
import type { FilePath } from '../../../core/ports';
import { longestDocument } from '../../host/longestDocument';
import type { FolderProject } from '../../workspace/folderProject';
import type { PlacedRecord } from '../../workspace/placedRecords';
import type { PlacedFile, Projects } from '../../workspace/projects';

/** A reference with its place in the document. */
export interface PlacedReference {
  readonly reference: Reference;
  readonly range: Range;
}

/** A document's references, and the project that resolved them. */
export interface DocumentReferences {
  readonly file: PlacedFile;
  readonly found: readonly PlacedReference[];
}

interface Cached extends DocumentReferences {
  readonly documentVersion: number;
  readonly projectVersion: number;
}

/** The references of open documents, found once for each version, for hover, links and definitions together. */
export class ReferenceTracker {
  private readonly cache = new WeakMap<TextDocument, Cached>();

  constructor(private readonly projects: Projects) {}

  /** Undefined where the document belongs to no workspace folder. */
  of(document: TextDocument): DocumentReferences | undefined {
    const file = this.projects.locateDocument(document);
    if (!file) return undefined;
    const projectVersion = this.projects.version;
    const known = this.cache.get(document);
    if (
      known?.file.project === file.project &&
      known.documentVersion === document.version &&
      known.projectVersion === projectVersion
    ) {
      return known;
    }
    const text = document.getText();
    const references = text.length > longestDocument ? [] : this.projects.referencesIn(file, text);
    const fresh = {
      file,
      found: references.map((reference) => ({ reference, range: rangeOf(document, reference) })),
      documentVersion: document.version,
      projectVersion,
    };
    this.cache.set(document, fresh);
    return fresh;
  }

  at(document: TextDocument, position: Position): (PlacedReference & { readonly file: PlacedFile }) | undefined {
    const references = this.of(document);
    const hit = references?.found.find(({ range }) => range.contains(position));
    return references && hit && { ...hit, file: references.file };
  }

  projectOf({ folder }: PlacedRecord): FolderProject | undefined {
    return this.projects.of(folder.uri.toString());
  }

  /**
   * The records that a reference in a file means, or could mean: first those of its own folder, then those of others.
   */
  recordsOf({ target, candidates, elsewhere }: Reference, { project }: PlacedFile): readonly PlacedRecord[] {
    const own = (path: FilePath) => this.projects.find(project.folder.uri.toString(), path) ?? [];
    const ofOthers = (elsewhere ?? []).flatMap(({ folder, path }) => this.projects.find(folder, path) ?? []);
    return [...(target === null ? candidates : [target]).flatMap(own), ...ofOthers];
  }

  /** The one record that a reference leads to; undefined where it could mean several. */
  recordOf(reference: Reference, file: PlacedFile): PlacedRecord | undefined {
    const [only, second] = this.recordsOf(reference, file);
    return reference.resolution === 'ambiguous' || second ? undefined : only;
  }
}

function rangeOf(document: TextDocument, { offset, length }: Reference): Range {
  return new Range(document.positionAt(offset), document.positionAt(offset + length));
}
