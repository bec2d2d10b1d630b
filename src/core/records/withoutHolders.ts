import type { ParsedRecord } from './record';

/** Those to be counted: a file that holds several is none of them. */
export function withoutHolders<T extends Pick<ParsedRecord, 'path' | 'part'>>(records: readonly T[]): readonly T[] {
  const holders = new Set(records.flatMap(({ part }) => part?.file ?? []));
  return holders.size === 0 ? records : records.filter(({ path }) => !holders.has(path));
}
