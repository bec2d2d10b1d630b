import { MultiMap } from '../multiMap';
import type { World } from '../names/nameLookup';
import { hintsOfRecord, hintsOfReference } from '../names/recordName';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import type { Backlink, Reference, ScannedReference } from './link';
import { resolveAll } from './resolve';

/** What one file states: its references as written, and the hints that they are found by. */
interface FileFacts {
  readonly raws: readonly ScannedReference[];
  readonly hints: readonly string[];
}

/** A file's references as of one state of the records and files. */
interface Resolved {
  readonly stamp: string;
  readonly references: readonly Reference[];
}

/** The references of files, and where they lead: worked out when that is asked for, and kept until records or files change. */
export class FileReferences {
  private readonly facts = new Map<FilePath, FileFacts>();
  private readonly filesByHint = new MultiMap<string, FilePath>();
  private readonly resolved = new Map<FilePath, Resolved>();
  private changes = 0;

  /** @param names, files their versions grow when references may lead elsewhere */
  constructor(
    private readonly world: World,
    private readonly names: { readonly namesVersion: number },
    private readonly files: { readonly version: number },
  ) {}

  /** Grows with every change of what files say; an edit of a file without references is none. */
  get version(): number {
    return this.changes;
  }

  /** Replaces the references of a file. A file without references is forgotten. */
  set(path: FilePath, raws: readonly ScannedReference[]): void {
    this.delete(path);
    if (raws.length === 0) return;
    this.changes++;
    const hints = [...new Set(raws.flatMap((raw) => [...hintsOfReference(raw)]))];
    this.facts.set(path, { raws, hints });
    for (const hint of hints) this.filesByHint.add(hint, path);
  }

  delete(path: FilePath): void {
    for (const hint of this.facts.get(path)?.hints ?? []) this.filesByHint.delete(hint, path);
    if (this.facts.delete(path)) this.changes++;
    this.resolved.delete(path);
  }

  /** Of one file, in order. */
  of(file: FilePath): readonly Reference[] {
    const facts = this.facts.get(file);
    if (!facts) return [];
    const stamp = `${this.names.namesVersion} ${this.files.version}`;
    const known = this.resolved.get(file);
    if (known?.stamp === stamp) return known.references;
    const references = resolveAll(facts.raws, file, this.world);
    this.resolved.set(file, { stamp, references });
    return references;
  }

  /** Of every file, sorted by file and place. */
  all(): readonly { readonly file: FilePath; readonly reference: Reference }[] {
    return [...this.facts.keys()].sort().flatMap((file) => this.of(file).map((reference) => ({ file, reference })));
  }

  /** Places that cite the record, by file and line; not those in the record itself. */
  to(record: ParsedRecord): readonly Backlink[] {
    const files = new Set([...hintsOfRecord(record)].flatMap((hint) => [...this.filesByHint.get(hint)]));
    const { part } = record;
    if (part === undefined) files.delete(record.path);
    return [...files].sort().flatMap((file) => {
      const citations = this.citations(file, record.path);
      if (part?.file !== file) return citations;
      return citations.filter(({ reference: { line } }) => line < part.line || line > part.endLine);
    });
  }

  private citations(file: FilePath, record: FilePath): readonly Backlink[] {
    const raws = this.facts.get(file)?.raws ?? [];
    return this.of(file)
      .filter(({ target }) => target === record)
      .map((reference) => {
        const lineText = raws.find(({ offset }) => offset === reference.offset)?.lineText ?? '';
        return { file, reference, lineText };
      });
  }
}
