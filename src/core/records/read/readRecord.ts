import type { ForeignEncoding } from '../../files/encoding';
import { namesIn } from '../../names/people';
import { stemOf } from '../../names/spelling';
import type { FilePath, ReadProblem } from '../../ports';
import { dateOfName } from '../../text/dates';
import { readDocument, type SourceDocument } from '../../text/document';
import { isGuideName } from '../find/folderNames';
import type { Candidate } from '../find/kindByFolder';
import { isProposalName, isSeriesName } from '../find/nameShape';
import { emptyRecord, isDecided, type ParsedRecord, type RecordKind, type RecordProblem } from '../record';
import { templateNameWords } from '../templateWords';
import { decisionSentence } from './decision';
import { hasDecisionSign } from './decisionSign';
import { readDiagram } from './diagram';
import { isDecisionOfLog, showsDecision, showsProposal } from './evidence';
import { fieldsNamed } from './field';
import { readFields } from './fields';
import { namedRecord, slugInWords } from './fileName';
import type { Findings } from './findings';
import { orOfFolder } from './folderStatus';
import { mentionsIn } from './mentions';
import { type NotARecord, whyNotARecord } from './notARecord';
import { dateFacts, dateOf, deadlineFacts, peopleValues, recordFormat, tagsIn, writtenId } from './recordFields';
import { type LogEntry, logEntries } from './recordLog';
import { runbookFacts, showsProcedure } from './runbook';
import { frontScope, scopeGlobs } from './scope';
import { type StatedStatus, statedStatus } from './status';
import { readTitle, titleSection } from './title';
import { titleNumberOf } from './titleNumber';
import { writtenRelations } from './writtenRelations';

/** A file that its place or name makes a record. */
export interface RecordFile {
  readonly path: FilePath;
  readonly kind: RecordKind;
  /** `evidence`: only its number made it a candidate, and its content has to show what it is. */
  readonly how?: Candidate['how'];
}

/** `parts`: the records of a file that holds several, which is then only what they have in common. */
export type ReadOutcome =
  | { readonly record: ParsedRecord; readonly parts?: readonly ParsedRecord[] }
  | { readonly notARecord: NotARecord };

/**
 * What a file says, or why it is no record. Never throws, linear in the text; what is beyond the limits of
 * docs/security.md#r32 is left out and `problem` says so.
 * @param encoding the text was decoded from
 */
export function readRecord(file: RecordFile, text: string, encoding?: ForeignEncoding): ReadOutcome {
  if (text.includes('\0')) return { record: unreadable(file, 'not-text') };
  if (isEmptyRecord(file, text)) return { record: unreadable(file, 'empty') };
  if (file.kind === 'diagram')
    return text.trim() === '' ? { notARecord: 'empty' } : { record: readDiagram(file.path, text) };
  const document = readDocument(file.path, text);
  const findings = findingsIn(document, file);
  // The number in the name of a log orders chapters: `09_architecture_decisions.adoc`.
  const mayBeLog = findings.named.id === null || file.how === 'log';
  const parts = isDecided(file.kind) && mayBeLog ? partsOf(file, document) : [];
  if (parts.length > 0) return { record: collection(file, document, findings, parts), parts };
  if (file.how === 'log') return { notARecord: 'no-evidence' };
  const reason =
    whyNotARecord(document, file.kind, findings) ?? (isInDoubt(file, document, findings) ? 'no-evidence' : null);
  // Without the sides of its merge nothing may be left of a file.
  if (reason !== null) return document.conflict ? { record: unreadable(file, 'conflict') } : { notARecord: reason };
  const record = recordOf(file, document, findings);
  const isRead = encoding === undefined || record.problem === 'conflict';
  return { record: isRead ? record : { ...record, problem: `encoding:${encoding}` } };
}

/** A number that is given to a file is taken, even before a word is in it. */
function isEmptyRecord({ path, kind, how }: RecordFile, text: string): boolean {
  if (!isDecided(kind) || how === 'evidence' || how === 'log' || text.trim() !== '') return false;
  return namedRecord(path).id !== null && templateNameWords(stemOf(path).toLowerCase()) === null;
}

/** Whether the path suggests a record and the content does not confirm it. */
function isInDoubt(file: RecordFile, document: SourceDocument, findings: Findings): boolean {
  if (file.how === 'evidence') return !showsItself(file, document, findings);
  if (file.how !== 'folder' || file.kind !== 'decision' || findings.named.id !== null) return false;
  if (hasDecisionSign(document, findings) || writtenId(findings.fields, document) !== null) return false;
  return readTitle(document, findings.title, findings.fields, findings.named).id === null;
}

/** Whether the content confirms what the path only suggests. */
function showsItself({ path, kind }: RecordFile, document: SourceDocument, findings: Findings): boolean {
  if (isProposalName(stemOf(path)) || isSeriesName(stemOf(path))) return showsProposal(document, findings);
  if (kind !== 'runbook') return showsDecision(document, findings);
  return !isGuideName(stemOf(path)) && showsProcedure(document);
}

function partsOf(file: RecordFile, document: SourceDocument): readonly ParsedRecord[] {
  return entriesOf(file, document).map((entry) => {
    const record = recordOf(file, entry.document, findingsIn(entry.document, file, entry.named));
    const date = record.date ?? dateOfName(entry.named.slug);
    return { ...record, date, path: `${file.path}#${entry.anchor}`, part: entry.part };
  });
}

function entriesOf(file: RecordFile, document: SourceDocument): readonly LogEntry[] {
  return logEntries(document, (entry) => isDecisionOfLog(entry, findingsIn(entry, file).stated), file.how === 'log');
}

/** The file of several records: its title, and the tags and scope of its front matter; nothing of what is theirs. */
function collection(
  { path, kind }: RecordFile,
  document: SourceDocument,
  { named, title: section, fields }: Findings,
  [first]: readonly ParsedRecord[],
): ParsedRecord {
  const isOfFirst = section !== null && section.heading.number === first?.part?.line;
  const { title } = readTitle(document, isOfFirst ? null : section, [], named);
  const tags = tagsIn(
    fieldsNamed(fields, 'tags').filter(({ zone }) => zone === 'front'),
    document.definitions,
  );
  const scope = frontScope(document);
  return { ...emptyRecord(path, kind, title), isCollection: true, tags, scope, problem: problemOf(document) };
}

/** The record of a document that is one whatever it contains. */
export function recordIn(document: SourceDocument, kind: RecordKind): ParsedRecord {
  const file = { path: document.path, kind };
  return recordOf(file, document, findingsIn(document, file));
}

/**
 * The lines that are a record's in the text of its file, and what they state; null where the text has no such record
 * any more.
 */
export function sourceOf(
  { path, kind, part }: Pick<ParsedRecord, 'path' | 'kind' | 'part'>,
  text: string,
): { readonly document: SourceDocument; readonly findings: Findings } | null {
  // A part is read as an entry of a log, whatever made its file a candidate.
  const file: RecordFile = { path: part?.file ?? path, kind, ...(part && { how: 'log' }) };
  const whole = readDocument(file.path, text);
  if (part === undefined) return { document: whole, findings: findingsIn(whole, file) };
  const entry = entriesOf(file, whole).find(({ anchor }) => path === `${file.path}#${anchor}`);
  return entry ? { document: entry.document, findings: findingsIn(entry.document, file, entry.named) } : null;
}

function findingsIn(document: SourceDocument, { path, kind }: RecordFile, named = namedRecord(path)): Findings {
  const title = titleSection(document, named);
  const fields = readFields(document, title);
  const stated = statusOfKind(statedStatus(fields, document.definitions), kind);
  return { named, title, fields, stated: isDecided(kind) ? orOfFolder(stated, path) : stated };
}

/** `## Current status` in a guide is prose about the project; only its front matter may have words of its own. */
function statusOfKind(stated: StatedStatus, kind: RecordKind): StatedStatus {
  const isProse = kind === 'guide' && stated.status === 'other' && stated.field?.zone !== 'front';
  return isProse ? { ...stated, status: 'none', text: null } : stated;
}

/** A file that could not be read, listed with the reason's code. */
export function unreadableRecord(file: RecordFile, problem: ReadProblem): ParsedRecord {
  return unreadable(file, problem.reason);
}

function unreadable({ path, kind }: RecordFile, problem: RecordProblem): ParsedRecord {
  const { id, idPrefix, slug } = namedRecord(path);
  return { ...emptyRecord(path, kind, slugInWords(slug)), id: hasId(kind, idPrefix) ? id : null, idPrefix, problem };
}

function recordOf(
  { path, kind }: RecordFile,
  document: SourceDocument,
  { named, title: section, fields, stated }: Findings,
): ParsedRecord {
  const heading = readTitle(document, section, fields, named);
  const written = writtenId(fields, document);
  const id = named.id ?? written?.id ?? heading.id;
  const scope = scopeGlobs(document, fields);
  const isSame = written !== null && id !== null && Number(written.id) === Number(id);
  const idPrefix = named.idPrefix ?? heading.idPrefix ?? (isSame ? written.idPrefix : null);
  return {
    path,
    kind,
    id: hasId(kind, idPrefix) ? id : null,
    idPrefix,
    ...titleNumberOf(heading, named, kind),
    title: heading.title,
    status: stated.status,
    statusText: stated.text,
    ...dateFacts(dateOf(fields, stated, path)),
    people: namesIn(peopleValues(fields, kind), document.definitions),
    ...writtenRelations(document, section, fields, stated),
    ...deadlineFacts(fields),
    tags: tagsIn(fieldsNamed(fields, 'tags'), document.definitions),
    format: recordFormat(document, stated, fields),
    decision: decisionSentence(document, kind),
    scope,
    // Paths that the scope excludes are what the record is not about.
    mentions: mentionsIn(document).filter(({ text }) => !scope.includes(`!${text}`)),
    runbook: kind === 'runbook' ? runbookFacts(document, fields, heading.title, named) : null,
    problem: problemOf(document),
  };
}

function problemOf({ conflict, truncated, frontMatter }: SourceDocument): RecordProblem | null {
  if (conflict) return 'conflict';
  if (truncated) return 'truncated';
  return frontMatter.valid ? null : 'front-matter';
}

/** The number of a guide or runbook orders a folder and names nothing, unless it has a series. */
function hasId(kind: RecordKind, idPrefix: string | null): boolean {
  return isDecided(kind) || idPrefix !== null;
}
