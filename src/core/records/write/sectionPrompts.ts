/** What a new record asks for in its usual sections. */
export const sectionPrompts = {
  context: 'what makes a decision necessary',
  decision: 'what we do, in one sentence, and why',
  consequences: 'what becomes easier, and what becomes harder',
} as const;
