import type { Schedule } from '../team/team';
import { minuteMs } from './durations';
import {
  addDays,
  dateNumber,
  isLocalDate,
  type LocalDate,
  minutesOfDay,
  mondayOf,
  type Weekday,
  weekdayOf,
  weekdays,
} from './localDate';
import type { DayPart, DayWord, ZoneWord } from './timePart';
import type { TimePhrase } from './timePhrase';
import { everyInstantAt, type Instant, instantAt, wallClockAt, type ZoneName } from './zone';

export interface DeadlineContext {
  readonly now: Instant;
  readonly author: Pick<Schedule, 'zone' | 'hours' | 'days'>;
  /** The reader's zone; null where it is not known, and then fixes have the author's clock only. */
  readonly reader: ZoneName | null;
}

/** `start` after "before" and "until": work due before Monday is due when Monday's work begins. */
export type DayEdge = 'start' | 'end';

/** One reading of a phrase; `end` is null unless a range is written. */
export interface Meaning {
  readonly instant: Instant;
  readonly end: Instant | null;
}

/**
 * The instants that a phrase may mean, likeliest first, past ones too. The day and its end are the author's. Empty
 * where no instant can be told: the reader's zone is not known, the clocks skip the hour, a date is not on its weekday.
 */
export function meaningsOf(phrase: TimePhrase, edge: DayEdge, context: DeadlineContext): Meaning[] {
  const { now } = context;
  if (phrase.day?.kind === 'after') {
    const instant = Math.floor(now / minuteMs) * minuteMs + phrase.day.minutes * minuteMs;
    return phrase.time === null ? [{ instant, end: null }] : [];
  }
  const found = meaningsByClock(phrase, edge, context);
  const others = phrase.others.map((other) => {
    return new Set(meaningsByClock({ ...phrase, ...other }, edge, context).map(({ instant }) => instant));
  });
  // Two abbreviations in a row (`5pm PST/8pm EST`) belong to one region: only an instant that all of them allow counts.
  const agreed = found.filter(({ instant }) => others.every((instants) => instants.has(instant)));
  const different = [...new Map(agreed.map((meaning) => [meaning.instant, meaning])).values()];
  return phrase.others.length > 0 ? different.slice(0, 1) : different;
}

function meaningsByClock(phrase: TimePhrase, edge: DayEdge, context: DeadlineContext): Meaning[] {
  const length =
    phrase.time?.kind === 'clock' && phrase.time.until !== null
      ? phrase.time.until - (phrase.time.minutes[0] ?? 0)
      : null;
  return zonesOf(phrase.zone, context).flatMap((zone) => {
    const today = wallClockAt(zone, context.now).date;
    return datesOf(phrase.day, today, context).flatMap((date) =>
      minutesOf(phrase, edge, context).flatMap((minute) =>
        upcoming(phrase, zone, date, minute, context.now).map((instant) => {
          return { instant, end: length === null ? null : instant + length * minuteMs };
        }),
      ),
    );
  });
}

function zonesOf(zone: ZoneWord | null, { author, reader }: DeadlineContext): readonly ZoneName[] {
  if (zone === 'theirs') return reader === null ? [] : [reader];
  if (zone === 'others') return [];
  if (zone === null || typeof zone === 'string') return [author.zone];
  return 'place' in zone ? zone.place : zone;
}

/** A weekday or a time alone that has passed today means the next one. */
function upcoming(
  { day, time }: TimePhrase,
  zone: ZoneName,
  date: LocalDate,
  minute: number,
  now: Instant,
): readonly Instant[] {
  const on = (of: LocalDate) =>
    time?.kind === 'clock' ? everyInstantAt(zone, of, minute) : [instantAt(zone, of, minute)];
  const instants = on(date);
  // An hour that the clocks skip on that day is not moved to the next day.
  if (instants.length === 0) return [];
  const step = day === null ? 1 : day.kind === 'weekday' ? 7 : 0;
  return step === 0 || instants.some((instant) => instant > now) ? instants : on(addDays(date, step));
}

const noon = minutesOfDay / 2;
const hour = 60;

/** Minutes after midnight, likeliest first: an hour within the author's working hours goes before one of the night. */
function minutesOf({ day, time }: TimePhrase, edge: DayEdge, { author }: DeadlineContext): readonly number[] {
  const { start, end } = author.hours;
  if (time?.kind === 'clock') {
    const isWork = (minute: number) => Number(minute >= start && minute <= end);
    const isExact = time.minutes.includes(minutesOfDay);
    return isExact ? time.minutes : [...time.minutes].sort((a, b) => isWork(b) - isWork(a));
  }
  if (time?.kind === 'part') return [edgeOf(time.part, edge, author)];
  if (time?.kind === 'end-of-day') return [end];
  // Where the day itself is ambiguous, only its likelier hour is given.
  const isOneDay =
    day?.kind === 'relative' || (day?.kind === 'weekday' && !['next', 'after-next'].includes(day.which ?? ''));
  // Before the end of a week means before that end, not before a day begins.
  if (edge === 'start' && day?.kind !== 'month-end' && !(day?.kind === 'week' && day.end))
    return isOneDay ? [start, end] : [start];
  return isOneDay && day.kind === 'weekday' ? [end, start] : [end];
}

/** When a part of the day begins or ends for the author, whose working hours limit it. */
function edgeOf(part: DayPart, edge: DayEdge, { hours }: DeadlineContext['author']): number {
  const within = (minute: number, from: number, to: number) => Math.min(Math.max(minute, from), to);
  const [from, to] = {
    start: [within(hours.start, 6 * hour, noon), within(hours.start, 6 * hour, noon)],
    morning: [within(hours.start, 7 * hour, noon), noon],
    midday: [noon, noon + hour],
    afternoon: [noon, within(hours.end, noon + hour, 18 * hour)],
    evening: [18 * hour, 21 * hour],
    night: [20 * hour, minutesOfDay],
  }[part] as [number, number];
  return edge === 'start' ? from : to;
}

function datesOf(day: DayWord | null, today: LocalDate, context: DeadlineContext): readonly LocalDate[] {
  if (day === null) return [today];
  switch (day.kind) {
    case 'after':
    case 'loose':
      return [];
    case 'relative':
      return [addDays(today, day.days)];
    case 'week': {
      const [first, last] = workWeek(today, context.author.days);
      return (day.end ? [last] : [last, first]).map((date) => addDays(date, day.weeks * 7));
    }
    case 'month-end':
      return [addDays(monthsLater(today, day.months + 1), -1)];
    case 'weekday':
      return weekdaysOf(day, today);
    case 'dates': {
      const found = day.dates.flatMap((one) => nearestDate(one, day, today));
      return day.weekday === null ? found : found.filter((date) => weekdayOf(date) === day.weekday);
    }
  }
}

/** The first and last working day of the week of a day. A week begins after its longest run of days off. */
function workWeek(today: LocalDate, days: readonly Weekday[]): readonly [first: LocalDate, last: LocalDate] {
  const isWorking = weekdays.map((each) => days.includes(each));
  const freeBefore = weekdays.map((_, at) => {
    const free = weekdays.findIndex((_each, back) => isWorking[(at + 6 - back) % 7]);
    return isWorking[at] ? free : -1;
  });
  const longest = Math.max(...freeBefore);
  if (longest < 0) return workWeek(today, ['mon', 'tue', 'wed', 'thu', 'fri']);
  const first = freeBefore.indexOf(longest);
  const since = (weekdays.indexOf(weekdayOf(today)) - first + 7) % 7;
  const begin = addDays(today, -since);
  return [begin, addDays(begin, 6 - longest)];
}

function weekdaysOf({ weekday, which }: Extract<DayWord, { kind: 'weekday' }>, today: LocalDate): readonly LocalDate[] {
  const steps = (weekdays.indexOf(weekday) - weekdays.indexOf(weekdayOf(today)) + 7) % 7;
  const coming = addDays(today, steps);
  const ofNextWeek = addDays(mondayOf(today), 7 + weekdays.indexOf(weekday));
  switch (which) {
    case 'next':
      return [ofNextWeek, coming];
    case 'of-next-week':
      return [ofNextWeek];
    case 'week-later':
      return [addDays(coming, 7)];
    case 'after-next':
      return [addDays(coming, 7), addDays(coming, 14)];
    default:
      return [coming];
  }
}

/** The first day of the month that is `months` months later. */
function monthsLater(today: LocalDate, months: number): LocalDate {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + months;
  return writtenDate(Math.floor(month / 12), (month % 12) + 1, 1);
}

/**
 * A date without a year is the nearest one, and a day without a month the next one; a weekday beside it selects the
 * year.
 */
function nearestDate(
  { month, day }: { readonly month: number | null; readonly day: number },
  { year, weekday }: Extract<DayWord, { kind: 'dates' }>,
  today: LocalDate,
): readonly LocalDate[] {
  if (month === null) {
    const coming = [0, 1, 2].map((months) => `${monthsLater(today, months).slice(0, 8)}${twoDigits(day)}`);
    return coming.filter((date) => isLocalDate(date) && date >= today).slice(0, 1);
  }
  const thisYear = Number(today.slice(0, 4));
  const years = year === null ? [thisYear, thisYear + 1, thisYear - 1] : [year];
  const possible = years.map((of) => writtenDate(of, month, day)).filter(isLocalDate);
  const onWeekday = weekday === null ? possible : possible.filter((date) => weekdayOf(date) === weekday);
  const distance = (date: LocalDate) => Math.abs(dateNumber(date) - dateNumber(today));
  return [...onWeekday].sort((a, b) => distance(a) - distance(b)).slice(0, 1);
}

function writtenDate(year: number, month: number, day: number): LocalDate {
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
