import { datedNumber, stemOf } from '../../names/spelling';
import type { FilePath } from '../../ports';
import { proposalSeries } from '../proposalSeries';

/** What a file's name (or the folder's, where the record is its README) says of the record. */
export interface NamedRecord {
  readonly id: string | null;
  /** In capitals: `ADR`, `ODH-ADR-XAI`. */
  readonly idPrefix: string | null;
  /** The rest of the name: `use-postgresql`. */
  readonly slug: string;
}

/** Series that need no capitals to be known as one. */
const series = `adrs?|ad|adl|ard|rfcs?|kep|prd|rfd|dr|tdr|mdr|edr|pdr|sdr|ddr|rep|tep|decision|proposal|record|dec|${proposalSeries.join('|')}`;
/** Two words at most around a series, so that `use-python-3-for-x` is no series; the second may end in a digit (`TIER1-001`). */
const withSeries = new RegExp(
  `^((?:[a-z]{1,12}[-_])?(?:${series})(?:[-_](?:[a-z]{1,11}\\d{1,2}(?=[-_]\\d)|[a-z]{1,12}))?)[-_. #]{0,2}(${datedNumber}|\\d{1,6}(?:(?:\\.\\d{1,2}|[a-z])(?=[-_ ]|$))?)(?![\\d])(?:[-_. :]{1,3}(.*))?$`,
  'is',
);
const capitals =
  /^((?:[A-Z][A-Z0-9]{1,11}-){0,3}(?:[A-Z][A-Z0-9]{0,10}[A-Z]|[A-Z][A-Z0-9]{1,11}(?=[-_]\d)))[-_]?(\d{1,6}(?:(?:\.\d{1,2}|[a-z])(?=[-_ ]|$))?)(?!\d)(?:[-_. :]{1,3}(.*))?$/s;
/** `cap-0021`, and no more. */
const smallSeries = /^([a-z]{3,5})-(\d{4})$/;
/** A decimal is padded: `1.2-x` is a version or a chapter. Some series begin anew each year: `2024-001-x`. */
const numbered = /^#?(0\d{1,5}\.\d{1,2}(?=[-_ ])|(?:19|20)\d\d-\d{3}|\d{1,6})(?!\d)(?:[-_. ]{1,3}(.*))?$/s;
/** `2024-05-06-slug`, `20240506-slug`, with the time `20240506142324-slug`, and `2024-05-slug`, `2024-05 Slug` or `202405-slug`. */
const dated =
  /^(?:\d{4}[-_]\d{2}[-_]\d{2}|(?:19|20)\d{6}(?:\d{4}(?:\d{2})?)?|(?:19|20)\d{2}-?(?:0[1-9]|1[0-2])(?=[- ]))(?!\d)[-_. ]{0,3}(.*)$/s;
/** `20240506-01-slug`: the first of that day, and both are what people cite. */
const numberedByDay = /^((?:19|20)\d\d(?:0[1-9]|1[0-2])\d\d-(?:0[1-9]|[12]\d))[-_](?=\p{L})(.+)$/su;
/** `2024-05-06_012-slug`: numbered as well, and the number is what people cite. */
const datedAndNumbered = /^\d{4}[-_]\d{2}[-_]\d{2}[-_](0\d{2,3}|[1-9]\d{2,4})[-_](.+)$/s;
const maxId = 120;

/** What a file name alone says; the slug is the whole stem where it has no number. */
export function namedRecord(path: FilePath): NamedRecord {
  const stem = stemOf(path);
  const inSeries = withSeries.exec(stem) ?? capitals.exec(stem) ?? smallSeries.exec(stem);
  if (inSeries) {
    const [, prefix = '', id = '', slug = ''] = inSeries;
    return { id, idPrefix: prefix.toUpperCase().replaceAll('_', '-'), slug: slug || stem };
  }
  const both = datedAndNumbered.exec(stem) ?? numberedByDay.exec(stem);
  if (both) return { id: both[1] ?? null, idPrefix: null, slug: both[2] ?? stem };
  const day = dated.exec(stem);
  if (day) return { id: stem.slice(0, maxId), idPrefix: null, slug: day[1] || stem };
  const number = numbered.exec(stem);
  if (number) return { id: number[1] ?? null, idPrefix: null, slug: number[2] || stem };
  return { id: null, idPrefix: null, slug: stem.replace(/^(?:adr|rfc)[x_-]{1,3}/i, '') || stem };
}

/** `use-postgresql_forLedger` as a heading would have it: `Use postgresql forLedger`. */
export function slugInWords(slug: string): string {
  const words = slug.replace(/[-_+\s]{1,100}/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
