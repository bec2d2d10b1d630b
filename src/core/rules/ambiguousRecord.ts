import { stem } from '../files/paths';
import { isProsePath } from '../files/textPaths';
import type { Reference } from '../links/link';
import { significantWords, wordsInCommon } from '../names/likeness';
import { recordLabel } from '../names/series';
import { sameNumber } from '../names/spelling';
import type { FilePath } from '../ports';
import { type CheckedFile, spanOfReference } from './checkedFile';
import { heldReferences, isPathOfOther, nameOfReference } from './citing';
import { inOneLink, linkAround } from './linkAround';
import { isLinkedElsewhere } from './linkedElsewhere';
import type { Known, Rule } from './rule';
import { sentence } from './sentences';

const code = 'ambiguous-record';
const mostNamed = 3;

/** A reference that could mean several records, or a record whose title is not the one beside the number. */
export const ambiguousRecord: Rule = {
  code,
  severity: 'info',
  *find(file, known) {
    for (const reference of heldReferences(file)) {
      const { resolution, candidates, form, prefix, number } = reference;
      const text = nameOfReference(reference);
      const [first] = candidates;
      if (resolution !== 'ambiguous' || first === undefined) continue;
      if (isOwnTitle(reference, file) || isLinkedElsewhere(reference, file, known)) continue;
      if (aware.test(file.line(reference.line))) continue;
      if (isPathOfOther(reference, file, known) || isOfNewProject(reference, file)) continue;
      if (isDescription(reference, file, known) || isOfStaleLink(reference, file)) continue;
      // A file with that number that is no record may be what is meant.
      if (number !== null && form !== 'path' && known.series.hasOther(prefix ?? 'ADR', number, candidates)) continue;
      const named = candidates.slice(0, mostNamed).join(', ') + (candidates.length > mostNamed ? ', …' : '');
      const said =
        candidates.length === 1
          ? sentence(code, form === 'path' ? 'otherFile' : 'otherTitle', text, nameOf(first, known))
          : sentence(code, 'several', text, candidates.length, named);
      yield { span: spanOfReference(reference), sentence: said, about: text };
    }
  },
};

/** Words of a line that is about the numbers themselves, which several records have. */
const aware =
  /\bambigu(?:ous|ity)\b|\brenumber|\bsame numbers?\b|\bnumbers? (?:is |are |was |were )?(?:shared|reused|duplicated|taken twice|used twice)\b|\b(?:duplicated?|shared|colliding|clashing) (?:(?:adr|rfc|record|decision)s? )?(?:numbers?|ids?)\b|\bnumber(?:ing)? (?:collision|clash|conflict)/i;

/** `# ADR 0012: Ledger (part 2)`: a record's own number in its own title, whatever another record is called. */
function isOwnTitle({ line, number, candidates }: Reference, file: CheckedFile): boolean {
  const { record } = file;
  if (!record?.id || number === null || !candidates.includes(record.path)) return false;
  return sameNumber(record.id) === sameNumber(number) && file.titleSpan(record).startLine === line;
}

/** A path to record 1 under another slug, outside of a link: it tells what a new project begins with. */
function isOfNewProject(reference: Reference, file: CheckedFile): boolean {
  const { form, number, candidates } = reference;
  const isFirst = form === 'path' && number !== null && sameNumber(number) === '1' && candidates.length === 1;
  return isFirst && linkAround(file, reference) === null;
}

/** The only candidate of a number with another title behind it; null for any other reference. */
function otherTitled({ form, resolution, candidates, beside }: Reference): FilePath | null {
  const [only, ...others] = candidates;
  const isTitled = form === 'id' && resolution === 'ambiguous' && beside !== null && beside.wordsAre === 'title';
  return isTitled && others.length === 0 ? (only ?? null) : null;
}

/** The records whose headings this rule has to know. */
export function titledRecords(file: CheckedFile): readonly FilePath[] {
  return file.references.flatMap((reference) => otherTitled(reference) ?? []);
}

/**
 * `ADR-12: Ledger export` at the head of `ledger_export.ts`, or of a record with a section "The export of the ledger": what
 * the code or the line is about, and no title of a record.
 */
function isDescription(reference: Reference, file: CheckedFile, known: Known): boolean {
  const path = otherTitled(reference);
  if (path === null) return false;
  const words = significantWords(reference.beside?.words ?? '');
  if (!isProsePath(file.path) && wordsInCommon(words, onlyTitled(stem(file.path))) > 0) return true;
  const headings = known.anchorsOf(path)?.headings.values() ?? [];
  return [...headings].some((heading) => wordsInCommon(words, onlyTitled(heading)) > 1);
}

/** A number in the text of a link whose path is stale: the path has a finding of its own. */
function isOfStaleLink(reference: Reference, file: CheckedFile): boolean {
  return reference.isLabel === true && inOneLink(reference, file).some(({ form, stale }) => form === 'path' && stale);
}

/** A record of which only the title is known, as `wordsInCommon` takes it. */
function onlyTitled(title: string): Parameters<typeof wordsInCommon>[1] {
  return { title, path: '', people: [], decision: null };
}

function nameOf(path: FilePath, known: Known): string {
  const record = known.record(path);
  const label = record && recordLabel(record);
  return label ? `${label} (${path})` : path;
}
