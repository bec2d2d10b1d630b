import type { CatchUpInput } from '../drafts/catchUpInput';
import type { Instant, Period } from '../time/zone';

interface StartQuestion {
  readonly now: Instant;
  /** Of the reader's clock. */
  readonly today: Period;
  /** When the reader committed and wrote notes, in any order. */
  readonly commits: readonly Instant[];
  readonly notes: readonly Instant[];
  /** Where neither is known. */
  readonly otherwise: Instant;
}

/**
 * Where a catch-up begins: at the reader's last commit or note of a day before. One of this morning would leave out the
 * night before it; then the page says only the time.
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
