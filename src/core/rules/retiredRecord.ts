import { isInside, segments } from '../files/paths';
import { isProsePath } from '../files/textPaths';
import type { Reference } from '../links/link';
import { homesOf } from '../names/nearness';
import { recordLabel, seriesOf } from '../names/series';
import { numberOfName, sameNumber } from '../names/spelling';
import type { FilePath } from '../ports';
import { kepTextOf } from '../records/read/kepMetadata';
import type { DocRecord } from '../records/record';
import { isRetired, livingSuccessors } from '../records/succession';
import type { CheckedFile } from './checkedFile';
import { spanOfReference } from './checkedFile';
import { heldReferences, isCatalogue, isOfItsDay, isUsage, nameOfReference } from './citing';
import { respell } from './respell';
import type { Rule } from './rule';
import { type Sentence, sentence } from './sentences';

const code = 'retired-record';

/** Words by which a line shows that it knows that the record is retired: it is about the past, or about the change. */
const aware =
  /supers|superc|replac|deprecat|obsolet|retire|reject|declin|withdr|abandon|former|previous|histor|legacy|origin|no longer|instead|used to|earlier|removed|migrat|amend|retract|revert|falsif|invalidat|\bold\b|\bwas\b|\bwere\b|ersetzt|veraltet|remplac|reempla/i;
/** How many lines above and below are searched for such words: a comment is wrapped. */
const nearby = 2;

/**
 * A reference to a record that is no longer in force, where a reader would take it to be. A line that says so itself, a
 * list of records and a document of one day (`isOfItsDay`) are left alone.
 */
export const retiredRecord: Rule = {
  code,
  severity: 'warning',
  *find(file, known) {
    if (isOfItsDay(file) || isCatalogue(file)) return;
    for (const reference of heldReferences(file)) {
      const record = reference.target === null ? undefined : known.record(reference.target);
      if (!record || !isRetired(record) || file.records.includes(record) || kepTextOf(file.path) === record.path)
        continue;
      const living = livingSuccessors(record, (path) => known.record(path));
      const succeeding = record.supersededBy.flatMap(({ path }) => path ?? []);
      if (knows(file, reference, living, succeeding) || isOfItself(record, file) || isIdentifier(reference, file))
        continue;
      if (isUsage(reference, file) || reference.beside?.owner !== undefined || isAfar(record, reference, file))
        continue;
      const [only, second] = living;
      const fix = only && !second ? respell(code, reference, only, file, known) : undefined;
      yield {
        span: spanOfReference(reference),
        sentence: saying(record, nameOfReference(reference), living),
        about: reference.text,
        // A rejected option is often cited as the reason for the code.
        ...(record.status === 'rejected' && { severity: 'info' as const }),
        ...(fix && { fix }),
      };
    }
  },
};

/**
 * Whether a program cites the number of a rejected record from outside of that record's package. Code is not built on
 * what was rejected, so the number is that of another repository, such as one for decisions.
 */
function isAfar({ status, path }: DocRecord, { form }: Reference, file: CheckedFile): boolean {
  if (status !== 'rejected' || form !== 'id' || isProsePath(file.path)) return false;
  return homesOf(path).every((home) => home !== '' && !isInside(file.path, home));
}

/** A page that is named after the record, itself or by a folder (`ADR-0008/README.md`): pictures, notes, data of it. */
function isOfItself(record: DocRecord, { path }: CheckedFile): boolean {
  const { id } = record;
  if (id === null || !isProsePath(path)) return false;
  return segments(path).some((name) => {
    const own = numberOfName(name);
    if (own === null || own.prefix === null || sameNumber(own.number) !== sameNumber(id)) return false;
    return seriesOf(record).includes(own.prefix);
  });
}

/** `test_adr_0012()`: an identifier, which need not be renamed because a record was retired. */
function isIdentifier({ form, text }: Reference, { path }: CheckedFile): boolean {
  return form === 'id' && /^[a-z]+_\d+$/.test(text) && !isProsePath(path);
}

function knows(
  file: CheckedFile,
  { line }: Reference,
  living: readonly DocRecord[],
  succeeding: readonly FilePath[],
): boolean {
  const around = file.lines.slice(Math.max(0, line - 1 - nearby), line + nearby).join('\n');
  if (aware.test(around)) return true;
  const successors = new Set([...living.map(({ path }) => path), ...succeeding]);
  return file.references.some(
    ({ target, line: other }) => target !== null && successors.has(target) && Math.abs(other - line) <= nearby,
  );
}

/** Words of a status by which the proposer took a record back, so that nobody rejected it. */
const withdrawn = /\b(?:withdr[ae]w|abandon|zur(?:ü|ue)ckgezogen)/i;

function saying({ status, statusText }: DocRecord, text: string, living: readonly DocRecord[]): Sentence {
  const names = living.map((record) => `${recordLabel(record) ?? record.path} (${record.title})`);
  const [only, second] = names;
  if (status === 'rejected') return sentence(code, withdrawn.test(statusText ?? '') ? 'withdrawn' : 'rejected', text);
  if (only === undefined) return sentence(code, status === 'deprecated' ? 'deprecated' : 'supersededByNone', text);
  if (second !== undefined) return sentence(code, 'supersededByMany', text, names.slice(0, 3).join(', '));
  return sentence(code, status === 'deprecated' ? 'deprecatedFor' : 'superseded', text, only);
}
