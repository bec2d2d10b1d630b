import { isLocalDate, type LocalDate, minutesOfDay } from './localDate';
import { clock, dates, eitherHalf, monthDay, type Reading, type TimePart } from './timePart';

/** Forms that are the same in all languages: clock times, ranges of hours, dates in digits. */
export const numericReadings: readonly Reading[] = [
  [
    /(\d{1,2})(?::([0-5]\d))? ?(?:([ap])\.?m\.?)? ?(?:-|–|to) ?(\d{1,2})(?::([0-5]\d))? ?([ap])(?:m\b|\.m\.?)/iy,
    readRange,
  ],
  [
    /([01]?\d|2[0-3])[:.]([0-5]\d) ?(?:-|–|to|bis|à) ?([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d:])/iy,
    ([, h1, m1, h2, m2]) => rangeOfDay(h1, m1, h2, m2),
  ],
  [
    /(?:between|zwischen|entre(?: las?)?) ([01]?\d|2[0-3]):([0-5]\d) (?:and|und|et|y(?: las?)?) ([01]?\d|2[0-3]):([0-5]\d)(?![\d:])(?! ?[ap]\.?m)/iy,
    ([, h1, m1, h2, m2]) => rangeOfDay(h1, m1, h2, m2),
  ],
  [
    /between (\d{1,2})(?::([0-5]\d))? ?(?:([ap])\.?m\.?)? and (\d{1,2})(?::([0-5]\d))? ?([ap])(?:m\b|\.m\.?)/iy,
    readRange,
  ],
  [/(\d{1,2})(?:[:.]([0-5]\d))? ?([ap])(?:m\b|\.m\.?)/iy, readTwelveHours],
  [
    /([01]?\d|2[0-3]):([0-5]\d)(?:(?<=\dT\d\d:\d\d):00)?(?![\d:])(?: ?(?:h|hrs?|hours|horas)\b)?/iy,
    ([, hours, minutes]) => clock(hoursOf(hours, minutes)),
  ],
  [/24:00(?![\d:])/y, () => clock(minutesOfDay)],
  // `18h`, `17h30`, `9 h 30`: a single digit without minutes is as often a length.
  [/([01]?\d|2[0-3]) ?h ?([0-5]\d)?(?![\p{L}\d])/iuy, readHourMark],
  [/([01]\d|2[0-3])([0-5]\d)(?: ?h(?:rs|ours)?\b)?(?![\d:.,%/-]\d|\d)/iy, ([, h, m]) => clock(minutesAt(h, m), true)],
  // `bis 20.11.`, `20.11. um 9 Uhr` is a day; `by 17.30.` an hour at the end of a sentence.
  [
    /(?<=(?<!\p{L})(?:bis|am|zum|den|dem|vom|ab|Mo|Di|Mi|Do|Fr|Sa|So)\.?,? )([0-3]?\d)\.([01]?\d)\.(?!\d)/uy,
    ([, date, month]) => dates([{ month: Number(month), day: Number(date) }], null),
  ],
  [
    /([01]?\d|2[0-3])\.([0-5]\d)(?![\d.,%]\d|\d|%|\.,? (?:um |\d))/y,
    ([, hours, minutes]) => clock(minutesAt(hours, minutes), true),
  ],
  [/(\d{4}-\d{2}-\d{2})(?:T(?=\d)|(?![\w-]))/y, ([, date = '']) => readIsoDate(date)],
  [/(\d{4})\/(\d{2})\/(\d{2})(?![\w/-])/y, ([, year, month, date]) => readIsoDate(`${year}-${month}-${date}`)],
  [/(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/y, readNumericDate],
  [
    /([0-3]?\d)\.([01]?\d)\.(?:(\d{4}|\d{2})(?!\d))?(?!\d)/y,
    ([, date, month, year]) => dates([{ month: Number(month), day: Number(date) }], yearOf(year)),
  ],
  // `Friday at 9`: the number is an hour only by the word before it.
  [
    /(?<=(?:(?:^|[^\p{L}])(?:at|um|gegen|around|à|vers|a las?)|@) )([01]?\d|2[0-4])(?![\p{L}\d%:/]|[.,]\d| ?(?:[ap]\.?m|%|\$|€|[kMG]?B\b|ms\b|percent|degrees))/iuy,
    ([, hour]) => clock(eitherHalf(Number(hour)), true),
  ],
];

/** `27th` without a month; after a weekday a bare number could be anything. */
export const ordinalReadings: readonly Reading[] = [
  [/(?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?! (?:of )?[a-z]{3,})/iy, ([, date]) => monthDay(date)],
  [/(?<=(?:am|den|zum|dem) )(\d{1,2})\.(?!\d)/iy, ([, date]) => monthDay(date)],
  [/(?<=\b(?:le|el|del|al|día) )(\d{1,2})(?=\s*(?:[.,;:!?)|]|$))/iy, ([, date]) => monthDay(date)],
];

function minutesAt(hours: string | undefined, minutes: string | undefined): number {
  return Number(hours) * 60 + Number(minutes ?? 0);
}

/** `5:00` means the afternoon as often as the morning; `05:00` and `9:00` do not. */
function hoursOf(hours = '', minutes = '0'): readonly number[] {
  return /^[1-6]$/.test(hours) ? eitherHalf(Number(hours), Number(minutes)) : [minutesAt(hours, minutes)];
}

/** `9:00-17:00`; `2:30-3:30` in either half of the day; `22:00-02:00` across midnight. */
function rangeOfDay(h1 = '', m1 = '', h2 = '', m2 = ''): TimePart | null {
  const [start, end] = [minutesAt(h1, m1), minutesAt(h2, m2)];
  const isShort = start < end && /^[1-6]$/.test(h1) && /^[1-7]$/.test(h2);
  if (isShort) return clock(hoursOf(h1, m1), false, end);
  return range(start, end < start && start >= minutesOfDay / 2 ? end + minutesOfDay : end);
}

function readTwelveHours([, hours, minutes, half]: RegExpExecArray): TimePart | null {
  const at = inHalf(Number(hours), minutes, half);
  return at === null ? null : clock(at);
}

function inHalf(hour: number, minutes: string | undefined, half: string | undefined): number | null {
  if (hour < 1 || hour > 12) return null;
  return ((hour % 12) + (half?.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(minutes ?? 0);
}

/**
 * `9-11am`, `11-1pm`: the first hour is in the same half as the second, or in the other where it would come after it.
 */
function readRange([, h1, m1, half, h2, m2, last]: RegExpExecArray): TimePart | null {
  const end = inHalf(Number(h2), m2, last);
  const same = inHalf(Number(h1), m1, half ?? last);
  const other = inHalf(Number(h1), m1, last?.toLowerCase() === 'p' ? 'a' : 'p');
  const start = half === undefined && same !== null && end !== null && same >= end ? other : same;
  return start === null || end === null ? null : range(start, end);
}

function range(start: number, end: number): TimePart | null {
  return start < end ? clock(start, false, end) : null;
}

function readHourMark([, hours = '', minutes]: RegExpExecArray): TimePart {
  return clock(minutesAt(hours, minutes), minutes === undefined && hours.length === 1);
}

function readIsoDate(date: LocalDate): TimePart | null {
  if (!isLocalDate(date)) return null;
  return dates([{ month: Number(date.slice(5, 7)), day: Number(date.slice(8)) }], Number(date.slice(0, 4)));
}

function readNumericDate([written, first, second, year]: RegExpExecArray): TimePart | null {
  const [a, b] = [Number(first), Number(second)];
  const both = [
    { month: b, day: a },
    { month: a, day: b },
  ];
  return dates(a === b ? both.slice(1) : both, yearOf(year), /^\d\/\d$/.test(written));
}

function yearOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  return Number(written.length === 2 ? `20${written}` : written);
}
