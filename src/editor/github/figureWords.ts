import { env, l10n } from 'vscode';
import type { LeadEnd, OutcomeFigures } from '../../core/forge/figures';
import { dayMs, hourMs, minuteMs } from '../../core/time/durations';
import type { Period } from '../../core/time/zone';
import { DateWords } from '../host/dateWords';
import type { FigureRow, FigureWeek } from './model/figureRows';

interface FigureWords {
  readonly name: string;
  /** How the figure is counted. */
  readonly meaning: string;
}

export function figureWords({ key, end }: FigureRow): FigureWords {
  switch (key) {
    case 'lead-time':
      return {
        name: l10n.t('Lead time for changes'),
        meaning: [leadMeanings[end ?? 'merge'](), l10n.t('Half of the changes took less. Bots are left out.')].join(
          ' ',
        ),
      };
    case 'review-turnaround':
      return {
        name: l10n.t('Review turnaround'),
        meaning: l10n.t(
          'From being ready for review to the first review by somebody else; half of the reviews came sooner. What was merged without one is left out.',
        ),
      };
    case 'change-failure':
      return {
        name: l10n.t('Changes that needed repair'),
        meaning: l10n.t('Reverts and hotfixes for each hundred other changes, by their titles, branches and labels.'),
      };
  }
}

const leadMeanings: Readonly<Record<LeadEnd, () => string>> = {
  deployment: () =>
    l10n.t('From the first commit to the first deployment to production after the merge, where there was one.'),
  release: () => l10n.t('From the first commit to the first release after the merge, where there was one.'),
  merge: () =>
    l10n.t(
      'From the first commit to the merge: GitHub knows of too few releases and deployments to production to count until then.',
    ),
};

const leadEnds: Readonly<Record<LeadEnd, () => string>> = {
  deployment: () => l10n.t('Lead time ends in production.'),
  release: () => l10n.t('Lead time ends with the release.'),
  merge: () => l10n.t('Lead time ends with the merge.'),
};

/** The event that ends the lead time in this repository. */
export function leadEndSentence({ leadTime }: OutcomeFigures): string {
  return leadTime === null ? '' : leadEnds[leadTime.end]();
}

/** `2.3 days`, `9%`, or a remark that there are too few cases. */
export function figureText({ key, value, cases }: FigureRow): string {
  if (value === null) return l10n.t('too few to tell ({0})', cases);
  return key === 'change-failure' ? percentText(value) : durationText(value);
}

export function weekText({ row, value, merged }: FigureWeek): string {
  if (merged === 0) return l10n.t('nothing merged');
  if (value === null) return l10n.t('too few to tell ({0})', merged);
  if (row === 'change-failure') return value === 1 ? l10n.t('1 repair') : l10n.t('{0} repairs', value);
  return durationText(value);
}

/** `26 Oct – 1 Nov`, on this machine's clock. */
export function periodText({ start, end }: Period): string {
  return new DateWords(env.language, { day: 'numeric', month: 'short' }).between(start, end - 1);
}

function percentText(share: number): string {
  return new Intl.NumberFormat(env.language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** The vertical axis of a figure's plot. */
export interface FigureAxis {
  /** `days`, `repairs`. */
  readonly unit: string;
  /** One unit of the axis, in the unit of the figure's values. */
  readonly size: number;
  /** Whether the values are counts, so that the axis has no fractions. */
  readonly whole: boolean;
}

/** @param highest of the values that are plotted: it decides the unit for all of them */
export function axisOf(key: FigureRow['key'], highest: number): FigureAxis {
  if (key === 'change-failure') return { unit: l10n.t('repairs'), size: 1, whole: true };
  const { unit, size } = unitOf(highest);
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
  const parts = new Intl.NumberFormat(env.language, style).formatToParts(5);
  return { unit: parts.find(({ type }) => type === 'unit')?.value ?? unit, size, whole: false };
}

/** The largest unit in which the time is 2 or more; else minutes. */
function unitOf(ms: number): { readonly unit: 'day' | 'hour' | 'minute'; readonly size: number } {
  if (ms >= 48 * hourMs) return { unit: 'day', size: dayMs };
  return ms >= 2 * hourMs ? { unit: 'hour', size: hourMs } : { unit: 'minute', size: minuteMs };
}

function durationText(ms: number): string {
  const { unit, size } = unitOf(ms);
  const number = ms / size;
  const maximumFractionDigits = number < 10 && unit !== 'minute' ? 1 : 0;
  const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits } as const;
  return new Intl.NumberFormat(env.language, style).format(number);
}
