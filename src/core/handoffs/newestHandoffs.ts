import type { DocRecord } from '../records/record';
import { compareText } from '../text/compareText';

/** Older ones say nothing about where a draft begins, and nobody picks them up. */
const most = 200;

/** The handoffs among records, the newest first by their dates, at most 200. */
export function newestHandoffs(records: readonly DocRecord[]): readonly DocRecord[] {
  const handoffs = records.filter(({ kind }) => kind === 'handoff');
  return handoffs.sort((a, b) => compareText(b.date ?? '', a.date ?? '')).slice(0, most);
}
