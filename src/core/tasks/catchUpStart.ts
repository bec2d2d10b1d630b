import type { CatchUpInput } from '../drafts/catchUpInput';
import type { Instant, Period } from '../time/zone';

interface StartQuestion {
  readonly now: Instant;
  /** The current day on the reader's clock. */
  readonly today: Period;
  /** When the reader committed and wrote notes, in any order. */
  readonly commits: readonly Instant[];
  readonly notes: readonly Instant[];
  /** Where the catch-up begins if neither is known. */
  readonly otherwise: Instant;
}

/**
 * Where a catch-up begins: at the reader's last commit or note from before today, because one of this morning would
 * leave out the night before it. Where there is one of today, too, the page gives only the time (`given`).
 */
export function catchUpStart({ now, today, commits, notes, otherwise }: StartQuestion): CatchUpInput['since'] {
  const done = [
    ...commits.map((instant) => ({ instant, from: 'commit' as const })),
    ...notes.map((instant) => ({ instant, from: 'handoff' as const })),
  ].filter(({ instant }) => instant <= now);
  const before = done.filter(({ instant }) => instant < today.start).sort((a, b) => b.instant - a.instant)[0];
  if (!before) return { instant: otherwise, from: 'given' };
  return done.some(({ instant }) => instant >= today.start) ? { instant: before.instant, from: 'given' } : before;
}
