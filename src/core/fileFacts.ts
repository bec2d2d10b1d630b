import type { TextResult } from './files/readText';
import { declaredNames } from './links/declaredNames';
import { type NamedIdentifier, namedIdentifiers } from './links/namedIdentifiers';
import { packed, type StoredReferences } from './links/packedReferences';
import { maxReferences, scanInSlices, scanReferences } from './links/scan';
import type { FilePath, Pacer } from './ports';
import type { FileProblem } from './projectView';
import type { Candidate } from './records/find/kindByFolder';
import { ownText } from './records/ownText';
import { readRecord, unreadableRecord } from './records/read/readRecord';
import { isAboutCode, type ParsedRecord } from './records/record';

/** What one file states by itself (docs/adr/0003), as plain data that JSON keeps. */
export interface FileFacts {
  /** Mostly one or none; for a collection, the file itself comes first. */
  readonly records: readonly ParsedRecord[];
  /** What links the file to records, and records to it; left out where only records were asked for. */
  readonly ties?: {
    /** Left out where only names were asked for; a string where they are packed. */
    readonly references?: StoredReferences;
    /** Names that it declares for others. */
    readonly declared: readonly string[];
    /** Identifiers of code in each of its records. */
    readonly identifiers: readonly (readonly NamedIdentifier[])[];
  };
  /** Why its references are not known, or not all of them. */
  readonly problem: FileProblem | null;
}

/** `names`: the records, and the names that tie a file to others, but not what it cites. */
export type ReadingDepth = 'records' | 'names' | 'all';

/** Whether facts have everything that a depth asks for. */
export function isAsDeep({ ties }: FileFacts, depth: ReadingDepth): boolean {
  return depth === 'records' || (ties !== undefined && (depth === 'names' || ties.references !== undefined));
}

/** @param candidate what the path says about the file, or null where it is no record */
export async function readFacts(
  path: FilePath,
  candidate: Candidate | null,
  read: TextResult,
  pacer: Pacer,
  depth: ReadingDepth = 'all',
): Promise<FileFacts> {
  // Several files may have been read at once, and parsing each takes time.
  await pacer.breathe();
  const isUnread = !read.ok && (read.reason === 'too-large' || read.reason === 'unreadable');
  const problem = isUnread ? read.reason : null;
  const references = depth !== 'all' || !read.ok ? [] : await scanInSlices(read.text, path, pacer);
  const records = candidate ? parse(candidate, read) : [];
  if (depth === 'records') return { records, problem };
  const text = read.ok ? read.text : '';
  const ties = {
    ...(depth === 'all' && { references }),
    declared: read.ok && !candidate ? declaredNames(path, text) : [],
    identifiers: records.map((record) => (isNaming(record, records) ? identifiersOf(record, text) : [])),
  };
  return { records, ties, problem: references.length >= maxReferences ? 'too-many' : problem };
}

/**
 * The same facts in strings of their own. To the engine a slice of a text is a view of it, so that a title of twenty
 * letters keeps its whole file in memory. References are packed.
 */
export function copied({ records, ties, problem }: FileFacts): FileFacts {
  const { references, ...others } = ties ?? {};
  const copy: Pick<FileFacts, 'records' | 'ties'> = JSON.parse(JSON.stringify({ records, ties: ties && others }));
  // An empty list stays a list.
  const cited = references && { references: references.length > 0 ? packed(references) : references };
  return { ...copy, ...(copy.ties && { ties: { ...copy.ties, ...cited } }), problem };
}

const empty: readonly never[] = Object.freeze([]);

/** Facts that share equal values to save memory: the path of their file, and empty lists. */
export function shared(facts: FileFacts, path: FilePath): FileFacts {
  for (const record of facts.records) {
    for (const [key, value] of Object.entries(record)) {
      if (Array.isArray(value) && value.length === 0) Object.assign(record, { [key]: empty });
    }
    if (record.path === path) Object.assign(record, { path });
  }
  return facts;
}

/** The references of a text, in one go; for a document that is open. */
export function tiesOfText(path: FilePath, text: string): FileFacts {
  const references = scanReferences(text, path);
  const ties = { references, declared: declaredNames(path, text), identifiers: [] };
  return { records: [], ties, problem: references.length >= maxReferences ? 'too-many' : null };
}

/** A file that cannot be read becomes a record with the reason; it never hides the others (docs/adr/0014). */
function parse(candidate: Candidate, read: TextResult): readonly ParsedRecord[] {
  if (!read.ok) return candidate.how === 'log' ? [] : [unreadableRecord(candidate, read)];
  const outcome = readRecord(candidate, read.text, read.encoding);
  return 'record' in outcome ? [outcome.record, ...(outcome.parts ?? [])] : [];
}

function isNaming(record: ParsedRecord, all: readonly ParsedRecord[]): boolean {
  return isAboutCode(record.kind) && (record.part !== undefined || all.length === 1);
}

function identifiersOf(record: ParsedRecord, text: string): readonly NamedIdentifier[] {
  return namedIdentifiers(ownText(record, text), record.title);
}
