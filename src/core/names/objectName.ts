/** A full object name of git, SHA-1 or SHA-256, as the source of a regular expression. */
export const objectNamePattern = '(?:[0-9a-f]{40}|[0-9a-f]{64})';

/** A text that is nothing but a full object name, which git may be given without a check (docs/security.md#r15). */
export const objectName = new RegExp(`^${objectNamePattern}$`);
