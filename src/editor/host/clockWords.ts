import { env, l10n } from 'vscode';
import { dayMs } from '../../core/time/durations';
import type { Instant, ZoneName } from '../../core/time/zone';
import { DateWords } from './dateWords';

/** `17:42` on the clock of a zone, in 24 hours: an "8" without am or pm is ambiguous. */
export function localTime(instant: Instant, zone: ZoneName): string {
  return format(instant, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** `yesterday`, `today`, `tomorrow`, `Fri` within a week ahead, else `Fri 27 Nov`, as the calendar of the zone has it. */
export function dayWord(instant: Instant, zone: ZoneName, now: Instant): string {
  const days = dayNumber(instant, zone) - dayNumber(now, zone);
  if (days === 0) return l10n.t('today');
  if (days === 1) return l10n.t('tomorrow');
  if (days === -1) return l10n.t('yesterday');
  const isNear = days > 0 && days < 7;
  return format(instant, zone, { weekday: 'short', ...(!isNear && { day: 'numeric', month: 'short' }) });
}

/** `Buenos Aires` of `America/Argentina/Buenos_Aires`. */
export function cityOf(zone: ZoneName): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** The calendar day of an instant in a zone, counted from 1 January 1970. */
function dayNumber(instant: Instant, zone: ZoneName): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' });
  const values = new Map(parts.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(values.get('year') ?? 0, (values.get('month') ?? 1) - 1, values.get('day') ?? 1) / dayMs;
}

function format(instant: Instant, zone: ZoneName, options: Intl.DateTimeFormatOptions): string {
  return new DateWords(env.language, { ...options, timeZone: zone }).of(instant);
}
