import type { Instant, Period } from '../time/zone';
import type { MergedPullRequest } from './forge';

/**
 * How work flows through the repository, never how much anybody does: nothing here is counted by person, and with fewer
 * than five cases there is no figure, since it would be about somebody.
 */
export interface OutcomeFigures {
  readonly period: Period;
  readonly merged: number;
  /**
   * From the first commit to the merge, half of the changes took less. DORA counts until it runs in production, which a
   * forge does not know. Null where there are too few.
   */
  readonly leadTime: Median | null;
  /** From "ready for review" until somebody else's first review. What was merged without one has none. */
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

export interface ChangeFailure {
  /** 0 to 1. */
  readonly share: number;
  readonly repairs: number;
  readonly changes: number;
}

export interface WeekOfFigures {
  readonly period: Period;
  readonly merged: number;
  readonly leadTime: Median | null;
  readonly reviewTurnaround: Median | null;
  readonly repairs: number;
}

const fewest = 5;
const weeks = 4;

const revertTitle = /^revert\b/i;
/** What is reverted a second time comes back: no repair, and no failure of its own. */
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

/**
 * @param pullRequests merged ones; those outside the period are left out
 * @param period both ends from the caller, who knows what a day is
 */
export function outcomeFigures(pullRequests: readonly MergedPullRequest[], period: Period): OutcomeFigures {
  const merged = within(pullRequests, period);
  const repairs = merged.filter(isRepair).length;
  const changes = merged.length - repairs;
  return {
    period,
    merged: merged.length,
    leadTime: median(leadTimes(merged)),
    reviewTurnaround: median(turnarounds(merged)),
    changeFailure: changes < fewest ? null : { share: Math.min(1, repairs / changes), repairs, changes },
    weeks: parts(period).map((part) => week(within(merged, part), part)),
  };
}

function week(merged: readonly MergedPullRequest[], period: Period): WeekOfFigures {
  return {
    period,
    merged: merged.length,
    leadTime: median(leadTimes(merged)),
    reviewTurnaround: median(turnarounds(merged)),
    repairs: merged.filter(isRepair).length,
  };
}

/** Four equal parts: a whole number of days would leave a rest. */
function parts({ start, end }: Period): readonly Period[] {
  const border = (index: number): Instant => start + Math.round(((end - start) * index) / weeks);
  return Array.from({ length: weeks }, (_, index) => ({ start: border(index), end: border(index + 1) }));
}

function within(pullRequests: readonly MergedPullRequest[], { start, end }: Period): readonly MergedPullRequest[] {
  return pullRequests.filter(({ merged }) => merged >= start && merged < end);
}

/** Bots wait for nobody and are not waited for: their updates would say how often a lock file changes. */
function leadTimes(merged: readonly MergedPullRequest[]): readonly number[] {
  return merged.flatMap(({ isByBot, firstCommit, merged: end }) =>
    isByBot || firstCommit === null || firstCommit > end ? [] : [end - firstCommit],
  );
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
