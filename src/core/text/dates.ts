/** Months in the languages that records are written in, inflected as in a date. */
const months: readonly (readonly string[])[] = [
  'january januari januar jänner janvier enero janeiro gennaio stycznia styczeń',
  'february februari februar feber février fevrier febrero fevereiro febbraio lutego luty februarie',
  'march mars marzo março marzec marca maart märz maerz marts mart martie maret',
  'april aprile avril abril kwietnia kwiecień aprilie',
  'may mai maj maja mei mayo maio maggio',
  'june juni juin junio junho giugno czerwca czerwiec',
  'july juli juillet julio julho luglio lipca lipiec',
  'august augusti augustus août agosto sierpnia sierpień agustus agost',
  'september septembre septiembre setembro setiembre settembre września wrzesień setembre septembrie',
  'october oktober octobre octubre outubro ottobre października październik octombrie',
  'november novembre noviembre novembro listopada listopad listopadu',
  'december dezember desember décembre decembre diciembre dezembro dicembre grudnia grudzień desember desembre decembrie',
].map((names) => names.split(' '));
/** The first three letters of every month's name, for a quick test of whether a text names a month. */
const beginnings: readonly string[] = [...new Set(months.flat().map((name) => name.slice(0, 3)))];

/** `1st`, `2nd`, `1er`, `1.`, `1º`. */
const ordinal = '(?:st|nd|rd|th|er|\\.|\u00ba)?';
/** The name of a month, recognized by `monthOf`; no month of these languages is longer. */
const word = '(\\p{L}{3,12})\\.?';

type Groups = readonly (string | undefined)[];

/** Whether a numeric date has its day or its month first. */
export type DateOrder = 'day' | 'month';

/** A date as written. */
export interface WrittenDate {
  /** As much of the date as is certain, or the most common reading: see `dateIn`. */
  readonly date: string;
  /** For a numeric date that can be read in both orders: what each order gives. */
  readonly readings?: Readonly<Record<DateOrder, string>>;
  /** For a numeric date that is valid in one order only: that order. */
  readonly order?: DateOrder;
}

/** A way to write a day or a month. */
interface Form {
  readonly pattern: RegExp;
  readonly read: (groups: Groups) => string | WrittenDate | null;
  /** Whether the month is named. Such a pattern is costly, as it tries every letter of every script a dozen times. */
  readonly isNamed?: true;
}

/** Tried at every offset of a text; the first match from the left wins. */
const forms: readonly Form[] = [
  { pattern: /(?<![\d.])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, read: ([, y, m, d]) => isoOrSwapped(y, m, d) },
  { pattern: /(?<![\d.])(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?![\d])/, read: ([, y, , m, d]) => isoOrSwapped(y, m, d) },
  {
    pattern: /(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d|\.\d)/,
    read: ([, a, separator, b, y]) =>
      // With dots the day comes first.
      separator === '.' ? (iso(y, b, a) ?? iso(y, a, b)) : inOrder(iso(y, b, a), iso(y, a, b), (day) => day),
  },
  {
    // With two digits of the year and an unknown order only the year is certain.
    pattern: /(?<![\d./-])(\d{1,2})\/(\d{1,2})\/(\d{2})(?![\d/])/,
    read: ([, a, b, y]) => inOrder(iso(century(y), b, a), iso(century(y), a, b), (day) => day.slice(0, 4)),
  },
  { pattern: /(?<![\d./-])(\d\d)\.(\d\d)\.(\d\d)(?!\d|\.\d)/, read: ([, d, m, y]) => iso(century(y), m, d) },
  {
    isNamed: true,
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:-${word}-|[ ]${word}[ ]{1,2}['\u2019])(\\d{2})(?!\\d)`, 'u'),
    read: ([, d, dashed, m, y]) => iso(century(y), monthOf(dashed ?? m), d),
  },
  {
    isNamed: true,
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})${ordinal}[\\s-]{1,3}(?:of |de |d')?${word}[\\s,-]{1,3}(?:de |del )?(\\d{4})(?!\\d)`,
      'u',
    ),
    read: ([, d, m, y]) => iso(y, monthOf(m), d),
  },
  {
    isNamed: true,
    pattern: new RegExp(`(?<!\\p{L})${word}[\\s-]{1,3}(\\d{1,2})${ordinal}[\\s,-]{1,3}(\\d{4})(?!\\d)`, 'u'),
    read: ([, m, d, y]) => iso(y, monthOf(m), d),
  },
  {
    isNamed: true,
    pattern: new RegExp(`(?<![\\d.])(\\d{4})[\\s-]${word}[\\s-]{1,3}(\\d{1,2})(?!\\d)`, 'u'),
    read: ([, y, m, d]) => iso(y, monthOf(m), d),
  },
  {
    // Chinese, Japanese and Korean write a unit after each number.
    pattern: /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/,
    read: ([, y, m, d]) => iso(y, m, d),
  },
  {
    isNamed: true,
    pattern: new RegExp(`(?<!\\p{L})${word}[\\s,-]{1,3}(\\d{4})(?!\\d)`, 'u'),
    read: ([, m, y]) => isoMonth(y, monthOf(m)),
  },
  {
    isNamed: true,
    pattern: new RegExp(`(?<![\\d.-])(\\d{4})[\\s,]{1,2}${word}(?![\\s.,-]{1,3}\\d{1,2}(?!\\d))`, 'u'),
    read: ([, y, m]) => isoMonth(y, monthOf(m)),
  },
  { pattern: /(?<![\d.])(\d{4})-(\d{2})(?![\d-])/, read: ([, y, m]) => isoMonth(y, m) },
];

/** In UTF-16 units: only the beginning of a text is searched, since a date stands at the beginning of its field. */
const maxText = 300;

/**
 * The first date of a text as `YYYY-MM-DD`, or `YYYY-MM` where no day is written; null where there is none. A numeric
 * date has the day first, except where only the month can be first (`12/31/2024`). After a year the month is first,
 * except where it cannot be a month (`2023-13-10`). Of `10/04/18`, which has two readings, it is `2018`.
 */
export function dateIn(text: string): string | null {
  return writtenDateIn(text)?.date ?? null;
}

/** As `dateIn`, with the other readings. */
export function writtenDateIn(text: string): WrittenDate | null {
  const searched = text.slice(0, maxText);
  // Every form has a digit.
  if (!/\d/.test(searched)) return null;
  let best: { at: number; found: string | WrittenDate } | null = null;
  const hasMonth = namesMonth(searched);
  for (const { pattern, read, isNamed = false } of forms) {
    if (isNamed && !hasMonth) continue;
    const match = pattern.exec(searched);
    const found = match && read(match);
    if (match && found && (best === null || match.index < best.at)) best = { at: match.index, found };
    if (best?.at === 0) break;
  }
  return best && (typeof best.found === 'string' ? { date: best.found } : best.found);
}

/**
 * A numeric date with one reading or two; where there are two, `known` makes the date of the reading with the day
 * first.
 */
function inOrder(day: string | null, month: string | null, known: (day: string) => string): WrittenDate | null {
  if (day !== null && month !== null)
    return day === month ? { date: day } : { date: known(day), readings: { day, month } };
  if (day !== null) return { date: day, order: 'day' };
  return month === null ? null : { date: month, order: 'month' };
}

/** `18` is 2018, `98` is 1998. */
function century(year: string | undefined): string {
  return `${Number(year) < 70 ? 20 : 19}${year}`;
}

/**
 * The date at the beginning or end of a file's or folder's name: `2025-01-31-slug`, `20250131-slug`, `slug_20250131`,
 * and with a time `20250131142324-slug`.
 */
export function dateOfName(name: string): string | null {
  const dashed = /^(\d{4})[-_](\d{2})[-_](\d{2})(?!\d)/.exec(name);
  const solid = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?!\d)/.exec(name) ?? /[-_](\d{4})(\d{2})(\d{2})$/.exec(name);
  const found = dashed ?? solid;
  return found && iso(found[1], found[2], found[3]);
}

function namesMonth(text: string): boolean {
  const folded = text.toLowerCase();
  return beginnings.some((start) => folded.includes(start));
}

/** The month of a name or of its beginning. Longer words that only begin alike, `Decided` and `marked`, name none. */
function monthOf(name: string | undefined): string | undefined {
  const folded = name?.toLowerCase() ?? '';
  const index = folded.length < 3 ? -1 : months.findIndex((names) => names.some((full) => full.startsWith(folded)));
  return index < 0 ? undefined : String(index + 1);
}

function iso(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const m = Number(month);
  const d = Number(day);
  if (!isYear(year) || !(m >= 1 && m <= 12) || !(d >= 1 && d <= 31)) return null;
  // 31 April would roll over into May.
  if (d > 28 && new Date(Date.UTC(Number(year), m - 1, d)).getUTCMonth() !== m - 1) return null;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

function isoOrSwapped(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  return iso(year, month, day) ?? (Number(month) > 12 ? iso(year, day, month) : null);
}

function isoMonth(year: string | undefined, month: string | undefined): string | null {
  const m = Number(month);
  return isYear(year) && m >= 1 && m <= 12 ? `${year}-${String(m).padStart(2, '0')}` : null;
}

/** Other numbers are versions and quantities. */
function isYear(year: string | undefined): boolean {
  return Number(year) >= 1970 && Number(year) <= 2100;
}
