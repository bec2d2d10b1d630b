import type { FileTree } from './files/fileTree';
import type { Remote } from './forge/remotes';
import type { LinkGraph } from './links/graph';
import type { NamedIdentifier } from './links/namedIdentifiers';
import type { NameIndex } from './names/nameIndex';
import type { FilePath } from './ports';
import type { DocRecord, ParsedRecord } from './records/record';
import { Relations } from './records/relations';
import { compareText } from './text/compareText';

/** The records of one folder, each with its place among the others, and the files that hold several. */
export class FolderRecords {
  private readonly relations: Relations;
  /** Records of files that hold several, by the file. */
  private readonly parts = new Map<FilePath, readonly FilePath[]>();
  private sorted: { readonly version: number; readonly all: readonly DocRecord[] } = { version: -1, all: [] };

  /** @param graph learns of each record; null where nothing is asked but records */
  constructor(
    private readonly names: NameIndex,
    tree: FileTree,
    remotes: readonly Remote[],
    private readonly graph: LinkGraph | null,
  ) {
    this.relations = new Relations(names, tree, remotes);
  }

  /** In no order. Those that did not change are the same objects. */
  all(): ReadonlyMap<FilePath, DocRecord> {
    return this.relations.records();
  }

  /** By path. The same list as long as all records are the same. */
  inOrder(): readonly DocRecord[] {
    const records = this.all();
    const { version } = this.relations;
    if (this.sorted.version !== version)
      this.sorted = { version, all: [...records.values()].sort((a, b) => compareText(a.path, b.path)) };
    return this.sorted.all;
  }

  /** Those that were read so far, before their place among the others is known. */
  found(): Iterable<ParsedRecord> {
    return this.names.all();
  }

  /** Those that state no date: their dates are requested from git. */
  undated(): readonly FilePath[] {
    return this.relations.undated();
  }

  date(addedDates: ReadonlyMap<FilePath, string>): void {
    this.relations.date(addedDates);
  }

  /** Works out what `all` will answer, in steps; it would do the rest itself, in one go. */
  settle(): Iterable<unknown> {
    return this.relations.settle();
  }

  /** To be called when a file comes or goes. */
  touchFile(path: FilePath): void {
    this.relations.touchFile(path);
  }

  /** Paths of the records that a file holds beside the one that it is; mostly none. */
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
