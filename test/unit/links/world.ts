import { stem } from '../../../src/core/files/paths';
import type { Remote } from '../../../src/core/forge/remotes';
import { LinkGraph } from '../../../src/core/links/graph';
import type { Reference } from '../../../src/core/links/link';
import { resolveAll } from '../../../src/core/links/resolve';
import { scanReferences } from '../../../src/core/links/scan';
import { NameIndex } from '../../../src/core/names/nameIndex';
import type { DocRecord, ParsedRecord } from '../../../src/core/records/record';

/** The names of files, as `FileTree` answers, worked out anew each time. */
class ListOfFiles {
  version = 0;
  private readonly paths = new Set<string>();

  add(path: string): void {
    if (!this.paths.has(path)) this.version++;
    this.paths.add(path);
  }

  delete(path: string): void {
    if (this.paths.delete(path)) this.version++;
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  hasDirectory(path: string): boolean {
    return this.filesUnder(path).length > 0;
  }

  files(): readonly string[] {
    return [...this.paths].sort();
  }

  filesCalled(name: string): readonly string[] {
    return this.files().filter((path) => stem(path) === name);
  }

  filesUnder(directory: string): readonly string[] {
    return this.files().filter((path) => directory === '' || path.startsWith(`${directory}/`));
  }
}

/** An index of names and a graph over files that tests write; a file with a record is a record. */
export class TestWorld {
  readonly names = new NameIndex();
  readonly files = new ListOfFiles();
  readonly graph: LinkGraph;
  readonly records = new Map<string, DocRecord>();

  constructor(readonly remotes: readonly Remote[] = []) {
    this.graph = new LinkGraph(this.names, this.files, remotes);
  }

  write(path: string, text: string, record: ParsedRecord | null = null): this {
    this.files.add(path);
    this.graph.setFile(path, scanReferences(text, path));
    if (record) {
      this.names.set(record);
      this.graph.setRecord(record);
      this.records.set(path, { ...record, dateSource: null, supersedes: [], supersededBy: [] });
    } else this.forget(path);
    return this;
  }

  remove(path: string): this {
    this.files.delete(path);
    this.graph.deleteFile(path);
    this.forget(path);
    return this;
  }

  private forget(path: string): void {
    this.names.delete(path);
    this.graph.deleteRecord(path);
    this.records.delete(path);
  }

  /** `reason record strength` of every link of a file. */
  links(file: string): readonly string[] {
    return this.graph.linksFor(file, this.records).map(({ reason, record }) => `${reason} ${record.path}`);
  }

  references(text: string, from: string): readonly Reference[] {
    return resolveAll(scanReferences(text, from), from, this.graph.world);
  }

  /** Where every reference of a text leads: the target, or the resolution where there is none; `*` where it is stale. */
  leads(text: string, from = 'src/a.ts'): readonly string[] {
    return this.references(text, from).map(
      ({ target, resolution, stale }) => `${target ?? resolution}${stale ? '*' : ''}`,
    );
  }
}
