/** What a remote calls the branch that git calls `origin/fix` here: `fix`. */
export function trackedName(tracking: string): string {
  return tracking.slice(tracking.indexOf('/') + 1);
}
