import { minuteMs } from '../../time/durations';
import { type Instant, instantAt, offsetAt } from '../../time/zone';

const clock = /(?<![\d:])(\d{1,2}):(\d{2})(?::\d{2})?(?:\.\d{1,9})?/;
const offset = /^\s{0,2}(?:Z\b|([+\u2212-])(\d{2}):?(\d{2})(?!\d))/;
const zoneName = /^[\s("'`]{0,4}((?:[A-Z][A-Za-z]{1,20}\/[A-Za-z_]{2,30}(?:\/[A-Za-z_]{2,30})?|UTC))(?![\w/])/;

/**
 * The instant of a deadline as a record writes it: `2026-12-04 17:00 Europe/London`, `2026-12-04T17:00Z`. Null without a
 * time, and where the zone is not known for certain: `17:00 EST` has several.
 * @param date the day that is written there
 */
export function deadlineInstant(value: string, date: string): Instant | null {
  const time = clock.exec(value);
  if (!time) return null;
  const minute = Number(time[1]) * 60 + Number(time[2]);
  if (minute > 24 * 60 || Number(time[2]) > 59) return null;
  const rest = value.slice(time.index + time[0].length);
  const ahead = offset.exec(rest);
  if (ahead) {
    const [, sign, hours = '0', minutes = '0'] = ahead;
    const shift = (Number(hours) * 60 + Number(minutes)) * (sign === '+' || sign === undefined ? 1 : -1);
    return instantAt('UTC', date, minute) - shift * minuteMs;
  }
  const zone = zoneName.exec(rest)?.[1];
  return zone === undefined || Number.isNaN(offsetAt(zone, 0)) ? null : instantAt(zone, date, minute);
}
