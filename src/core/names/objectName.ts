/** A whole hash of git's, SHA-1 or SHA-256, as a piece of a pattern. */
export const objectNamePattern = '(?:[0-9a-f]{40}|[0-9a-f]{64})';

/** All of a text is a whole hash: what may be given to git without being looked up first (docs/security.md#r15). */
export const objectName = new RegExp(`^${objectNamePattern}$`);
