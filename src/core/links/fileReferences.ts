import { MultiMap } from '../multiMap';
import type { World } from '../names/nameLookup';
import { hintsOfRecord, hintsOfReference } from '../names/recordName';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import type { Backlink, Reference, ScannedReference } from './link';
import { packed, type StoredReferences, unpacked } from './packedReferences';
import { answersTo, plainAnswer, referenceOf } from './resolve';
import type { Answer } from './settledInFile';

/** Where a reference leads, in a compact form: for most it is enough to keep the path of the record. */
type KeptAnswer = FilePath | Answer | null;

/** The references of files, and where they lead: resolved on demand, and cached until records or files change. */
export class FileReferences {
  /** The references of each file; packed into a string where `isLasting`. */
  private readonly raws = new Map<FilePath, StoredReferences>();
  /** Null until it is first needed: a list of all references never needs it. */
  private filesByHint: MultiMap<string, FilePath> | null;
  /** Cache of where the references of files lead, valid for the state of records and files in `stamp`. */
  private readonly answers = new Map<FilePath, readonly KeptAnswer[]>();
  private stamp = '';
  private changes = 0;

  /**
   * @param names, files when their versions grow, references may lead elsewhere
   * @param isLasting whether references are packed and the index of who cites what is kept up to date with each file;
   *   otherwise the index is built when it is first needed
   */
  constructor(
    private readonly world: World,
    private readonly names: { readonly namesVersion: number },
    private readonly files: { readonly version: number },
    private readonly isLasting: boolean,
  ) {
    this.filesByHint = isLasting ? new MultiMap() : null;
  }

  /** Grows with every change of what files say; an edit of a file without references is none. */
  get version(): number {
    return this.changes;
  }

  /** Replaces the references of a file. A file without references is forgotten. */
  set(path: FilePath, raws: StoredReferences): void {
    this.delete(path);
    if (raws.length === 0) return;
    this.changes++;
    this.raws.set(path, this.isLasting ? packed(raws) : raws);
    // Read from the packed string: a hint that is a slice of the file's text would keep that text in memory.
    if (this.filesByHint) for (const hint of hintsOf(this.rawsOf(path))) this.filesByHint.add(hint, path);
  }

  delete(path: FilePath): void {
    if (!this.raws.has(path)) return;
    if (this.filesByHint) for (const hint of hintsOf(this.rawsOf(path))) this.filesByHint.delete(hint, path);
    this.raws.delete(path);
    this.changes++;
    this.answers.delete(path);
  }

  /** The references of one file, in order. */
  of(file: FilePath): readonly Reference[] {
    if (!this.raws.has(file)) return [];
    const answers = this.answersIn(file);
    return this.rawsOf(file).flatMap((raw, at) => referenceWith(raw, answers[at] ?? null) ?? []);
  }

  /** Resolves the references of a file in advance. */
  prepare(file: FilePath): void {
    if (this.raws.has(file)) this.answersIn(file);
  }

  /** The references of every file, sorted by file and place. */
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
      for (const path of this.raws.keys()) {
        for (const hint of hintsOf(this.rawsOf(path))) this.filesByHint.add(hint, path);
      }
    }
    return this.filesByHint;
  }

  private citations(file: FilePath, record: FilePath): readonly Backlink[] {
    const answers = this.answersIn(file);
    const isCiting = (answer: KeptAnswer | undefined) =>
      (typeof answer === 'string' ? answer : answer?.target) === record;
    if (!answers.some(isCiting)) return [];
    return this.rawsOf(file).flatMap((raw, at) => {
      const reference = isCiting(answers[at]) ? referenceWith(raw, answers[at] ?? null) : null;
      return reference ? { file, reference, lineText: raw.lineText } : [];
    });
  }

  private rawsOf(file: FilePath): readonly ScannedReference[] {
    const known = this.raws.get(file) ?? [];
    return typeof known === 'string' ? unpacked(known) : known;
  }

  private answersIn(file: FilePath): readonly KeptAnswer[] {
    const stamp = `${this.names.namesVersion} ${this.files.version}`;
    if (stamp !== this.stamp) this.answers.clear();
    this.stamp = stamp;
    const answers = this.answers.get(file) ?? answersTo(this.rawsOf(file), file, this.world).map(keptAnswer);
    this.answers.set(file, answers);
    return answers;
  }
}

function keptAnswer(answer: Answer | null): KeptAnswer {
  if (answer === null || answer.target === null) return answer;
  return answer.resolution === 'resolved' && !answer.stale ? answer.target : answer;
}

function referenceWith(raw: ScannedReference, answer: KeptAnswer): Reference | null {
  return answer === null ? null : referenceOf(raw, typeof answer === 'string' ? plainAnswer(answer) : answer);
}

/** The hints of a file's references. Computed again for deletion: kept, they take more memory than the index. */
function hintsOf(raws: readonly ScannedReference[]): ReadonlySet<string> {
  return new Set(raws.flatMap((raw) => [...hintsOfReference(raw)]));
}
