import { basename, dirname } from '../../../core/files/paths';
import type { Backlink } from '../../../core/links/link';
import type { FilePath } from '../../../core/ports';
import type { ProjectView } from '../../../core/projectView';
import type { RecordCopy } from '../../../core/records/find/copies';
import type { DocRecord, Relation } from '../../../core/records/record';
import { isRetired, livingSuccessors } from '../../../core/records/succession';
import { homesOfAlike } from '../model/recordHomes';

/** What the view shows around a record's own text. */
export interface PanelModel {
  readonly record: DocRecord;
  /** The name of the record's workspace folder, where the window has several. */
  readonly folder: string | null;
  /** Where the record lies, if another one there reads the same; else empty. */
  readonly home: string;
  /** Other files that hold the same record. */
  readonly copies: readonly RecordCopy[];
  /** What is in force instead, if the record is retired and something replaces it. */
  readonly successors: readonly DocRecord[];
  readonly chain: Chain;
  /** Files that cite the record and are no records themselves. */
  readonly code: Citations;
  /** Other records that cite the record. */
  readonly records: Citations;
  /** False until all files that may cite it were read. */
  readonly complete: boolean;
  /** Whether a person stopped the reading before that. */
  readonly stopped: boolean;
}

/** Null where the project does not know the record: it was deleted, renamed, or excluded by a setting. */
export function panelModel(view: ProjectView, path: FilePath, folder: string | null = null): PanelModel | null {
  const record = view.record(path);
  if (!record) return null;
  const find = (other: FilePath): DocRecord | undefined => view.record(other);
  const backlinks = view.backlinks(path);
  return {
    record,
    folder,
    home: homeIn(view, record),
    copies: view.copiesOf(path),
    successors: isRetired(record) ? livingSuccessors(record, find).slice(0, 3) : [],
    chain: chainOf(record, find),
    code: citationsByFolder(backlinks.filter(({ file }) => !find(file))),
    records: citationsByFolder(backlinks.filter(({ file }) => find(file))),
    complete: view.complete,
    stopped: view.stoppedAt !== null,
  };
}

function homeIn(view: ProjectView, record: DocRecord): string {
  const alike = view.records().filter(({ title }) => title.toLowerCase() === record.title.toLowerCase());
  const all = alike.map((each) => ({ folderName: '', record: each }));
  return homesOfAlike(all).get(record) ?? '';
}

interface Citation {
  /** Counts from 1. */
  readonly line: number;
  readonly text: string;
}

export interface CitingFile {
  readonly path: FilePath;
  readonly name: string;
  readonly citations: readonly Citation[];
}

interface CitingFolder {
  readonly folder: FilePath;
  readonly files: readonly CitingFile[];
}

export interface Citations {
  readonly folders: readonly CitingFolder[];
  /** How many lines are left out. */
  readonly hidden: number;
}

const mostCitations = 200;

/** Backlinks by folder, then file, in their order. A line that cites a record twice counts once. */
function citationsByFolder(backlinks: readonly Backlink[]): Citations {
  const folders = new Map<FilePath, Map<FilePath, Map<number, string>>>();
  let count = 0;
  let hidden = 0;
  for (const { file, reference, lineText } of backlinks) {
    const files = getOrAdd(folders, dirname(file), () => new Map<FilePath, Map<number, string>>());
    const lines = getOrAdd(files, file, () => new Map<number, string>());
    if (lines.has(reference.line)) continue;
    count += 1;
    if (count > mostCitations) hidden += 1;
    else lines.set(reference.line, fromCitation(lineText, reference.text));
  }
  const shown = [...folders].map(([folder, files]) => ({
    folder,
    files: [...files].filter(([, lines]) => lines.size > 0).map(([path, lines]) => citingFile(path, lines)),
  }));
  return { folders: shown.filter(({ files }) => files.length > 0), hidden };
}

/** Characters before the citation for which a narrow sidebar has room, with the citation after them. */
const mostBefore = 16;

/** The line from a word shortly before the citation on, where the citation would else be cut off. */
function fromCitation(line: string, cited: string): string {
  const text = line.trimStart();
  const at = text.indexOf(cited);
  if (at <= mostBefore) return text;
  const from = text.slice(at - mostBefore, at);
  return `\u2026${from.slice(from.search(/\s/) + 1)}${text.slice(at)}`;
}

function citingFile(path: FilePath, lines: ReadonlyMap<number, string>): CitingFile {
  return { path, name: basename(path), citations: [...lines].map(([line, text]) => ({ line, text })) };
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}

/** One record in the chain of supersession. */
export interface ChainEntry {
  /** Null where the record is not in this workspace folder; `text` is then the name as written. */
  readonly record: DocRecord | null;
  readonly text: string;
  readonly isCurrent: boolean;
  /** Whether this record was replaced, so that the arrow comes after it. */
  readonly isOlder: boolean;
  /** Whether only a part of the older record is replaced. */
  readonly partial: boolean;
  /** Whether the newer record is not in force yet. */
  readonly pending: boolean;
}

/** Oldest first. A step holds the records at the same distance from the shown one. */
export type Chain = readonly (readonly ChainEntry[])[];

const longestSide = 6;
const widestStep = 8;

/**
 * What a record replaced and what replaced it, in both directions. Each record is visited once, so that cycles,
 * self-references and chains of thousands end (docs/security.md#hostile-input, D17). One step with the record itself
 * where nothing was replaced.
 */
export function chainOf(record: DocRecord, find: (path: FilePath) => DocRecord | undefined): Chain {
  const seen = new Set([record.path]);
  const current: ChainEntry = {
    record,
    text: record.title,
    isCurrent: true,
    isOlder: false,
    partial: false,
    pending: false,
  };
  const side = (isOlder: boolean): ChainEntry[][] => {
    const relationsOf = (from: DocRecord) => (isOlder ? from.supersedes : from.supersededBy);
    const steps: ChainEntry[][] = [];
    for (let step = [current]; step.length > 0 && steps.length < longestSide; ) {
      const next = step.flatMap((entry) => (entry.record ? relationsOf(entry.record) : []));
      step = next
        .filter(({ path }) => path === null || isNew(seen, path))
        .map((relation) => asEntry(relation, isOlder, find));
      step = step.slice(0, widestStep);
      if (step.length > 0) steps.push(step);
    }
    return steps;
  };
  const older = side(true);
  const newer = side(false);
  return [...older.reverse(), [current], ...newer];
}

function isNew(seen: Set<FilePath>, path: FilePath): boolean {
  const before = seen.size;
  return seen.add(path).size > before;
}

function asEntry(relation: Relation, isOlder: boolean, find: (path: FilePath) => DocRecord | undefined): ChainEntry {
  const { path, text, partial, pending } = relation;
  return { record: (path !== null && find(path)) || null, text, isCurrent: false, isOlder, partial, pending };
}
