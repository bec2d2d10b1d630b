/** The call's words are off; the entry point adds how to call it and exits with 2. */
export class UsageError extends Error {}
