/** The most that one record gives to surfaces, in UTF-16 units and items; the rest is cut off silently. */
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
