import { isTest, isUnread } from '../activity/fileKinds';
import { ancestors, basename, dirname, join } from '../files/paths';
import { isProsePath } from '../files/textPaths';
import type { Reference } from '../links/link';
import { isRstName } from '../links/rstNames';
import { anyRepository } from '../names/meantByPath';
import { ownerBefore } from '../names/owner';
import { isDecided } from '../records/record';
import { templateNameWords } from '../records/templateWords';
import type { CheckedFile } from './checkedFile';
import { inOneLink, linkAround } from './linkAround';
import { isBelowExamples, isMarkedGenerated, isSpecimen } from './madeUp';
import { isRangeEnd } from './range';
import type { Known } from './rule';

/** Folders of texts made up for a program or a learner. The records that they name need not exist. */
const examples =
  /(?:^|\/)(?:fixtures?|__fixtures__|testdata|test[-_]?data|examples?|samples?|demos?|goldens?|snapshots?|mocks?|(?:issue_|(?:pull|merge)_request_)?templates?|playground|corpus|corpora|evals?|benchmarks?|skills|prompts|\.\w+\/commands?)\//i;
/** Paths of texts about other times or other projects: their names were right on the day on which they were written. */
const dated =
  /(?:^|\/)(?:(?:change-?log|changes|history|news|release[-_]?notes?|releases|migration|blog|posts|archive)\b|v?\d{1,4}(?:\.\d{1,4}){1,3}[-_. ](?:release[-_. ]?)?notes?\b)/i;

/** Files that record one moment: a diff, a log of events, an agent's plan of a task, a migration of a database. */
const ofOneMoment =
  /\.(?:patch|diff|rej|log|out|trace|plan\.md)$|(?:^|[-_./])logs?\.(?:jsonl?|ndjson|ya?ml|csv|tsv|txt)$|(?:execution|migration|session|run)[-_]logs?\.md$|(?:^|\/)migrations\/.{1,120}\.(?:sql|py|rb|[jt]s|php|cs|exs?)$/i;

/** A day in the name of a file or folder: `gap-map-2026-02-20.json`, `2026-02-20-retro/votes.md`, `20260220-x.md`. */
const day = /(?<!\d)(?:19|20)\d\d([-_.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)/;

/**
 * Whether the references of a file have to resolve: not those of tests, examples, templates, files that a tool wrote
 * and texts about one day. A record with a date in its name is not such a text.
 */
export function isToHold({ path, records }: Pick<CheckedFile, 'path' | 'records'>): boolean {
  const isTemplate = [path, dirname(path)].some((one) => templateNameWords(basename(one).toLowerCase()) !== null);
  if (records.length === 0 && day.test(path)) return false;
  const isOfNow = !dated.test(path) && (records.length > 0 || !ofOneMoment.test(path));
  return !isTemplate && !isTest(path) && !isUnread(path) && !examples.test(path) && isOfNow;
}

/** The fewest lines of a listing. */
const leastLines = 20;
const endsInPath = /[^\s/]\/[^\s/]+\.\w{1,10}["']?$/;

/** Whether most lines of a text end in a path: a program's list of the files that it found in a folder. */
function isListing({ path, lines }: CheckedFile): boolean {
  if (!/\.(?:txt|lst|csv|tsv)$/i.test(path)) return false;
  const rows = lines.flatMap((line) => line.trimEnd() || []);
  return rows.length >= leastLines && rows.filter((row) => endsInPath.test(row)).length * 2 > rows.length;
}

/**
 * The references of a file that have to resolve, without those that are examples. Where the text of a link is a
 * reference as well, only the link's destination is kept.
 */
export function heldReferences(file: CheckedFile): readonly Reference[] {
  return file.once(toHold);
}

function toHold(file: CheckedFile): readonly Reference[] {
  if (!isToHold(file) || isListing(file) || isMarkedGenerated(file)) return [];
  return file.references.filter((reference, at) => {
    return (
      !file.isExample(reference.line) &&
      !isForm(reference) &&
      !isSpecimen(reference, file) &&
      !isMadeUp(reference, file) &&
      !isQuoted(reference, file) &&
      !isRangeEnd(reference, file.line(reference.line), [file.references[at - 1], file.references[at + 1]]) &&
      !isTextOf(reference, file.references[at + 1], file) &&
      !isLabel(reference, file) &&
      !isNameOfOther(reference, file)
    );
  });
}

/** Zeros, digits in a row, `NNNN-title`: a pattern that only shows what a reference looks like. */
function isForm({ text, number, resolution, stale }: Reference): boolean {
  if (resolution === 'resolved' && !stale) return false;
  return (
    /^(?:0+|12345?|1?234|123|4321|9{3,})$/.test(number ?? '') ||
    /xxx|nnn|<|\{|\.\.\.|(?:^|[-/_ ])(?:examples?|samples?|your|my|title|name|slug|foo|bar|some|another(?=-(?:adr|decision|record|rfc)\b)|x)(?!\w)/i.test(
      text,
    )
  );
}

const exampleHeading = /^(?:some )?examples?\b/i;
/** Earlier in the sentence that names a path: `For instance, pull request 12 is docs/adr/0012-….md`. */
const exampleBefore = /(?:\bfor (?:example|instance)|\be\.\s?g\.)(?:[^.;]|\.\w){0,160}$/i;
const exampleLine = /^[\s#/*;%>"'.-]{0,20}(?:e\.\s?g\.|for (?:example|instance)\b|examples?:)/i;

/**
 * Whether a reference is an example, as below a heading "Examples" or in a line that begins with "E.g.": its record
 * need not be here. A reference that resolves is none.
 */
function isMadeUp(reference: Reference, file: CheckedFile): boolean {
  const { form, line, resolution, stale } = reference;
  if (resolution === 'resolved' && !stale) return false;
  const isExample =
    exampleLine.test(file.line(line)) ||
    exampleHeading.test(file.headingAbove(line)) ||
    (form === 'path' && exampleBefore.test(headOf(reference, file)));
  return isExample || isUsage(reference, file) || isBelowExamples(reference, file);
}

/** Whether words before a reference, in its line or the one above, name an owner: `` `mail-engine` `docs/adr/0002-x.md` ``. */
export function isOwned(reference: Reference, file: CheckedFile): boolean {
  return ownerBefore(headOf(reference, file)) !== null;
}

/** What stands before a reference in its line; the line above where no word does. */
function headOf({ line, column }: Reference, file: CheckedFile): string {
  const before = file.line(line).slice(0, column - 1);
  return /[\p{L}\p{N}]/u.test(before) ? before : `${file.line(line - 1).trimEnd()} `;
}

/** Whether a path has an owner before it or begins with one: `mail-engine/docs/adr/…`, where no folder is called so. */
export function isPathOfOther(reference: Reference, file: CheckedFile, { files, world }: Known): boolean {
  if (reference.form !== 'path') return false;
  const first = /^(\w[\w.-]*)\/(?:docs?|adrs?)\//i.exec(reference.text)?.[1] ?? 'src';
  const isHere =
    anyRepository.test(first) ||
    world.remotes.some(({ repo }) => repo === first.toLowerCase()) ||
    [...ancestors(file.path)].some((folder) => files.hasDirectory(join(folder, first)));
  return !isHere || isOwned(reference, file);
}

/** How many lines above a line of a program are searched for `Usage:` or `Examples:`. */
const usageLines = 6;
const usage = /\b(?:examples?|usage)[ \t]{0,2}:\W{0,8}$/i;

/** Whether a reference is in a program, right below "Examples:": a person may type it, whatever became of the record. */
export function isUsage({ line }: Reference, file: CheckedFile): boolean {
  if (isProsePath(file.path)) return false;
  const above = file.lines.slice(Math.max(0, line - 1 - usageLines), line - 1);
  const block = above.slice(above.findLastIndex((text) => text.trim() === '') + 1);
  return block.some((text) => usage.test(text));
}

/**
 * `ADR-12` between the marks of code in a document: it shows how something is written. A path is often written so, and in
 * reStructuredText the name of a link.
 */
function isQuoted(reference: Reference, file: CheckedFile): boolean {
  const { form, line, column, length } = reference;
  if (form === 'path' || form === 'url' || !isProsePath(file.path) || isRstName(reference, file.path)) return false;
  const text = file.line(line);
  const before = text.slice(0, column - 1).split('`').length - 1;
  return before % 2 === 1 && text.indexOf('`', column - 1 + length) >= 0;
}

/** `ADR-12 (docs/adr/0012-….md)` and `[0012-….md](0012-….md)`: both halves are references that lead to the same. */
function isTextOf(reference: Reference, next: Reference | undefined, file: CheckedFile): boolean {
  if (next?.line !== reference.line || !isAddressOf(next, reference)) return false;
  return reference.form === 'id' || reference.text === next.text || inOneLink(reference, file).includes(next);
}

/** The same for the text of a link, which in some markup comes after the address: `xref:0012-….adoc[ADR-12]`. */
function isLabel(reference: Reference, file: CheckedFile): boolean {
  return reference.isLabel === true && inOneLink(reference, file).some((other) => isAddressOf(other, reference));
}

/** `[04-survey.md](../research/04-survey.md)`: the name is that file's, and here no path of its own. */
function isNameOfOther(reference: Reference, file: CheckedFile): boolean {
  const { form, text, target } = reference;
  if (form !== 'path' || text.includes('/')) return false;
  const href = linkAround(file, reference)?.href.split(/[?#]/, 1)[0] ?? '';
  return href.endsWith(`/${text}`) && !inOneLink(reference, file).some((other) => other.target === target);
}

function isAddressOf({ form, resolution, target, candidates }: Reference, reference: Reference): boolean {
  return (
    (form === 'path' || form === 'url') &&
    resolution === reference.resolution &&
    target === reference.target &&
    candidates[0] === reference.candidates[0]
  );
}

/** What a reference is called in a sentence. A number of a list gets the series in front. */
export function nameOfReference({ text, prefix }: Reference): string {
  return /^\d+$/.test(text) && prefix !== null ? `${prefix} ${text}` : text;
}

/** A decision, RFC or handoff tells how things were on its day; a runbook or guide tells how they are. */
export function isOfItsDay({ records }: CheckedFile): boolean {
  return records.some(({ kind }) => isDecided(kind) || kind === 'handoff');
}

/** The fewest records that a list of records cites. */
const leastListed = 5;

/** Whether the file lists records one by one, the retired ones too: an index, the navigation of a site. */
export function isCatalogue(file: CheckedFile): boolean {
  if (/^(?:mkdocs|sidebars?|_?toc|summary|_sidebar|nav|antora|\.pages)\b/i.test(basename(file.path))) return true;
  const cited = new Set(file.references.flatMap(({ target }) => target ?? []));
  return cited.size >= leastListed && (isProsePath(file.path) || /\.(?:ya?ml|json|toml)$/i.test(file.path));
}
