import type { Schedule } from '../team/team';
import type { Instant, ZoneName } from './zone';

/**
 * `no-zone`: a time of day without a zone. `abbreviation`: `17:00 EST`, which several zones use. `end-of-day`: EOD,
 * COB, whose end is not said. `no-time`: a day without a time, or "tomorrow", that begins elsewhere at another hour.
 * `vague`: "next week". `date-order`: `03/04` is March or April.
 */
export type DeadlineCode = 'no-zone' | 'abbreviation' | 'end-of-day' | 'no-time' | 'vague' | 'date-order';

/** One way to read it; the first is the most likely. */
export interface DeadlineFix {
  readonly instant: Instant;
  /** What to write in its place, in both clocks: `Fri 27 Nov 17:00 Europe/London (02:00 Sat Asia/Tokyo)`. */
  readonly text: string;
}

export interface Deadline {
  readonly code: DeadlineCode;
  /** Of the words that are not clear, in UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly length: number;
  /** Empty where there is no way to tell what is meant. */
  readonly fixes: readonly DeadlineFix[];
}

export interface DeadlineContext {
  readonly now: Instant;
  readonly author: Pick<Schedule, 'zone' | 'hours' | 'days'>;
  /** The zone of whom it is for, or null where that is not known: then it is written in the author's clock only. */
  readonly reader: ZoneName | null;
}

/** The deadlines of a Markdown text that people elsewhere cannot tell the instant of, in order of place. */
export function findDeadlines(_text: string, _context: DeadlineContext): Deadline[] {
  return [];
}
