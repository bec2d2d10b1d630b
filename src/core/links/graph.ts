import { ancestors } from '../files/paths';
import type { Remote } from '../forge/remotes';
import { MultiMap } from '../multiMap';
import type { AntoraComponent } from '../names/antora';
import type { NameIndex } from '../names/nameIndex';
import type { World } from '../names/nameLookup';
import { homesOf } from '../names/nearness';
import type { FilePath } from '../ports';
import type { DocRecord, ParsedRecord } from '../records/record';
import { compareText } from '../text/compareText';
import { FileReferences } from './fileReferences';
import { IdentifierIndex } from './identifierIndex';
import type { Backlink, Link, LinkDetail, Reference } from './link';
import { type MentionedFiles, MentionIndex } from './mentionIndex';
import type { NamedIdentifier } from './namedIdentifiers';
import type { StoredReferences } from './packedReferences';
import { ScopeIndex } from './scopeIndex';
import { strengthOf } from './strength';

/** The most candidates of a reference that become ties, nearest first. */
const maxCandidates = 20;

/** One thing that ties a record to a file; the strongest becomes the link. */
interface Tie {
  readonly record: FilePath;
  readonly detail: LinkDetail;
  readonly deliberate?: boolean;
}

/**
 * What ties files to records. Holds facts of single files only; references are resolved on demand against the current
 * records, and the answers are cached until records or files change. So the same files give the same answers, whatever
 * the order of events was (docs/adr/0003).
 */
export class LinkGraph {
  /** What names mean here. */
  readonly world: World;
  private readonly references: FileReferences;
  private readonly scopes: ScopeIndex;
  private readonly mentions: MentionIndex;
  private readonly identifiers = new IdentifierIndex();
  private isComplete = false;
  private readonly recordsByHome = new MultiMap<FilePath, FilePath>();

  constructor(
    private readonly names: NameIndex,
    files: MentionedFiles,
    remotes: readonly Remote[],
    isLasting = false,
    components: readonly AntoraComponent[] = [],
  ) {
    this.world = { names, files, remotes, components };
    this.references = new FileReferences(this.world, names, files, isLasting);
    this.scopes = new ScopeIndex(files);
    this.mentions = new MentionIndex(files, remotes);
  }

  /** Grows with every change of what files state; an edit of a file without references is none. */
  get version(): number {
    return this.references.version + this.identifiers.version;
  }

  /** Replaces what a file says. A file without references is forgotten. */
  setFile(path: FilePath, raws: StoredReferences, declared: readonly string[] = []): void {
    this.references.set(path, raws);
    this.identifiers.setFile(path, declared);
  }

  deleteFile(path: FilePath): void {
    this.references.delete(path);
    this.identifiers.deleteFile(path);
  }

  /** Takes over a record's scope and mentions; the index of names is kept by its owner. */
  setRecord(record: ParsedRecord, identifiers: readonly NamedIdentifier[] = []): void {
    this.scopes.set(record);
    this.mentions.set(record);
    this.identifiers.setRecord(record.path, identifiers);
    for (const home of homesBelow(record.path)) this.recordsByHome.add(home, record.path);
  }

  deleteRecord(path: FilePath): void {
    this.scopes.delete(path);
    this.mentions.delete(path);
    this.identifiers.deleteRecord(path);
    for (const home of homesBelow(path)) this.recordsByHome.delete(home, path);
  }

  /** Says that every file has been read: only then is a name known to be declared by one file alone. */
  complete(): void {
    this.isComplete = true;
  }

  /** Whether a record may be tied to the file by a name that it declares; false once `complete` was called. */
  mayBeNamed(file: FilePath): boolean {
    return !this.isComplete && this.identifiers.mayName(file);
  }

  /** Resolves the references of a file in advance, so that the first question need not wait for it. */
  prepare(file: FilePath): void {
    this.references.prepare(file);
  }

  /** The references of a file, in order. */
  referencesOf(file: FilePath): readonly Reference[] {
    return this.references.of(file);
  }

  /** Every reference of every file, sorted by file and place. */
  allReferences(): readonly { readonly file: FilePath; readonly reference: Reference }[] {
    return this.references.all();
  }

  /** Places that cite the record, by file and line; not those in the record itself. */
  backlinks(path: FilePath): readonly Backlink[] {
    const record = this.names.get(path);
    return record ? this.references.to(record) : [];
  }

  /**
   * Records tied to a file, one link each: strongest first, and of equally strong ones the one with more reasons first.
   * For a file that is a record, these are the records that it cites and those that cite it, too.
   *
   * @param records gives each link its record; a record that is not in it has no link
   */
  linksFor(file: FilePath, records: ReadonlyMap<FilePath, DocRecord>): readonly Link[] {
    return linksOfTies(this.ties(file), records, file);
  }

  private *ties(file: FilePath): Generator<Tie> {
    yield* cited(this.referencesOf(file));
    for (const { record, glob, files, deliberate } of this.scopes.covering(file)) {
      yield { record, detail: { reason: 'scope', glob, files }, deliberate };
    }
    for (const { record, mention, files, weak } of this.mentions.naming(file)) {
      const detail = { reason: 'mention', text: mention.text, line: mention.line, files } as const;
      yield { record, detail: weak ? { ...detail, weak } : detail };
    }
    if (this.isComplete) {
      for (const { record, identifier } of this.identifiers.naming(file)) {
        yield { record, detail: { reason: 'mention', text: identifier.name, line: identifier.line, files: 1 } };
      }
    }
    if (this.names.get(file)) yield* this.citing(file);
    for (const folder of ancestors(file)) {
      for (const record of this.recordsByHome.get(folder)) yield { record, detail: { reason: 'folder', folder } };
    }
  }

  /** Records that cite this one: they name it, as a runbook names a file. */
  private *citing(path: FilePath): Generator<Tie> {
    for (const { file, reference } of this.backlinks(path)) {
      const detail = { reason: 'mention', text: reference.text, line: reference.line, files: 1 } as const;
      if (this.names.get(file)) yield { record: file, detail };
    }
  }
}

/** The record's homes without the root: every file is below that, so it is no tie. */
function homesBelow(path: FilePath): readonly FilePath[] {
  return homesOf(path).filter((home) => home !== '');
}

/** As `LinkGraph.linksFor`, but by its references alone: for a text that is stored nowhere yet. */
export function linksOfReferences(
  references: readonly Reference[],
  records: ReadonlyMap<FilePath, DocRecord>,
): readonly Link[] {
  return linksOfTies(cited(references), records, null);
}

function linksOfTies(
  ties: Iterable<Tie>,
  records: ReadonlyMap<FilePath, DocRecord>,
  file: FilePath | null,
): readonly Link[] {
  const links = new Map<FilePath, Link>();
  const reasons = new MultiMap<FilePath, string>();
  for (const { record: path, detail, deliberate } of ties) {
    const record = records.get(path);
    if (!record || path === file) continue;
    reasons.add(path, detail.reason);
    const link = { record, reason: detail.reason, strength: strengthOf(detail, record, deliberate), detail };
    if (link.strength > (links.get(path)?.strength ?? -1)) links.set(path, link);
  }
  const ways = (link: Link): number => [...reasons.get(link.record.path)].length;
  return [...links.values()].sort(
    (a, b) => b.strength - a.strength || ways(b) - ways(a) || compareText(a.record.path, b.record.path),
  );
}

function* cited(references: Iterable<Reference>): Generator<Tie> {
  const lines = new Map<FilePath, Set<number>>();
  const possible = new Map<FilePath, { readonly lines: Set<number>; readonly candidates: number }>();
  for (const { target, candidates, line } of references) {
    if (target !== null) lines.set(target, (lines.get(target) ?? new Set()).add(line));
    for (const candidate of candidates.slice(0, maxCandidates)) {
      const known = possible.get(candidate) ?? { lines: new Set(), candidates: candidates.length };
      possible.set(candidate, known);
      known.lines.add(line);
    }
  }
  for (const [record, own] of lines) yield { record, detail: { reason: 'reference', lines: [...own] } };
  for (const [record, { lines: own, candidates }] of possible) {
    yield { record, detail: { reason: 'reference', lines: [...own], ambiguous: candidates } };
  }
}
