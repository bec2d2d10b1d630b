import { env, l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { Member } from '../../core/team/team';
import { joinParts } from '../../core/text/compareText';
import type { ClockWarning } from '../../core/time/overlap';
import type { Instant, Period, ZoneName } from '../../core/time/zone';
import { cityOf, dayWord, localTime } from '../host/clockWords';
import { visibleText } from '../host/visibleText';
import type { TeamRow, TeamState } from './model/teamModel';

const looks: Readonly<Record<TeamState, { readonly icon: string; readonly color: string | null }>> = {
  working: { icon: 'pass-filled', color: 'charts.green' },
  later: { icon: 'clock', color: null },
  away: { icon: 'calendar', color: 'disabledForeground' },
  unknown: { icon: 'question', color: null },
};

/** The name inside `$(…)`. */
export function stateIconName(state: TeamState): string {
  return looks[state].icon;
}

export function stateIcon(state: TeamState): ThemeIcon {
  const { icon, color } = looks[state];
  return new ThemeIcon(icon, color === null ? undefined : new ThemeColor(color));
}

export function stateName(state: TeamState): string {
  switch (state) {
    case 'working':
      return l10n.t('At work now');
    case 'later':
      return l10n.t('Next at work');
    case 'away':
      return l10n.t('Away');
    case 'unknown':
      return l10n.t('Hours not known');
  }
}

export function memberName({ member, isMe }: TeamRow): string {
  const name = visibleText(member.name, 60);
  return isMe ? l10n.t('{0} (you)', name) : name;
}

/** `17:42`; empty where the zone is not known. */
export function timeText({ zone }: Member, now: Instant): string {
  return zone === null ? '' : localTime(now, zone);
}

/** `Tokyo`, or that the team file has no zone. */
export function placeText({ zone }: Member): string {
  return zone === null ? l10n.t('no time zone in the team file') : cityOf(zone);
}

/** `17:42 Tokyo`. */
export function clockText(member: Member, now: Instant): string {
  return joinParts([timeText(member, now), placeText(member)], ' ');
}

/** When the state ends, in the reader's zone: `until 09:00 your time`, `from Mon 23 Nov 08:00 your time`. */
export function untilText({ state, until }: TeamRow, reader: ZoneName, now: Instant): string {
  if (until === null) return '';
  const time = localTime(until, reader);
  if (state === 'working') return l10n.t('until {0} your time', time);
  return l10n.t('from {0} {1} your time', dayWord(until, reader, now), time);
}

/** `both today 08:00–09:00`, in the reader's zone. */
export function togetherText({ start, end }: Period, reader: ZoneName, now: Instant): string {
  if (start <= now) return l10n.t('both until {0}', localTime(end, reader));
  return l10n.t('both {0} {1}–{2}', dayWord(start, reader, now), localTime(start, reader), localTime(end, reader));
}

/** `You and Kenji: today 08:00–09:00, 17:00–18:00 Tokyo`; first in the person's zone, then in the member's. */
export function overlapSentence(overlap: Period, member: Member, mine: ZoneName, now: Instant): string {
  const name = visibleText(member.name, 60);
  const theirs = member.zone ?? mine;
  const end = localTime(overlap.end, mine);
  const there = `${localTime(overlap.start, theirs)}–${localTime(overlap.end, theirs)} ${cityOf(theirs)}`;
  if (overlap.start <= now) {
    return l10n.t('You and {0}: now, until {1}, {2} {3}', name, end, localTime(overlap.end, theirs), cityOf(theirs));
  }
  const start = `${dayWord(overlap.start, mine, now)} ${localTime(overlap.start, mine)}`;
  return l10n.t('You and {0}: {1}–{2}, {3}', name, start, end, there);
}

/** A warning for the weeks between the clock changes of two zones, and for the week before. */
export function shiftSentence({ before, now, after, when }: ClockWarning, member: Member): string {
  if (when === 'next-week') {
    return l10n.t(
      'Clocks change apart next week: with {0} {1} then, in place of {2}.',
      visibleText(member.name, 60),
      durationText(now),
      durationText(before),
    );
  }
  return l10n.t(
    'Clocks change apart: with {0} {1} this week, {2} before and {3} after.',
    visibleText(member.name, 60),
    durationText(now),
    durationText(before),
    durationText(after),
  );
}

function durationText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  return rest === 0 ? l10n.t('{0} h', hours) : l10n.t('{0} h {1} min', hours, rest);
}

/**
 * `now 02:42 Sat, next at work Mon 09:00 (00:00 your time)`: the first times in the member's zone, the last in the
 * reader's.
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

/** The most members of an owner that are named; more are counted. */
const mostOfOwner = 3;

/**
 * `@payments · Kenji until 18:00, 09:00 for you; Priya from Mon 09:00, 04:30 for you`: those at work come first. For an
 * owner whom the team file does not know, only its name.
 */
export function ownerText(owner: string, rows: readonly TeamRow[], mine: ZoneName, now: Instant): string {
  const told = rows
    .toSorted((a, b) => Number(b.state === 'working') - Number(a.state === 'working'))
    .slice(0, mostOfOwner)
    .map((row) => joinParts([memberName(row), row.isMe ? '' : bothClocks(row, mine, now)], ' '));
  const more = rows.length > mostOfOwner ? [l10n.t('and {0} more', rows.length - mostOfOwner)] : [];
  return joinParts([visibleText(owner, 80), [...told, ...more].join('; ')], ' · ');
}

/**
 * `until 18:00, 09:00 for you`: when the state ends, in the member's zone, and in the reader's where the time differs.
 */
function bothClocks({ member, state, until }: TeamRow, mine: ZoneName, now: Instant): string {
  const { zone } = member;
  if (zone === null || until === null) return '';
  const theirs =
    state === 'working' ? localTime(until, zone) : `${dayWord(until, zone, now)} ${localTime(until, zone)}`;
  const own = joinParts([isSameDay(until, zone, mine) ? '' : weekday(until, mine), localTime(until, mine)], ' ');
  const isSame = localTime(until, zone) === own;
  if (state === 'working') return isSame ? l10n.t('until {0}', theirs) : l10n.t('until {0}, {1} for you', theirs, own);
  if (state === 'away')
    return isSame ? l10n.t('away until {0}', theirs) : l10n.t('away until {0}, {1} for you', theirs, own);
  return isSame ? l10n.t('from {0}', theirs) : l10n.t('from {0}, {1} for you', theirs, own);
}

function weekday(instant: Instant, zone: ZoneName): string {
  return new Intl.DateTimeFormat(env.language, { timeZone: zone, weekday: 'short' }).format(instant);
}

function isSameDay(instant: Instant, a: ZoneName, b: ZoneName): boolean {
  return weekday(instant, a) === weekday(instant, b);
}
