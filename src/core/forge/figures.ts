import { addDays } from '../time/localDate';
import { dayBounds, type Instant, type Period, wallClockAt, type ZoneName } from '../time/zone';
import type { MergedPullRequest, Shipments } from './forge';

/**
 * How work flows through the repository, never how much a person does: nothing here is counted by person, and with fewer
 * than five cases there is no figure, since it would be about one person.
 */
export interface OutcomeFigures {
  readonly period: Period;
  readonly merged: number;
  /** Null where there are too few. */
  readonly leadTime: LeadTime | null;
  /** From "ready for review" until the first review by another person. What was merged without one has none. */
  readonly reviewTurnaround: Median | null;
  /** The part of the changes that needed a revert or a hotfix after them. */
  readonly changeFailure: ChangeFailure | null;
  /** For a plot, the earliest first. */
  readonly weeks: readonly WeekOfFigures[];
}

export interface Median {
  readonly ms: number;
  readonly cases: number;
}

/**
 * The median time from the first commit of a change to its end. DORA counts until the change runs in production: the
 * end is that where the repository's deployments, or else its releases, tell it; otherwise it is the merge.
 */
export interface LeadTime extends Median {
  readonly end: LeadEnd;
}

export type LeadEnd = ShipmentKind | 'merge';

export interface ChangeFailure {
  /** 0 to 1. */
  readonly share: number;
  readonly repairs: number;
  readonly changes: number;
}

export interface WeekOfFigures {
  readonly period: Period;
  readonly merged: number;
  /** Measured to the same end as the lead time of the whole period. */
  readonly leadTime: Median | null;
  readonly reviewTurnaround: Median | null;
  readonly repairs: number;
}

const fewest = 5;
const leadEnds: readonly LeadEnd[] = ['deployment', 'release', 'merge'];

/**
 * @param pullRequests merged ones; those outside the period are left out
 * @param shipments what went out since the beginning of the period, or null where that is not known
 */
export function outcomeFigures(
  pullRequests: readonly MergedPullRequest[],
  { period, weeks }: FigurePeriod,
  shipments: Shipments | null,
): OutcomeFigures {
  const merged = within(pullRequests, period);
  const repairs = merged.filter(isRepair).length;
  const changes = merged.length - repairs;
  const ends = leadEnds.map((end) => ({ end, times: (of: typeof merged) => median(leadTimes(of, end, shipments)) }));
  const told = ends.find(({ times }) => times(merged) !== null);
  const whole = told?.times(merged);
  return {
    period,
    merged: merged.length,
    leadTime: told && whole ? { ...whole, end: told.end } : null,
    reviewTurnaround: median(turnarounds(merged)),
    changeFailure: changes < fewest ? null : { share: Math.min(1, repairs / changes), repairs, changes },
    weeks: weeks.map((week) => {
      const part = within(merged, week);
      return {
        period: week,
        merged: part.length,
        leadTime: told?.times(part) ?? null,
        reviewTurnaround: median(turnarounds(part)),
        repairs: part.filter(isRepair).length,
      };
    }),
  };
}

function within(pullRequests: readonly MergedPullRequest[], { start, end }: Period): readonly MergedPullRequest[] {
  return pullRequests.filter(({ merged }) => merged >= start && merged < end);
}

/**
 * Lead times without bots, which do not wait and are not waited for: theirs would say how often a lock file changes.
 */
function leadTimes(merged: readonly MergedPullRequest[], end: LeadEnd, shipments: Shipments | null): readonly number[] {
  const endOf = (change: MergedPullRequest): Instant | null =>
    end === 'merge' ? change.merged : shippedAt(change.merged, end, shipments);
  return merged.flatMap((change) => {
    const [first, last] = [change.firstCommit, endOf(change)];
    return change.isByBot || first === null || last === null || first > last ? [] : [last - first];
  });
}

function turnarounds(merged: readonly MergedPullRequest[]): readonly number[] {
  return merged.flatMap(({ isByBot, ready, firstReview }) =>
    isByBot || firstReview === null || firstReview < ready ? [] : [firstReview - ready],
  );
}

function median(values: readonly number[]): Median | null {
  if (values.length < fewest) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? 0;
  const high = sorted[Math.floor(middle)] ?? low;
  return { ms: (low + high) / 2, cases: values.length };
}

export interface FigurePeriod {
  readonly period: Period;
  /** Parts of the period for a plot, the earliest first. They are contiguous, and none splits a day. */
  readonly weeks: readonly Period[];
}

/** Days of a figure, today among them: as many as DORA's reports and GitHub's own insights look back. */
export const figureDays = 30;
/** How many days back each part begins. The last three are weeks, so that each has one weekend; the first has the rest. */
const beginnings = [figureDays - 1, 20, 13, 6];

/** The last 30 calendar days in a zone, until now. */
export function figurePeriod(zone: ZoneName, now: Instant): FigurePeriod {
  const { date } = wallClockAt(zone, now);
  const starts = beginnings.map((days) => dayBounds(zone, addDays(date, -days)).start);
  const weeks = starts.map((start, at) => ({ start, end: starts[at + 1] ?? now }));
  return { period: { start: starts[0] ?? now, end: now }, weeks };
}

type ShipmentKind = 'deployment' | 'release';

/**
 * When a merged change went out: at the first shipment after the merge whose commit is not older than the merge. Null
 * where it has not gone out yet, or where the list does not go back far enough to tell.
 */
function shippedAt(merged: Instant, kind: ShipmentKind, shipments: Shipments | null): Instant | null {
  const list = shipments?.[kind];
  if (!list || merged < list.from) return null;
  const after = list.all.filter(({ at, commit }) => at >= merged && commit >= merged).map(({ at }) => at);
  return after.length > 0 ? Math.min(...after) : null;
}

const revertTitle = /^revert\b/i;
/** A revert of a revert brings the change back: it is neither a repair nor a failure of its own. */
const relandTitle = /^(?:re-?land|re-?apply|revert\s+["“'`]?revert)\b/i;
const revertBody = /^\s*reverts\s+\S{0,200}#\d+/i;
const repairName = /(?:^|[/\s_-])hot-?fix(?:$|[/\s:_(!-])/i;

/** Whether a change exists to mend one that was merged: a revert or a hotfix, by its title, branch, label or first words. */
export function isRepair({
  title,
  body,
  head,
  labels,
}: Pick<MergedPullRequest, 'title' | 'body' | 'head' | 'labels'>): boolean {
  if (relandTitle.test(title)) return false;
  const isRevert = revertTitle.test(title) || /^revert-\d+-/i.test(head) || revertBody.test(body.slice(0, 400));
  return isRevert || [title, head, ...labels].some((name) => repairName.test(name));
}
