import type { Reading } from '../timePart';

/**
 * How one language writes times, and what the words beside a time say of it. Words are sources of patterns without case;
 * where nothing else is said they are whole words.
 */
export interface TimeLanguage {
  /** Parts of a time, tried in this order at one place. */
  readonly readings: readonly Reading[];
  readonly cues: DeadlineCues;
  readonly tense: TenseWords;
}

interface DeadlineCues {
  /** Right before a time: what is due, ends or happens then. */
  readonly before: readonly string[];
  /** Right before a time whose beginning counts, such as "before Friday". */
  readonly beforeStart: readonly string[];
  /** A time follows at a distance: "The deadline for comments is Friday". */
  readonly announced: readonly string[];
  /** Stands between a cue and its time: `due date: on the`. */
  readonly between: readonly string[];
  /** What a deadline without a cue may begin with. Beginnings of words. */
  readonly first: readonly string[];
}

interface TenseWords {
  /** Days as they are named where something happens again and again: "Fridays". */
  readonly weekdays: string;
  readonly recurring: readonly string[];
  /** Between days of a list: "Monday and Friday". */
  readonly and: readonly string[];
  /** Between the ends of a range: "Monday to Friday". */
  readonly to: readonly string[];
  /** The past, unless what is told is when something will be. */
  readonly past: readonly string[];
  /** What was done about a time that is still ahead: "moved to Friday". */
  readonly setForLater: readonly string[];
  readonly conditional: readonly string[];
  /** Tells the past after the time: as the verb of the sentence, or as an afterthought. */
  readonly pastAfter: readonly string[];
  /** Right before a time that is over: "since Friday". */
  readonly sinceBefore: readonly string[];
  /**
   * What tells around the time that it is over, though its words may also tell what is ahead: "moved it on Tuesday". U+0001
   * stands for the time.
   */
  readonly around: readonly string[];
  /** Before an "in two days" that tells a length. */
  readonly length: readonly string[];
  /** Asks a person for something. */
  readonly request: readonly string[];
  /** Tells what will be. */
  readonly announced: readonly string[];
}

/** Whole words of any of the languages, in any script. */
export function anyWord(sources: readonly string[], flags = 'iu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, flags);
}
