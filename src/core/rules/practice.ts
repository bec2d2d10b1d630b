import { MultiMap } from '../multiMap';
import { mainSeries } from '../names/series';
import { homeOf } from '../names/spelling';
import type { DocRecord } from '../records/record';

/**
 * How things that are alike fare with a rule: the records of a folder, the links into one. Where several fail and none
 * satisfies it, they have a form of their own that is not read, or something makes them good that is not seen.
 */
export class Practice {
  private readonly held = new MultiMap<string, string>();
  private readonly failed = new MultiMap<string, string>();

  /** @param by what satisfies the rule or fails it, as a file does once for all its links */
  note(alike: string, by: string, holds: boolean): void {
    (holds ? this.held : this.failed).add(alike, by);
  }

  /** Whether none satisfies the rule and two or more fail it, so that nothing is a fault. */
  isUnread(alike: string): boolean {
    return !this.held.has(alike) && this.failed.count(alike) > 1;
  }

  /** Whether half of them fail or more. */
  isSplit(alike: string): boolean {
    return this.failed.count(alike) >= this.held.count(alike);
  }
}

/** The folder and series of a record. */
export function neighboursOf(record: DocRecord): string {
  return `${mainSeries(record) ?? ''} ${homeOf(record.path)}`;
}
