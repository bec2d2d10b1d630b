/** Lengths and counts of what one record gives to surfaces; the rest is cut off without a word. */
export const recordLimits = {
  /** Texts that surfaces show in one place. */
  titleLength: 200,
  statusLength: 160,
  sentenceLength: 240,
  nameLength: 80,
  people: 50,
  tags: 50,
  relations: 50,
  scope: 100,
} as const;
