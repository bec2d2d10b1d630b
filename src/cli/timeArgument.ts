import { isLocalDate } from '../core/time/localDate';
import { dayBounds, type Instant, parseInstant, type ZoneName } from '../core/time/zone';
import { UsageError } from './usage';

export type TimeOption = 'since' | 'until';

/**
 * An instant, or a day of the zone's calendar: `--since` its first instant, `--until` the first one after it. Words
 * such as "yesterday" mean something else to everybody and are refused (docs/adr/0018).
 * @throws UsageError
 */
export function timeArgument(option: TimeOption, text: string, zone: ZoneName): Instant {
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  if (!isLocalDate(text)) {
    throw new UsageError(
      `--${option} "${text}" is no time; write an instant (2026-11-20T09:00:00Z) or a date (2026-11-20)`,
    );
  }
  const day = dayBounds(zone, text);
  return option === 'since' ? day.start : day.end;
}
