import type { Pacer } from './ports';

/** How many files are read at the same time; more is no faster. */
const concurrency = 16;

/**
 * Runs `work` for each item, a few items at a time.
 * @param work returns undefined where there is nothing to do. Where it rejects, the whole call rejects
 * @returns how many items had their turn before the signal
 */
export async function fewAtOnce<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<void> | undefined,
  pacer: Pacer,
  signal: AbortSignal,
): Promise<number> {
  const batch: Promise<void>[] = [];
  let done = 0;
  for (const item of items) {
    if (signal.aborted) break;
    const begun = work(item);
    if (begun !== undefined) batch.push(begun);
    done++;
    if (batch.length === concurrency) await Promise.all(batch.splice(0));
    await pacer.breathe();
  }
  await Promise.all(batch);
  return done;
}
