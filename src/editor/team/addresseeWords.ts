import { env, l10n } from 'vscode';
import type { Instant, ZoneName } from '../../core/time/zone';
import { dayWord, localTime } from '../host/clockWords';
import type { TeamRow } from './model/teamModel';
import { stateIconName } from './teamWords';

export function memberIcon({ state }: TeamRow): string {
  return stateIconName(state);
}

/**
 * `now 02:42 Sat, next at work Mon 09:00 (00:00 your time)`: the first times on their clock, the last on the reader's.
 */
export function hoursText({ member, state, until }: TeamRow, mine: ZoneName, now: Instant): string {
  const { zone } = member;
  if (zone === null) return l10n.t('no time zone in the team file');
  const clock = `${localTime(now, zone)} ${weekday(now, zone)}`;
  if (until === null) return l10n.t('now {0}', clock);
  const theirs = `${dayWord(until, zone, now)} ${localTime(until, zone)}`;
  const own = `${isSameDay(until, zone, mine) ? '' : `${weekday(until, mine)} `}${localTime(until, mine)}`;
  const sentences = {
    working: l10n.t('now {0}, at work until {1} ({2} your time)', clock, localTime(until, zone), own),
    away: l10n.t('now {0}, away until {1} ({2} your time)', clock, theirs, own),
    later: l10n.t('now {0}, next at work {1} ({2} your time)', clock, theirs, own),
  };
  return state === 'unknown' ? '' : sentences[state];
}

function weekday(instant: Instant, zone: ZoneName): string {
  return new Intl.DateTimeFormat(env.language, { timeZone: zone, weekday: 'short' }).format(instant);
}

function isSameDay(instant: Instant, a: ZoneName, b: ZoneName): boolean {
  return weekday(instant, a) === weekday(instant, b);
}
