/** The key of a project in Jira and those that are like it: `LED` of `LED-42`. */
export const projectKey = '[A-Z][A-Z0-9_]{1,9}';

/** `LED-42`. Jira's numbers do not begin with 0, those of records do. */
export const ticketKey = `${projectKey}-[1-9]\\d{0,6}`;
