import { writeInBothClocks } from '../../time/writeClock';
import { forgeRows, isForgeWorkCut } from '../forgeWork';
import type { HandoffInput } from '../handoffInput';
import { upTo } from '../words';

const limits = { mine: 8, reviews: 5, threads: 5 } as const;

/** What the forge knows: whoever takes over sees what waits for whom. Empty where it was not asked, or knows nothing. */
export function pullRequests({ forge = [], forgeGaps = [], now, zone }: HandoffInput): string[] {
  const { mine, reviews, threads } = forgeRows(forge, now);
  const rows = [
    ...limited(mine, limits.mine),
    ...limited(reviews, limits.reviews).map((row) => `to review: ${row}`),
    ...limited(threads, limits.threads).map((row) => `to answer: ${row}`),
  ];
  const oldest = Math.min(...forge.map(({ asOf }) => asOf));
  const more = isForgeWorkCut(forge) ? ' There are more than were read.' : '';
  const found =
    rows.length === 0
      ? []
      : ['', `As of ${writeInBothClocks(oldest, zone, null, now)}.${more}`, '', ...rows.map((row) => `- ${row}`)];
  const gaps = forgeGaps.flatMap((gap) => ['', gap]);
  return rows.length + gaps.length === 0 ? [] : ['### Pull requests', ...found, ...gaps];
}

function limited(rows: readonly string[], limit: number): string[] {
  return upTo<string>(limit, rows, (more) => `and ${more} more`);
}
