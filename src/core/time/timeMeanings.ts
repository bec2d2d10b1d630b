import type { Schedule } from '../team/team';
import { addDays, isLocalDate, type LocalDate, mondayOf, weekdayOf, weekdays } from './localDate';
import type { TimePhrase } from './timePhrase';
import type { DayWord, ZoneWord } from './timeWords';
import { type Instant, instantAt, wallClockAt, type ZoneName } from './zone';

export interface DeadlineContext {
  readonly now: Instant;
  readonly author: Pick<Schedule, 'zone' | 'hours' | 'days'>;
  /** The zone of whom it is for, or null where that is not known: then it is written in the author's clock only. */
  readonly reader: ZoneName | null;
}

/** `start` after "before" and "until": what is due before Monday is due when Monday's work begins. */
export type DayEdge = 'start' | 'end';

/** The instants that a phrase may mean, likeliest first, none of them past. The day is the author's, and so is its end. */
export function meaningsOf(phrase: TimePhrase, edge: DayEdge, context: DeadlineContext): Instant[] {
  const instants = zonesOf(phrase.zone, context).flatMap((zone) => {
    const today = wallClockAt(zone, context.now).date;
    const days = datesOf(phrase.day, today, context);
    return days.flatMap((date) =>
      minutesOf(phrase, edge, context).map((minute) => ahead(phrase.day, zone, date, minute, context.now)),
    );
  });
  return [...new Set(instants)].filter((instant) => instant > context.now);
}

function zonesOf(zone: ZoneWord | null, { author, reader }: DeadlineContext): readonly ZoneName[] {
  if (zone === 'theirs') return [reader ?? author.zone];
  return zone === null || typeof zone === 'string' ? [author.zone] : zone;
}

/** A weekday or a time alone that is over today means the next one. */
function ahead(day: DayWord | null, zone: ZoneName, date: LocalDate, minute: number, now: Instant): Instant {
  const instant = instantAt(zone, date, minute);
  if (instant > now) return instant;
  const step = day === null ? 1 : day.kind === 'weekday' ? 7 : 0;
  return instantAt(zone, addDays(date, step), minute);
}

function minutesOf({ day, time }: TimePhrase, edge: DayEdge, { author }: DeadlineContext): number[] {
  if (typeof time === 'number') return [time];
  const { start, end } = author.hours;
  if (time === 'end-of-day') return [end];
  // Where the day itself is in question, its likelier hour is enough.
  const isOneDay = day?.kind === 'relative' || (day?.kind === 'weekday' && day.which !== 'next');
  if (edge === 'start') return isOneDay ? [start, end] : [start];
  return isOneDay && day.kind === 'weekday' ? [end, start] : [end];
}

function datesOf(day: DayWord | null, today: LocalDate, context: DeadlineContext): LocalDate[] {
  if (day === null) return [today];
  switch (day.kind) {
    case 'relative':
      return [addDays(today, day.days)];
    case 'week': {
      const working = weekdays.filter((each) => context.author.days.includes(each));
      const last = addDays(mondayOf(today), day.weeks * 7 + weekdays.indexOf(working.at(-1) ?? 'fri'));
      const first = addDays(mondayOf(today), day.weeks * 7 + weekdays.indexOf(working[0] ?? 'mon'));
      return day.end ? [last] : [last, first];
    }
    case 'weekday': {
      const steps = (weekdays.indexOf(day.weekday) - weekdays.indexOf(weekdayOf(today)) + 7) % 7;
      const coming = addDays(today, steps);
      const ofNextWeek = addDays(mondayOf(today), 7 + weekdays.indexOf(day.weekday));
      return day.which === 'next' ? [ofNextWeek, coming] : [coming];
    }
    case 'dates': {
      const thisYear = Number(today.slice(0, 4));
      return day.dates.flatMap(({ month, day: date }) => {
        const written = (year: number) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
        const year = day.year ?? (written(thisYear) < today ? thisYear + 1 : thisYear);
        return isLocalDate(written(year)) ? [written(year)] : [];
      });
    }
  }
}
