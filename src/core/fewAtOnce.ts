import type { Pacer } from './ports';

/** As many files are read at the same time; more does not get faster. */
const concurrency = 16;

/**
 * Does something with each item, a few of them at a time.
 * @param work undefined where nothing is to be done. Where it rejects, so does all of it
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
