import type { LeadEnd, OutcomeFigures, WeekOfFigures } from '../../../core/forge/figures';
import type { Period } from '../../../core/time/zone';

/** A figure of a period and of its weeks; null where there are too few cases for one. */
export interface FigureRow {
  readonly key: 'lead-time' | 'review-turnaround' | 'change-failure';
  /** Milliseconds, or a share from 0 to 1. */
  readonly value: number | null;
  /** How many changes the figure is made of. */
  readonly cases: number;
  /** The event that a time is counted to, where that differs between repositories. */
  readonly end: LeadEnd | null;
  readonly weeks: readonly FigureWeek[];
}

export interface FigureWeek {
  readonly row: FigureRow['key'];
  readonly period: Period;
  /** For change failure the number of repairs in the week, since a week has too few changes for a share. */
  readonly value: number | null;
  readonly merged: number;
}

export function figureRows({ leadTime, reviewTurnaround, changeFailure, merged, weeks }: OutcomeFigures): FigureRow[] {
  const weeksOf = (row: FigureRow['key'], value: (week: WeekOfFigures) => number | null): FigureWeek[] =>
    weeks.map((week) => ({ row, period: week.period, value: value(week), merged: week.merged }));
  return [
    {
      key: 'lead-time',
      value: leadTime?.ms ?? null,
      cases: leadTime?.cases ?? merged,
      end: leadTime?.end ?? null,
      weeks: weeksOf('lead-time', (week) => week.leadTime?.ms ?? null),
    },
    {
      key: 'review-turnaround',
      value: reviewTurnaround?.ms ?? null,
      cases: reviewTurnaround?.cases ?? merged,
      end: null,
      weeks: weeksOf('review-turnaround', (week) => week.reviewTurnaround?.ms ?? null),
    },
    {
      key: 'change-failure',
      value: changeFailure?.share ?? null,
      cases: changeFailure?.changes ?? merged,
      end: null,
      weeks: weeksOf('change-failure', ({ repairs, merged: all }) => (all === 0 ? null : repairs)),
    },
  ];
}
