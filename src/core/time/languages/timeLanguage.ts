import type { Reading } from '../timePart';

/**
 * How one language writes times, and what words beside a time say of it. Words are sources of case-insensitive
 * patterns, and match whole words where nothing else is said.
 */
export interface TimeLanguage {
  /** Parts of a time, in the order in which they are tried at one offset. */
  readonly readings: readonly Reading[];
  readonly cues: DeadlineCues;
  readonly tense: TenseWords;
}

interface DeadlineCues {
  /** Right before a time at which something is due, ends or happens. */
  readonly before: readonly string[];
  /** Right before a time whose beginning counts, such as "before Friday". */
  readonly beforeStart: readonly string[];
  /** A time follows at a distance: "The deadline for comments is Friday". */
  readonly announced: readonly string[];
  /** Fillers between a cue and its time: `due date: on the`. */
  readonly between: readonly string[];
  /** Beginnings of words with which a deadline without a cue may begin. */
  readonly first: readonly string[];
}

interface TenseWords {
  /** Names of weekdays in the form for repeated events: "Fridays". */
  readonly weekdays: string;
  readonly recurring: readonly string[];
  /** Between days of a list: "Monday and Friday". */
  readonly and: readonly string[];
  /** Between the ends of a range: "Monday to Friday". */
  readonly to: readonly string[];
  /** Words of the past tense, unless the sentence tells when something will be. */
  readonly past: readonly string[];
  /** Verbs whose time is still ahead although they are in the past: "moved to Friday". */
  readonly setForLater: readonly string[];
  readonly conditional: readonly string[];
  /** Words of the past tense after the time: the verb of the sentence, or an afterthought. */
  readonly pastAfter: readonly string[];
  /** Right before a time that is over: "since Friday". */
  readonly sinceBefore: readonly string[];
  /** What keeps or tells something that is over: "the log from Friday 17:00". */
  readonly records: readonly string[];
  /**
   * Phrases around a time that is past, though some of their words may also be about the future: "moved it on Tuesday".
   * U+0001 stands for the time.
   */
  readonly around: readonly string[];
  /** Words before an "in two days" that is a length. */
  readonly length: readonly string[];
  /** Phrases that ask a person for something. */
  readonly request: readonly string[];
  /** Words about the future. */
  readonly announced: readonly string[];
}

/** A pattern for whole words, in any script. */
export function anyWord(sources: readonly string[], flags = 'iu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, flags);
}
