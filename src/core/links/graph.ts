import { ancestors } from '../files/paths';
import { MultiMap } from '../multiMap';
import type { FilePath } from '../ports';
import type { Catalogue } from '../records/catalogue';
import { homesOf } from '../records/nearness';
import type { DocRecord, ParsedRecord } from '../records/record';
import { compareText } from '../text';
import { keysOfRecord, keysOfReference } from './keys';
import type { Backlink, Link, LinkDetail, RawReference, Reference, ScannedReference } from './link';
import { type MentionedFiles, MentionIndex } from './mentionIndex';
import type { World } from './outcome';
import type { Remote } from './remotes';
import { resolveAll } from './resolve';
import { ScopeIndex } from './scopeIndex';
import { strengthOf } from './strength';

/** What one file says: its references as written, and the keys that they are found by. */
interface FileFacts {
  readonly raws: readonly ScannedReference[];
  readonly keys: readonly string[];
}

/** A file's references as of one state of the records and files. */
interface Resolved {
  readonly stamp: string;
  readonly references: readonly Reference[];
}

/** Everything that ties a record to a file; the strongest becomes the link. */
interface Tie {
  readonly record: FilePath;
  readonly detail: LinkDetail;
  readonly deliberate?: boolean;
}

/**
 * What ties files to records. Holds facts of single files only; where a reference leads is worked out when it is asked
 * for, against the records there are then, and kept until records or files change. So the order of events leaves no
 * trace: the same files give the same answers however they came about (docs/adr/0003).
 */
export class LinkGraph {
  private readonly world: World;
  private readonly facts = new Map<FilePath, FileFacts>();
  private readonly filesByKey = new MultiMap<string, FilePath>();
  private readonly resolved = new Map<FilePath, Resolved>();
  private readonly scopes: ScopeIndex;
  private readonly mentions: MentionIndex;
  private readonly recordsByHome = new MultiMap<FilePath, FilePath>();

  private changes = 0;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly files: MentionedFiles,
    remotes: readonly Remote[],
  ) {
    this.world = { catalogue, files, remotes };
    this.scopes = new ScopeIndex(files);
    this.mentions = new MentionIndex(files, remotes);
  }

  /** Grows with every change of what files say; an edit of a file without references is none. */
  get version(): number {
    return this.changes;
  }

  /** Replaces what a file says. A file without references is forgotten. */
  setFile(path: FilePath, raws: readonly ScannedReference[]): void {
    this.deleteFile(path);
    if (raws.length === 0) return;
    this.changes++;
    const keys = [...new Set(raws.flatMap(keysOfReference))];
    this.facts.set(path, { raws, keys });
    for (const key of keys) this.filesByKey.add(key, path);
  }

  deleteFile(path: FilePath): void {
    for (const key of this.facts.get(path)?.keys ?? []) this.filesByKey.delete(key, path);
    if (this.facts.delete(path)) this.changes++;
    this.resolved.delete(path);
  }

  /** Takes over a record's scope and mentions; the catalogue is told by whoever owns it. */
  setRecord(record: ParsedRecord): void {
    this.scopes.set(record);
    this.mentions.set(record);
    for (const home of homesOf(record.path)) this.recordsByHome.add(home, record.path);
  }

  deleteRecord(path: FilePath): void {
    this.scopes.delete(path);
    this.mentions.delete(path);
    for (const home of homesOf(path)) this.recordsByHome.delete(home, path);
  }

  /** The references of a text that may not be saved yet, in order. */
  resolveAll(path: FilePath, raws: readonly RawReference[]): readonly Reference[] {
    return resolveAll(raws, path, this.world);
  }

  /** The references of a file, in order. */
  referencesOf(file: FilePath): readonly Reference[] {
    const facts = this.facts.get(file);
    if (!facts) return [];
    const stamp = `${this.catalogue.namesVersion} ${this.files.version}`;
    const known = this.resolved.get(file);
    if (known?.stamp === stamp) return known.references;
    const references = resolveAll(facts.raws, file, this.world);
    this.resolved.set(file, { stamp, references });
    return references;
  }

  /** Every reference of every file, sorted by file and place. */
  allReferences(): readonly { readonly file: FilePath; readonly reference: Reference }[] {
    return [...this.facts.keys()]
      .sort()
      .flatMap((file) => this.referencesOf(file).map((reference) => ({ file, reference })));
  }

  /** Places that cite the record, by file and line; not those in the record itself. */
  backlinks(path: FilePath): readonly Backlink[] {
    const record = this.catalogue.get(path);
    if (!record) return [];
    const files = new Set(keysOfRecord(record).flatMap((key) => [...this.filesByKey.get(key)]));
    files.delete(path);
    return [...files].sort().flatMap((file) => this.citations(file, path));
  }

  /**
   * Records tied to a file, strongest first, one link a record. For a record they are those that it cites and those
   * that cite it.
   *
   * @param records gives each link its record; a record that is not in it has no link
   */
  linksFor(file: FilePath, records: ReadonlyMap<FilePath, DocRecord>): readonly Link[] {
    const links = new Map<FilePath, Link>();
    for (const { record: path, detail, deliberate } of this.ties(file)) {
      const record = records.get(path);
      if (!record || path === file) continue;
      const link = { record, reason: detail.reason, strength: strengthOf(detail, record, deliberate), detail };
      if (link.strength > (links.get(path)?.strength ?? -1)) links.set(path, link);
    }
    return [...links.values()].sort((a, b) => b.strength - a.strength || compareText(a.record.path, b.record.path));
  }

  private *ties(file: FilePath): Generator<Tie> {
    yield* this.cited(file);
    for (const { record, glob, files, deliberate } of this.scopes.covering(file)) {
      yield { record, detail: { reason: 'scope', glob, files }, deliberate };
    }
    for (const { record, mention, files } of this.mentions.naming(file)) {
      yield { record, detail: { reason: 'mention', text: mention.text, line: mention.line, files } };
    }
    if (this.catalogue.get(file)) yield* this.citing(file);
    for (const folder of ancestors(file)) {
      // Everything is below the root: that says nothing.
      if (folder === '') continue;
      for (const record of this.recordsByHome.get(folder)) yield { record, detail: { reason: 'folder', folder } };
    }
  }

  private *cited(file: FilePath): Generator<Tie> {
    const lines = new Map<FilePath, Set<number>>();
    for (const { target, line } of this.referencesOf(file)) {
      if (target === null) continue;
      lines.set(target, (lines.get(target) ?? new Set()).add(line));
    }
    for (const [record, cited] of lines) yield { record, detail: { reason: 'reference', lines: [...cited] } };
  }

  /** Records that cite this one: they name it, as a runbook names a file. */
  private *citing(path: FilePath): Generator<Tie> {
    for (const { file, reference } of this.backlinks(path)) {
      const detail = { reason: 'mention', text: reference.text, line: reference.line, files: 1 } as const;
      if (this.catalogue.get(file)) yield { record: file, detail };
    }
  }

  private citations(file: FilePath, record: FilePath): readonly Backlink[] {
    const raws = this.facts.get(file)?.raws ?? [];
    return this.referencesOf(file)
      .filter(({ target }) => target === record)
      .map((reference) => {
        const lineText = raws.find(({ offset }) => offset === reference.offset)?.lineText ?? '';
        return { file, reference, lineText };
      });
  }
}
