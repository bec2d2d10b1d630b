import { MultiMap } from '../multiMap';
import type { World } from '../names/nameLookup';
import { hintsOfRecord, hintsOfReference } from '../names/recordName';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import type { Backlink, Reference, ScannedReference } from './link';
import { type Answer, answered, answersTo } from './resolve';

/** The references of files, and where they lead: worked out when that is asked for, and kept until records or files change. */
export class FileReferences {
  /** What each file states. */
  private readonly raws = new Map<FilePath, readonly ScannedReference[]>();
  /** Null before it was asked for: who lists all references never does. */
  private filesByHint: MultiMap<string, FilePath> | null;
  /** Where the references of files lead, as of one state of the records and files. */
  private readonly answers = new Map<FilePath, readonly (Answer | null)[]>();
  private stamp = '';
  private changes = 0;

  /**
   * @param names, files their versions grow when references may lead elsewhere
   * @param isLasting whether the index of who cites what grows with each file; else it is made in one go, when it is first
   * asked for
   */
  constructor(
    private readonly world: World,
    private readonly names: { readonly namesVersion: number },
    private readonly files: { readonly version: number },
    isLasting: boolean,
  ) {
    this.filesByHint = isLasting ? new MultiMap() : null;
  }

  /** Grows with every change of what files say; an edit of a file without references is none. */
  get version(): number {
    return this.changes;
  }

  /** Replaces the references of a file. A file without references is forgotten. */
  set(path: FilePath, raws: readonly ScannedReference[]): void {
    this.delete(path);
    if (raws.length === 0) return;
    this.changes++;
    this.raws.set(path, raws);
    if (this.filesByHint) for (const hint of hintsOf(raws)) this.filesByHint.add(hint, path);
  }

  delete(path: FilePath): void {
    const raws = this.raws.get(path);
    if (raws === undefined) return;
    if (this.filesByHint) for (const hint of hintsOf(raws)) this.filesByHint.delete(hint, path);
    this.raws.delete(path);
    this.changes++;
    this.answers.delete(path);
  }

  /** Of one file, in order. */
  of(file: FilePath): readonly Reference[] {
    const raws = this.raws.get(file);
    if (raws === undefined) return [];
    const stamp = `${this.names.namesVersion} ${this.files.version}`;
    if (stamp !== this.stamp) this.answers.clear();
    this.stamp = stamp;
    const answers = this.answers.get(file) ?? answersTo(raws, file, this.world);
    this.answers.set(file, answers);
    return answered(raws, answers);
  }

  /** Of every file, sorted by file and place. */
  all(): readonly { readonly file: FilePath; readonly reference: Reference }[] {
    return [...this.raws.keys()].sort().flatMap((file) => this.of(file).map((reference) => ({ file, reference })));
  }

  /** Places that cite the record, by file and line; not those in the record itself. */
  to(record: ParsedRecord): readonly Backlink[] {
    const byHint = this.byHint();
    const files = new Set([...hintsOfRecord(record)].flatMap((hint) => [...byHint.get(hint)]));
    const { part } = record;
    if (part === undefined) files.delete(record.path);
    return [...files].sort().flatMap((file) => {
      const citations = this.citations(file, record.path);
      if (part?.file !== file) return citations;
      return citations.filter(({ reference: { line } }) => line < part.line || line > part.endLine);
    });
  }

  private byHint(): MultiMap<string, FilePath> {
    if (this.filesByHint === null) {
      this.filesByHint = new MultiMap();
      for (const [path, raws] of this.raws) for (const hint of hintsOf(raws)) this.filesByHint.add(hint, path);
    }
    return this.filesByHint;
  }

  private citations(file: FilePath, record: FilePath): readonly Backlink[] {
    const raws = this.raws.get(file) ?? [];
    return this.of(file)
      .filter(({ target }) => target === record)
      .map((reference) => {
        const lineText = raws.find(({ offset }) => offset === reference.offset)?.lineText ?? '';
        return { file, reference, lineText };
      });
  }
}

/** What the references of a file are found by. They are worked out twice, for to keep them takes more room than the index. */
function hintsOf(raws: readonly ScannedReference[]): ReadonlySet<string> {
  return new Set(raws.flatMap((raw) => [...hintsOfReference(raw)]));
}
