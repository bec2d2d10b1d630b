/** UTF-16 units; longer documents are not looked through (docs/security.md#r32). */
export const longestDocument = 1_000_000;
