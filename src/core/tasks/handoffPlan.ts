import type { Interval } from '../activity/activity';
import { aWeekBefore, intervalFor } from '../activity/interval';
import type { Addressee } from '../drafts/handoffInput';
import type { HandoffNote } from '../handoffs/note';
import { type Continuation, continuation, isBy, toldTips, toldUntil } from '../handoffs/ownNotes';
import type { Instant } from '../time/zone';
import type { Writer } from './writer';

export type DraftFormat = 'handoff' | 'standup' | 'weekly';

export interface PlanRequest {
  readonly format: DraftFormat;
  readonly writer: Writer;
  readonly to: Addressee;
  /** Handoffs of the folder, by any writer. */
  readonly notes: readonly HandoffNote[];
  /** The note that is redrafted; null for a new one. */
  readonly again: HandoffNote | null;
  /** Where the writer asks for the draft to begin; null for where the format begins. */
  readonly since: Instant | null;
  readonly until: Instant;
}

/** What a draft covers, and the note that it goes on from. */
export interface DraftPlan extends Continuation<HandoffNote> {
  readonly interval: Interval;
  /** Full hashes of the tips that `previous` reported; empty where the interval does not begin with it. */
  readonly reported: readonly string[];
}

/**
 * A handoff goes on from the writer's last one from before today (docs/adr/0009). A redrafted one begins where it
 * began, because it is not handed over yet. A standup begins with the writer's last working day, a weekly update with
 * the same day of the week before.
 */
export function planDraft(request: PlanRequest): DraftPlan {
  const { format, writer, notes, again, until } = request;
  const own = notes.filter((note) => isBy(note, writer.signatures) && note.path !== again?.path);
  const found = continuation(own, nameOf(request.to), writer.zone, until);
  const [previous, todays] = [found.previous, again ?? found.todays];
  const written = format === 'handoff' && previous !== null ? toldUntil(previous) : null;
  const interval = intervalFor({
    now: until,
    zone: writer.zone,
    schedule: writer.schedule,
    previous: written === null ? null : { written },
    given: { start: startOf(request, previous, todays) },
  });
  return { previous, todays, interval, reported: interval.from === 'handoff' ? toldTips(previous) : [] };
}

/** The addressee's name; null for whoever is next. */
export function nameOf(to: Addressee): string | null {
  if (to.kind === 'anybody') return null;
  return to.kind === 'team' ? to.name : to.person.name;
}

/** Where the draft has to begin; undefined where `intervalFor` finds that from the last note and the working hours. */
function startOf(
  { format, since, until, writer }: PlanRequest,
  previous: HandoffNote | null,
  todays: HandoffNote | null,
): Instant | undefined {
  if (since !== null) return since;
  if (format === 'weekly') return aWeekBefore(until, writer.zone);
  const began = todays?.covers?.start;
  return format === 'handoff' && previous === null && began !== undefined && began < until ? began : undefined;
}
