import type { ForeignEncoding } from '../files/encoding';
import type { FilePath, ReadProblem } from '../ports';
import type { WrittenDate } from '../text/dates';
import type { Instant } from '../time/zone';

export const recordKinds = ['decision', 'rfc', 'runbook', 'guide', 'diagram', 'handoff'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Kinds that are accepted or rejected, and numbered in series. */
export function isDecided(kind: RecordKind): boolean {
  return kind === 'decision' || kind === 'rfc';
}

/** Kinds that are about the code that they name; a guide or a note mentions much in passing. */
export type CodeRecordKind = Extract<RecordKind, 'decision' | 'rfc' | 'runbook'>;

export function isAboutCode(kind: RecordKind): kind is CodeRecordKind {
  return isDecided(kind) || kind === 'runbook';
}

/** `none`: no status is stated. `other`: one is stated that is none of the words; `statusText` has it as written. */
export const recordStatuses = [
  'draft',
  'proposed',
  'accepted',
  'rejected',
  'deprecated',
  'superseded',
  'none',
  'other',
] as const;
export type RecordStatus = (typeof recordStatuses)[number];

/** How the record's own metadata is written; for people and for tests, nothing depends on it. */
export type RecordFormat =
  | 'front-matter'
  | 'section'
  | 'bullet'
  | 'bold'
  | 'table'
  | 'rst'
  | 'asciidoc'
  | 'plain'
  | 'diagram';

/** One end of a supersession. */
export interface Relation {
  /**
   * The other record, or null where it is not in this workspace folder (a pull request, another repository, nothing).
   */
  readonly path: FilePath | null;
  /** The target as written, without markup. */
  readonly text: string;
  /** "Partly superseded", "superseded in part by": the older record stays in force. */
  readonly partial: boolean;
  /** True where only the other record states it. */
  readonly mirrored: boolean;
  /** True where the newer record is itself only a draft, proposed or rejected: shown, but nothing is retired by it. */
  readonly pending: boolean;
}

/**
 * `empty`: a file with a number in its name and no text. `conflict`: an unfinished merge, whose sides were not read.
 * `encoding:NAME`: neither UTF-8 nor UTF-16. `truncated`: a limit of docs/security.md#r32 cut something off.
 * `front-matter`: it does not parse, and was read line by line, without a status or date that is itself not valid YAML.
 */
export type RecordProblem =
  | ReadProblem['reason']
  | 'empty'
  | 'conflict'
  | EncodingProblem
  | 'truncated'
  | 'front-matter';

const unread: readonly (RecordProblem | null)[] = ['too-large', 'not-text', 'unreadable', 'missing', 'conflict'];

/** Whether the problem kept the text from being read: what the record has none of then is not known. */
export function isTextUnknown({ problem }: { readonly problem: RecordProblem | null }): boolean {
  return unread.includes(problem);
}

/** Whether a problem is the encoding, whose name follows the colon. */
export function isOfEncoding(problem: RecordProblem): problem is EncodingProblem {
  return problem.startsWith('encoding:');
}

type EncodingProblem = `encoding:${ForeignEncoding}`;

export interface RunbookFacts {
  readonly alert: string | null;
  readonly owner: string | null;
  /** At most three, plain text, in order. */
  readonly firstSteps: readonly string[];
}

/** A path or link that the record's text names, as written; resolved by `core/links`. */
export interface Mention {
  readonly text: string;
  /** Counts from 1. */
  readonly line: number;
  readonly form: 'link' | 'code' | 'plain';
}

/** The place of a record in a file that holds several. */
export interface RecordPart {
  readonly file: FilePath;
  /** The lines of its heading and of its end; both count from 1. */
  readonly line: number;
  readonly endLine: number;
}

/** What one file states, whatever other records there are. `DocRecord` has the fields that depend on these. */
export interface ParsedRecord {
  /** For a part, the path of its file, `#` and the anchor of its heading. */
  readonly path: FilePath;
  /** Only where the record is not a file of its own. */
  readonly part?: RecordPart;
  /** Only of a file that holds several records: it is the list of them, and none that is decided on. */
  readonly isCollection?: true;
  readonly kind: RecordKind;
  /** As written, without its prefix: `0012`, `12` of `ADR-12`, `20200927-avoid-default-exports`. */
  readonly id: string | null;
  /** The series in capitals where the record names one: `ADR` of `ADR-12`, `ODH-ADR-XAI`. */
  readonly idPrefix: string | null;
  /** The number in the title, as written, where it is another than that of the file's name. */
  readonly titleNumber?: string;
  /** The heading without number and markup; the file's slug in words where there is no heading. */
  readonly title: string;
  readonly status: RecordStatus;
  /** As written. Null where the text states none, though its folder may be named after one. */
  readonly statusText: string | null;
  /** ISO `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is certain, or null. */
  readonly date: string | null;
  /** Only where the date is written in numbers, day or month first: the records beside it may tell which. */
  readonly dateOrder?: Pick<WrittenDate, 'order' | 'readings'>;
  /** ISO `YYYY-MM-DD`: the day by which a record is to be decided; left out where it states none, or one that is not certain. */
  readonly deadline?: string;
  /** Only where the deadline has a time and a zone. */
  readonly deadlineAt?: Instant;
  readonly people: readonly string[];
  readonly supersedes: readonly WrittenRelation[];
  readonly supersededBy: readonly WrittenRelation[];
  readonly tags: readonly string[];
  readonly format: RecordFormat;
  /** The decision in one sentence of plain text, or null. */
  readonly decision: string | null;
  /**
   * Globs of `affects`, `applies-to`, `paths`, `scope`, `files` in the front matter, as written, then those
   * of a line `Scope` in its head.
   */
  readonly scope: readonly string[];
  readonly mentions: readonly Mention[];
  readonly runbook: RunbookFacts | null;
  /** The code of why the file could not be read, or not all of it; else null. Surfaces put it into words. */
  readonly problem: RecordProblem | null;
}

/** A supersession as one file writes it: the words, and a link's destination where there is one. */
export interface WrittenRelation {
  readonly text: string;
  readonly href: string | null;
  readonly partial: boolean;
}

/** A document that Meridian knows, with its place among the others. */
export interface DocRecord extends Omit<ParsedRecord, 'supersedes' | 'supersededBy'> {
  readonly dateSource: 'record' | 'git' | null;
  readonly supersedes: readonly Relation[];
  readonly supersededBy: readonly Relation[];
}

/** The file that the record is in. */
export function fileOf({ path, part }: Pick<ParsedRecord, 'path' | 'part'>): FilePath {
  return part?.file ?? path;
}

/** A record of which only the path and title are known. */
export function emptyRecord(path: FilePath, kind: RecordKind, title: string): ParsedRecord {
  return {
    path,
    kind,
    id: null,
    idPrefix: null,
    title,
    status: 'none',
    statusText: null,
    date: null,
    people: [],
    supersedes: [],
    supersededBy: [],
    tags: [],
    format: 'plain',
    decision: null,
    scope: [],
    mentions: [],
    runbook: null,
    problem: null,
  };
}
