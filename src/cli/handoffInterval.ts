import type { Interval } from '../core/activity/activity';
import { aWeekBefore, intervalFor } from '../core/activity/interval';
import type { HandoffNote } from '../core/handoffs/note';
import { continuation, isBy, toldTips, toldUntil } from '../core/handoffs/ownNotes';
import type { Instant, ZoneName } from '../core/time/zone';
import type { HandoffArguments } from './handoffArguments';
import type { Writer } from './handoffWriter';
import { timeArgument } from './timeArgument';
import { UsageError } from './usage';

export interface Continued {
  readonly interval: Interval;
  /** The writer's note before; a draft links to it, also where `--since` is given. */
  readonly previous: HandoffNote | null;
  /** Commits that it has told of, where the interval begins with it. */
  readonly told: readonly string[];
}

/**
 * What the draft tells about. A handoff without `--since` goes on from the writer's last one, a standup from their last
 * working day, a weekly update from the same day of the week before. Nothing is told of the time to come.
 * @throws UsageError
 */
export function handoffInterval(
  { since, until, to, format }: HandoffArguments,
  writer: Writer,
  notes: readonly HandoffNote[],
  zone: ZoneName,
  now: Instant,
): Continued {
  const end = until === null ? now : Math.min(timeArgument('until', until, zone), now);
  const start = since === null ? null : timeArgument('since', since, zone);
  if (start !== null && start >= end) throw new UsageError('the interval ends before it begins');
  const own = notes.filter((note) => isBy(note, writer.signatures));
  const { previous } = continuation(own, to, zone, end);
  const given = start ?? (format === 'weekly' ? aWeekBefore(end, zone) : undefined);
  const written = previous === null || format !== 'handoff' ? null : toldUntil(previous);
  const interval = intervalFor({
    now: end,
    zone,
    schedule: writer.scheduleIn(zone),
    previous: written === null ? null : { written },
    given: { start: given },
  });
  return { interval, previous, told: interval.from === 'handoff' ? toldTips(previous) : [] };
}
