import { MultiMap } from '../multiMap';
import type { World } from '../names/nameLookup';
import { hintsOfRecord, hintsOfReference } from '../names/recordName';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import type { Backlink, Reference, ScannedReference } from './link';
import { packed, type StoredReferences, unpacked } from './packedReferences';
import { answersTo, plainAnswer, referenceOf } from './resolve';
import type { Answer } from './settledInFile';

/** Where a reference leads, in little room: most lead to a record, which is then all that is kept. */
type KeptAnswer = FilePath | Answer | null;

/** The references of files, and where they lead: worked out when that is asked for, and kept until records or files change. */
export class FileReferences {
  /** What each file states, as a text where that is kept for long. */
  private readonly raws = new Map<FilePath, StoredReferences>();
  /** Null before it was asked for: who lists all references never does. */
  private filesByHint: MultiMap<string, FilePath> | null;
  /** Where the references of files lead, as of one state of the records and files. */
  private readonly answers = new Map<FilePath, readonly KeptAnswer[]>();
  private stamp = '';
  private changes = 0;

  /**
   * @param names, files when their versions grow, references may lead elsewhere
   * @param isLasting whether references are packed and the index of who cites what is kept up to date with each file;
   *   otherwise the index is made in one go when it is first asked for
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
    // What was packed, so that no hint is a view of a text.
    if (this.filesByHint) for (const hint of hintsOf(this.rawsOf(path))) this.filesByHint.add(hint, path);
  }

  delete(path: FilePath): void {
    if (!this.raws.has(path)) return;
    if (this.filesByHint) for (const hint of hintsOf(this.rawsOf(path))) this.filesByHint.delete(hint, path);
    this.raws.delete(path);
    this.changes++;
    this.answers.delete(path);
  }

  /** Of one file, in order. */
  of(file: FilePath): readonly Reference[] {
    if (!this.raws.has(file)) return [];
    const answers = this.answersIn(file);
    return this.rawsOf(file).flatMap((raw, at) => referenceWith(raw, answers[at] ?? null) ?? []);
  }

  /** Works out where the references of a file lead, for when that is asked for. */
  prepare(file: FilePath): void {
    if (this.raws.has(file)) this.answersIn(file);
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

/** What the references of a file are found by. They are worked out twice, for to keep them takes more room than the index. */
function hintsOf(raws: readonly ScannedReference[]): ReadonlySet<string> {
  return new Set(raws.flatMap((raw) => [...hintsOfReference(raw)]));
}
