import type { DocRecord } from '../records/record';
import { isRetired } from '../records/succession';
import type { LinkDetail, LinkReason } from './link';

/**
 * How strong a link is, from 0 to 1. Each reason has a band of its own, so that references beat scopes and scopes beat
 * mentions (docs/adr/0015); inside a band narrow beats wide. The steps follow what was measured of decisions that
 * really govern a file: 100 % of those that speak of 2 files or fewer, 94 % up to 5, 68 % up to 8, 49 % up to 10.
 */
const steps: readonly (readonly [files: number, share: number])[] = [
  [2, 1],
  [5, 0.9],
  [8, 0.6],
  [10, 0.35],
];

interface Band {
  readonly from: number;
  readonly to: number;
  /** Beyond the last step. */
  readonly wide: number;
}

const bands: Record<Exclude<LinkReason, 'reference' | 'words' | 'folder'>, Band> = {
  scope: { from: 0.68, to: 0.82, wide: 0.42 },
  mention: { from: 0.54, to: 0.66, wide: 0.36 },
  history: { from: 0.2, to: 0.3, wide: 0.1 },
};

/** Below every mention that is shown, in the order of the scores; 20 of 20 links with a score from 12 up were right. */
const words = { from: 0.5, to: 0.53 };
const leastWords = 3;
const surestWords = 12;

const nearby = 0.2;
/** A retired record comes after a living one of the same reason, and stays in its band. */
const retirement = 0.03;

/** How much a scope covers. */
export interface Width {
  readonly files: number;
  /** A named folder (`src/ledger/**`) that is not most of the repository. */
  readonly deliberate: boolean;
}

function inBand(band: Band, { files, deliberate }: Width): number {
  const share = steps.find(([limit]) => files <= limit)?.[1];
  if (share !== undefined) return band.from + (band.to - band.from) * share;
  return deliberate ? band.from : band.wide;
}

/** A citation that could mean several records is above any scope, as one of them is meant, unless they are too many. */
function ambiguousStrength(candidates: number): number {
  return candidates <= 5 ? 0.89 - 0.01 * candidates : candidates <= 10 ? 0.83 : nearby;
}

function living(detail: LinkDetail, deliberate: boolean): number {
  switch (detail.reason) {
    case 'reference':
      if (detail.ambiguous !== undefined) return ambiguousStrength(detail.ambiguous);
      return 0.9 + 0.02 * Math.min(detail.lines.length, 5);
    case 'scope':
      return inBand(bands.scope, { files: detail.files, deliberate });
    case 'mention':
      return detail.weak ? bands.mention.wide : inBand(bands.mention, { files: detail.files, deliberate: false });
    case 'words':
      return (
        words.from + (words.to - words.from) * Math.min(1, (detail.score - leastWords) / (surestWords - leastWords))
      );
    case 'history':
      return inBand(bands.history, { files: Math.max(0, 10 - detail.commits), deliberate: false });
    case 'folder':
      return nearby;
  }
}

/** @param deliberate see `Width`; only scopes have it */
export function strengthOf(detail: LinkDetail, record: Pick<DocRecord, 'status'>, deliberate = false): number {
  const strength = living(detail, deliberate) - (isRetired(record) ? retirement : 0);
  return Math.round(strength * 1000) / 1000;
}
