import { meantByNumber } from '../names/meantByNumber';
import { folderBeside, insideNamed } from '../names/namedFolder';
import type { NameLookup, World } from '../names/nameLookup';
import { seriesOfYear } from '../names/series';
import { sameNumber } from '../names/spelling';
import type { FilePath } from '../ports';
import type { RawReference } from './link';
import { ownNumber } from './ownTitle';
import { foreign, missing, type Outcome, outcomeOf } from './resolvePath';
import { keyOf } from './settledInFile';

/**
 * Numbers that a file links to in another repository, with the lines: `ADR 3` → [12]. A bare number near such a link
 * means that record (docs/adr/0015).
 */
export type ForeignNumbers = ReadonlyMap<string, readonly number[]>;

/** How many lines from such a link a bare number may mean its record. */
export const nearLines = 3;

/** `SDK-ADR` with a number where only `ADR` is a series here: the longer name says that it is another project's. */
function endsInSeries(prefix: string, names: NameLookup): boolean {
  const parts = prefix.split('-');
  return parts.slice(1).some((_, at) => names.hasSeries(parts.slice(at + 1).join('-')));
}

/**
 * Whether a number is a record's, wherever that record is: its series is one of those here, or `ADR`. A ticket or a
 * standard that links to another repository (`[ISO-8601](https://…)`) is no record.
 */
function isOfDecisions({ prefix, number }: RawReference, names: NameLookup): boolean {
  if (prefix === null || number === null) return false;
  if (prefix === 'RFC') return number.startsWith('0') || names.byNumber(prefix, number).length > 0;
  return names.hasSeries(prefix) || prefix.split('-').includes('ADR');
}

/** `ADR 2023`: with a blank before it a year is the edition of something else; the number of a record has a dash. */
function isEdition(text: string): boolean {
  return /\s(?:19|20)\d\d$/.test(text);
}

/** A day alone where records are numbered by day: it means all of that day, and none of them. */
function isDayOfSeries(prefix: string, number: string, names: NameLookup): boolean {
  return /^(?:19|20)\d{6}$/.test(number) && names.hasSeries(`${prefix}-${number.slice(0, 4)}`);
}

/** A document that is no record, a template of the series as a rule, may still have the number that it says. */
function isOwnNumber(number: string, from: FilePath): boolean {
  const own = ownNumber(from);
  return own !== null && sameNumber(own) === sameNumber(number);
}

/** The folder that the words beside a number may name, where several records have the number. */
export function folderOf({ form, prefix, number, text, lineText }: RawReference, names: NameLookup): string | null {
  if (form !== 'id' || prefix === null || number === null || lineText === undefined) return null;
  return names.byNumber(prefix, number).length > 1 ? folderBeside(lineText, text) : null;
}

export function resolveNumber(raw: RawReference, from: FilePath, world: World, elsewhere: ForeignNumbers): Outcome {
  const { prefix, number } = raw;
  if (prefix === null || number === null) return null;
  const lines = elsewhere.get(keyOf(prefix, number)) ?? [];
  if (lines.some((line) => Math.abs(line - raw.line) <= nearLines)) return foreign;
  const { names } = world;
  const ofYear = seriesOfYear(prefix, number);
  if (ofYear !== null && !names.hasSeries(ofYear)) return null;
  // One letter is a series only where the number is written as the record has it: `D-012`, not vitamin `D-3` or size `B-12`.
  if (prefix.length === 1 && !names.byNumber(prefix, number).some(({ id }) => id === number)) return null;
  const numbered = names.byNumber(prefix, number);
  const folder = folderOf(raw, names);
  const inFolder = folder === null ? [] : insideNamed(numbered, folder);
  const meant =
    inFolder.length > 0 && inFolder.length < numbered.length
      ? names.nearest(inFolder, from)
      : meantByNumber({ prefix, number, beside: raw.beside }, from, world);
  if (meant.kind === 'untold') return null;
  if (meant.kind === 'foreign') return isOfDecisions(raw, names) ? foreign : null;
  const found = outcomeOf(meant);
  // With another title than that of the record here, the number means the foreign record to which the file links.
  if (found) return lines.length === 0 || found.resolution === 'resolved' ? found : null;
  if (lines.length > 0) return foreign;
  if (!names.hasSeries(prefix)) return endsInSeries(prefix, names) ? foreign : null;
  // Without padding it is an IETF RFC (`RFC 6455`), which every code base cites, or an issue (`ADR #3946`); zeros only
  // are a template's, and a decimal or a letter behind it may be a section.
  const isAnother =
    !number.startsWith('0') &&
    (prefix === 'RFC' || /#\d+$/.test(raw.text) || isEdition(raw.text) || isDayOfSeries(prefix, number, names));
  return isAnother || isOwnNumber(number, from) || /^0+$|\.|[a-z]$|^(?!(?:19|20)\d{6}$)\d{6,}$/.test(number)
    ? null
    : missing;
}
