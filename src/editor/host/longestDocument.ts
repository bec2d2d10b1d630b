/** UTF-16 units; longer documents are not scanned (docs/security.md#r32). */
export const longestDocument = 1_000_000;
