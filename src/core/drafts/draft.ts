/** A place that only a person can fill. */
export interface TabStop {
  /** UTF-16 offset and length in the text; what is there is the prompt or the first choice. */
  readonly offset: number;
  readonly length: number;
  /** What can be chosen, or null where anything can be typed. */
  readonly choices: readonly string[] | null;
}

/** Text that Meridian prepares and a person finishes. */
export interface Draft {
  /** Markdown, ends with one line feed. */
  readonly text: string;
  /** In the order in which they are to be visited. */
  readonly stops: readonly TabStop[];
}
