import { hasHours, type LocatedMember, type Member, type Team } from '../../../core/team/team';
import { dayMs } from '../../../core/time/durations';
import { isWorking, nextWorkingStart, workFrom } from '../../../core/time/workingHours';
import { type Instant, wallClockAt } from '../../../core/time/zone';

/** `later`: neither at work nor away. `unknown`: the team file has no zone, or no hours that are understood. */
export type TeamState = 'working' | 'later' | 'away' | 'unknown';

/** The groups of the view, in their order. */
const teamStates: readonly TeamState[] = ['working', 'later', 'away', 'unknown'];

export interface TeamRow {
  readonly member: Member;
  readonly isMe: boolean;
  readonly state: TeamState;
  /** When the state ends: the next break of their hours within a day, or when they next begin; null where not known. */
  readonly until: Instant | null;
}

export interface TeamGroupRows {
  readonly state: TeamState;
  readonly rows: readonly TeamRow[];
}

/**
 * The members grouped by what they are doing at the instant, without empty groups. In each group, those whose state
 * changes first come first.
 */
export function teamGroups(team: Team, me: Member | null, now: Instant): readonly TeamGroupRows[] {
  const rows = team.members.map((member) => teamRow(member, member === me, now));
  return teamStates
    .map((state) => ({ state, rows: rows.filter((row) => row.state === state).sort(byChange) }))
    .filter((group) => group.rows.length > 0);
}

/** One member and what they are doing at the instant. */
export function teamRow(member: Member, isMe: boolean, now: Instant): TeamRow {
  return { member, isMe, ...(hasHours(member) ? stateOf(member, now) : { state: 'unknown', until: null }) };
}

function stateOf(member: LocatedMember, now: Instant): Pick<TeamRow, 'state' | 'until'> {
  if (isWorking(member, now)) {
    const end = workFrom(member, now)?.end ?? null;
    // The view tells the end of working hours without its day.
    return { state: 'working', until: end !== null && end - now <= dayMs ? end : null };
  }
  const today = wallClockAt(member.zone, now).date;
  const isAway = member.away.some(({ from, to }) => from <= today && today <= to);
  return { state: isAway ? 'away' : 'later', until: nextWorkingStart(member, now) };
}

function byChange(a: TeamRow, b: TeamRow): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (a.until ?? last) - (b.until ?? last) || a.member.name.localeCompare(b.member.name);
}
