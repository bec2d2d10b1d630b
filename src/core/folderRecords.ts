import type { FileTree } from './files/fileTree';
import type { Remote } from './forge/remotes';
import type { LinkGraph } from './links/graph';
import type { NamedIdentifier } from './links/namedIdentifiers';
import type { NameIndex } from './names/nameIndex';
import type { FilePath } from './ports';
import type { DocRecord, ParsedRecord } from './records/record';
import { Relations } from './records/relations';
import { compareText } from './text/compareText';

/** The records of one folder, each with its relations to the others, and its collections. */
export class FolderRecords {
  private readonly relations: Relations;
  /** Paths of the parts of each collection, by its file. */
  private readonly parts = new Map<FilePath, readonly FilePath[]>();
  private sorted: { readonly version: number; readonly all: readonly DocRecord[] } = { version: -1, all: [] };

  /** @param graph is told of each record; null where only records are asked for */
  constructor(
    private readonly names: NameIndex,
    tree: FileTree,
    remotes: readonly Remote[],
    private readonly graph: LinkGraph | null,
  ) {
    this.relations = new Relations(names, tree, remotes);
  }

  /** In no order. Unchanged records are the same objects. */
  all(): ReadonlyMap<FilePath, DocRecord> {
    return this.relations.records();
  }

  /** Sorted by path. The same array as long as no record changed. */
  inOrder(): readonly DocRecord[] {
    const records = this.all();
    const { version } = this.relations;
    if (this.sorted.version !== version)
      this.sorted = { version, all: [...records.values()].sort((a, b) => compareText(a.path, b.path)) };
    return this.sorted.all;
  }

  /** Records parsed so far, without their relations to others. */
  found(): Iterable<ParsedRecord> {
    return this.names.all();
  }

  /** Records that state no date: theirs are requested from git. */
  undated(): readonly FilePath[] {
    return this.relations.undated();
  }

  date(addedDates: ReadonlyMap<FilePath, string>): void {
    this.relations.date(addedDates);
  }

  /** Computes what `all` will return, in steps; without this, `all` computes it in one go. */
  settle(): Iterable<unknown> {
    return this.relations.settle();
  }

  /** To be called when a file is added or deleted. */
  touchFile(path: FilePath): void {
    this.relations.touchFile(path);
  }

  /** Paths of the parts that a file holds as a collection; mostly none. */
  partsOf(path: FilePath): readonly FilePath[] {
    return this.parts.get(path) ?? [];
  }

  /** Replaces the records of a file: mostly one or none. */
  setFile(
    path: FilePath,
    records: readonly ParsedRecord[],
    identifiers?: readonly (readonly NamedIdentifier[])[],
  ): void {
    const paths = records.map((record) => record.path);
    for (const gone of [path, ...this.partsOf(path)]) if (!paths.includes(gone)) this.delete(gone);
    records.forEach((record, at) => {
      this.relations.set(record);
      this.graph?.setRecord(record, identifiers?.[at] ?? []);
    });
    if (paths.length > 1) this.parts.set(path, paths.slice(1));
    else this.parts.delete(path);
  }

  private delete(path: FilePath): void {
    if (this.relations.delete(path)) this.graph?.deleteRecord(path);
  }
}
