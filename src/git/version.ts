/** `[major, minor]`. */
export type GitVersion = readonly [number, number];

/**
 * The oldest git that is used: `--end-of-options` in `rev-parse` came with 2.30, `GIT_CONFIG_COUNT` and
 * `--diff-merges=first-parent` with 2.31 (March 2021). One floor instead of a switch for each feature.
 */
export const oldestGit: GitVersion = [2, 31];

/** Reads the answer of `git version`, wherever in it the line is: some wrappers print warnings first. */
export function parseVersion(output: string): GitVersion | undefined {
  const match = /^git version (\d{1,6})\.(\d{1,6})/m.exec(output);
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

export function isAtLeast(version: GitVersion, floor: GitVersion): boolean {
  return version[0] > floor[0] || (version[0] === floor[0] && version[1] >= floor[1]);
}
