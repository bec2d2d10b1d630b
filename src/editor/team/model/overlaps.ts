import { hasHours, type LocatedMember, type Member } from '../../../core/team/team';
import { hourMs } from '../../../core/time/durations';
import { type ClockWarning, clockWarning, nextOverlap } from '../../../core/time/overlap';
import type { Instant, Period } from '../../../core/time/zone';

/** A computed answer, and until when it holds. */
interface Kept<T> {
  readonly value: T;
  readonly until: Instant;
}

/**
 * When the person and others are at work at the same time. Answers are cached while they hold, since a view asks each
 * minute and each answer looks through a month of working days.
 */
export class Overlaps {
  private readonly times = new Map<Member, Kept<Period | null>>();
  private readonly shifts = new Map<Member, Kept<ClockWarning | null>>();

  constructor(readonly me: Member | null) {}

  /**
   * The next common time, or the present one. Null for the person themselves, where a zone is not known, and for none
   * soon.
   */
  next(member: Member, now: Instant): Period | null {
    const both = this.bothOf(member);
    if (!both) return null;
    return keep(this.times, member, now, () => {
      const value = nextOverlap(both, now);
      return { value, until: value?.end ?? now + hourMs };
    });
  }

  /**
   * How the common time differs this week or from the next one on, because clocks change on different dates; else null.
   */
  shift(member: Member, now: Instant): ClockWarning | null {
    const both = this.bothOf(member);
    if (!both) return null;
    return keep(this.shifts, member, now, () => ({
      value: clockWarning(both, now),
      until: now + hourMs,
    }));
  }

  private bothOf(member: Member): readonly [LocatedMember, LocatedMember] | null {
    const { me } = this;
    return me !== null && me !== member && hasHours(me) && hasHours(member) ? [me, member] : null;
  }
}

function keep<T>(kept: Map<Member, Kept<T>>, member: Member, now: Instant, work: () => Kept<T>): T {
  const known = kept.get(member);
  if (known && now < known.until) return known.value;
  const found = work();
  kept.set(member, found);
  return found.value;
}
