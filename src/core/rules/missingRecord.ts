import { basename, extension, stem } from '../files/paths';
import { isProsePath } from '../files/textPaths';
import type { Reference } from '../links/link';
import { numberOfName, sameNumber, stemOf } from '../names/spelling';
import { withoutHolders } from '../records/withoutHolders';
import { type CheckedFile, spanOfReference } from './checkedFile';
import { heldReferences, isOwned, isPathOfOther, nameOfReference } from './citing';
import { linkAround } from './linkAround';
import { isLinkedElsewhere } from './linkedElsewhere';
import type { Known, Rule } from './rule';
import { type Sentence, sentence } from './sentences';

const code = 'missing-record';

/** A reference to which no record here belongs. Those of examples, tests and other projects are left alone. */
export const missingRecord: Rule = {
  code,
  severity: 'warning',
  *find(file, known) {
    if (lintSettings.test(file.path)) return;
    const missing = heldReferences(file).filter(
      ({ resolution, elsewhere }) => resolution === 'missing' && elsewhere === undefined,
    );
    const settled = new Set(missing.flatMap((reference) => (isToCome(reference, file) ? nameOf(reference) : [])));
    // A single `[ADR-12](https://…)` says what every `ADR-12` of the file means.
    for (const reference of missing) if (isLinkedElsewhere(reference, file, known)) settled.add(nameOf(reference));
    let counts: Counts | undefined;
    for (const reference of missing) {
      if (isDoubtful(reference, known) || isKnown(reference, file) || isPathOfOther(reference, file, known)) continue;
      if (isHeading(reference, file) || isOfOtherSeries(reference, file, known)) continue;
      if (settled.has(nameOf(reference))) continue;
      counts ??= countsOf(known);
      yield { span: spanOfReference(reference), sentence: saying(reference, counts), about: reference.text };
    }
  },
};

/** Settings of a linter of documents: they come from a template or another repository, with its comments. */
const lintSettings = /(?:^|\/)\.?(?:markdownlint|mdlrc|remarkrc|textlintrc|vale)\b[^/]*$/i;

/** `… | (missing) |`, `… (not yet written)`: words right behind a number that say that its record is not here. */
const knowing =
  /^[\s|:,;*_`~\]\u2013\u2014-]{0,6}[([]?[*_`]{0,2}(?:(?:is|was|are|still|yet|currently) ){0,2}(?:missing|absent|lost|gone|not (?:yet )?(?:found|here|written|there|present|committed|available)|to be written|planned|reserved|does not exist|no file|no such (?:file|record|adr)|deleted|removed)\b/i;

/**
 * Whether a document holds the text that has the number: `# RFC 0012 - Backups` at its head, or `## ADR-0012: Backups`
 * further down. Only for documents without a number in their name, which are no records.
 */
function isWrittenHere({ line, column, length }: Reference, file: CheckedFile): boolean {
  if (!isProsePath(file.path) || numberOfName(stemOf(file.path)) !== null) return false;
  const text = file.line(line);
  const at = file.document.lines.filter(({ kind }) => kind === 'heading').findIndex(({ number }) => number === line);
  if (at < 0 || !/^[\s#=[(*_]{0,8}$/.test(text.slice(0, column - 1))) return false;
  return at === 0 || /^[\])*_]{0,3} ?(?::|--?|[\u2013\u2014])\s/.test(text.slice(column - 1 + length));
}

/** Whether a path is a whole heading, below which a document says what such a file is for. */
function isHeading({ form, line, text }: Reference, file: CheckedFile): boolean {
  if (form !== 'path' || !isProsePath(file.path)) return false;
  return file.document.lines.some(
    (one) => one.kind === 'heading' && one.number === line && one.text.replace(/[`*]/g, '').trim() === text,
  );
}

/**
 * `[NIP-12](pip-0012.md)`: the words give the number to a series of which nothing with it is here. A site may bring the
 * records of several repositories together.
 */
function isOfOtherSeries(reference: Reference, file: CheckedFile, { world }: Known): boolean {
  const path = reference.form === 'path' ? numberOfName(stemOf(reference.name ?? '')) : null;
  const said = path && numberOfName(linkAround(file, reference)?.text.trim() ?? '');
  if (!said?.prefix || !path?.prefix || said.prefix === path.prefix) return false;
  return (
    sameNumber(said.number) === sameNumber(path.number) && world.names.byNumber(said.prefix, said.number).length === 0
  );
}

/** `| ADR-12 |`: a number in the first cell of a row. Where none of these resolves, the table is the log itself. */
const rowHead = /^\s{0,3}\|\s*[[*_`]{0,3}$/;
function isRowOfLog({ line, column, length }: Reference, file: CheckedFile): boolean {
  const text = file.line(line);
  if (!rowHead.test(text.slice(0, column - 1)) || !/^[\]*_`]{0,3}\s*\|/.test(text.slice(column - 1 + length)))
    return false;
  return isProsePath(file.path) && file.once(areRowHeadsMissing);
}

function areRowHeadsMissing(file: CheckedFile): boolean {
  const isHead = ({ line, column }: Reference) => rowHead.test(file.line(line).slice(0, column - 1));
  return file.references.every((reference) => reference.resolution === 'missing' || !isHead(reference));
}

/** `[ADR-0012?]`, `ADR-0012? or a note`: a mark that doubts the number and does not end a question. */
const uncertain = /^\?(?=[\])},;:|]| [\p{Ll}(|\u2013\u2014-])/u;
/** `ADR-0012 (prospective)`, `ADR-0012 once it merges`: right behind the number. */
const open =
  /^[*_`\]]{0,3}[ \t]{1,2}[([]?(?:(?:prospective|forthcoming|upcoming|in preparation|tbd|tbc|to come)\b|(?:once|when|after|as soon as) (?:it|that) (?:merges|lands|exists|is (?:merged|written|there|accepted|ready|in)\b))/i;
const openBefore = /\b(?:prospective|forthcoming|upcoming|future|planned|candidate)[ \t]{1,2}[*_`[(]{0,3}$/i;
/** In the first brackets behind the number: `ADR-0012: Backups (weekly, future ADR)`, `ADR-0012 (kept in another repository)`. */
const openInBrackets =
  /^[^()\n]{0,120}\([^()\n]{0,120}\b(?:(?:future|planned|forthcoming) (?:adr|rfc|record|decision|proposal)s?|(?:separate|another|other|different|sibling) (?:repo|repository|project))\b/i;

/** The name of a list of records that may be written: `adr-candidates.md`, but not `release-candidate.md`. */
const candidates =
  /^candidates$|(?:adr|rfc|record|decision|proposal)s?[-_. ]candidates?(?![a-z])|^candidate[-_. ](?:adr|rfc|record|decision|proposal)s?(?![a-z])/i;

/** Whether the line says that the record is still to be written, or kept elsewhere; that holds for the whole file. */
function isToCome(reference: Reference, file: CheckedFile): boolean {
  const { line, column, length, form, number } = reference;
  if (form !== 'id' || number === null) return false;
  if (isOwned(reference, file) || isWrittenHere(reference, file) || isRowOfLog(reference, file)) return true;
  if (candidates.test(stem(file.path)) && isProsePath(file.path)) return true;
  const text = file.line(line);
  const after = text.slice(column - 1 + length);
  if (isIn(inPackage, sameNumber(number), after)) return true;
  if (openBefore.test(text.slice(0, column - 1))) return true;
  return uncertain.test(after) || open.test(after) || openInBrackets.test(after);
}

function nameOf({ prefix, number, text }: Reference): string {
  return number === null ? text : `${prefix ?? ''} ${sameNumber(number)}`;
}

/** `… (new)`: words behind a reference that say that its record is to be written, in a few languages. */
const toWrite =
  /^[\s`*_)\]]{0,5}[(（]?(?:(?:new|proposed|draft|pending|neu|nouveau|nuevo|novo)(?=[)）])|신설|신규|예정|가칭|新規|未作成|新建|待[建写])/i;
const toDo = /^\s{0,20}[-*+] \[(?: |planned|todo|tbd|open|future|later|backlog)\]\s/i;
/** `ADR-12 and ADR-13 remain TODO`: further on in the sentence. */
const toDoBehind = /^(?:[^.]|\.\w){0,120}?\b(?:TODO|TBD)\b/;

function isKnown(reference: Reference, file: CheckedFile): boolean {
  const { line, column, length, form, number } = reference;
  const text = file.line(line);
  const after = text.slice(column - 1 + length);
  // A question that ends with the number may be about whether there is such a record.
  if (after.startsWith('?') || toWrite.test(after) || toDo.test(text) || toDoBehind.test(after)) return true;
  return knowing.test(after) || (form === 'id' && number !== null && isIn(address, sameNumber(number), after));
}

/** Whether a match of the pattern in the text captures the number. */
function isIn(pattern: RegExp, number: string, text: string): boolean {
  return [...text.matchAll(pattern)].some(([, last = '']) => sameNumber(last) === number);
}

/** `KEP-5359: Swap, https://github.com/acme/app/issues/5359`: the line has an address that ends in the same number. */
const address = /https?:\/\/[^\s)>\]]{1,300}?[/#](\d{1,8})(?![\w/])/g;
/** `ADR-0012: vendor/engine/docs/adr/ADR-0012*.md`: a record of a vendored package. */
const inPackage = /\b(?:vendor|third_party|node_modules)\/[\w./-]{1,200}?\b[A-Za-z]{0,6}-?(\d{1,8})(?!\w)/g;

/** Whether the record may be here under another form, on a site that is made from here, or at home in another project. */
function isDoubtful({ form, text, prefix, number }: Reference, { series, files }: Known): boolean {
  if (form === 'path' || form === 'url') {
    const name = basename(text.split(/[?#]/, 1)[0] ?? '');
    // A path without an extension is a page, a folder or a branch. Where a file has that name, only the folder is wrong.
    return (
      text.startsWith('/') ||
      extension(name) === '' ||
      files.filesCalled(stem(name)).some((one) => basename(one) === name)
    );
  }
  if (number === null) return false;
  const name = prefix ?? 'ADR';
  return series.hasOther(name, number) || series.isElsewhere(name) || series.isForeign(name, number);
}

interface Counts {
  readonly records: number;
  readonly decisions: number;
}

function countsOf(known: Known): Counts {
  const records = withoutHolders(known.records);
  return { records: records.length, decisions: records.filter(({ kind }) => kind === 'decision').length };
}

function saying(reference: Reference, { records, decisions }: Counts): Sentence {
  const { form, prefix } = reference;
  const text = nameOfReference(reference);
  if (form === 'path' || form === 'url') return sentence(code, 'path', text);
  const isDecision = decisions > 0 && prefix !== 'RFC' && form !== 'alert';
  if (isDecision && decisions === 1 && form === 'id') return sentence(code, 'onlyDecision', text);
  if (!isDecision && records === 1 && form === 'id') return sentence(code, 'onlyRecord', text);
  return isDecision ? sentence(code, 'decision', text, decisions) : sentence(code, 'record', text, records);
}
