import type { FilePath } from '../ports';
import type { Change } from './copies';
import type { BranchFact, PatchFact, RepositoryFacts } from './facts';
import type { Places } from './places';

/** The most recent branches that are examined; where there are more, a program made them. */
const mostBranches = 50;
/** Few people add more commits than this to a branch of which a part landed. */
const mostBeginnings = 20;

/** A branch with commits that are not in the default branch by ancestry. */
export interface OpenBranch {
  readonly branch: BranchFact;
  /** The newest first. */
  readonly changes: readonly Change[];
  /** Each file that differs after these changes, with the last change of it. */
  readonly files: ReadonlyMap<FilePath, Change>;
}

export function openBranches(
  facts: RepositoryFacts,
  places: Places,
  changes: readonly Change[],
): readonly OpenBranch[] {
  const candidates = facts.branches.filter(({ tip }) => places.graph.get(tip) && !places.isInDefault(tip));
  return candidates.slice(0, mostBranches).flatMap((branch) => {
    const reach = places.openFrom(branch.tip);
    const steps = ({ commit }: Change) => reach.get(commit.hash) ?? 0;
    const open = changes
      .filter(({ commit }) => reach.has(commit.hash) && !places.isInDefault(commit.hash))
      .toSorted((a, b) => steps(a) - steps(b));
    return open.length === 0 ? [] : [{ branch, changes: open, files: netFiles(open) }];
  });
}

/**
 * The branch as it was before each of its newest commits, the longest first: one of these parts may have landed. Where
 * another branch was merged into it, a part has only the ancestors of its last commit.
 */
export function beginningsOf({ branch, changes }: OpenBranch, places: Places): readonly OpenBranch[] {
  return changes.slice(1, mostBeginnings).flatMap(({ commit }, at) => {
    const had = places.openFrom(commit.hash);
    const begun = changes.slice(at + 1).filter((change) => had.has(change.commit.hash));
    return withoutMerges(begun).length === 0
      ? []
      : [{ branch: { ...branch, tip: commit.hash }, changes: begun, files: netFiles(begun) }];
  });
}

/** The same without some of its commits. */
export function withoutSome(open: OpenBranch, isGone: (change: Change) => boolean): OpenBranch {
  const changes = open.changes.filter((change) => !isGone(change));
  return changes.length === open.changes.length ? open : { ...open, changes, files: netFiles(changes) };
}

/** Each file that differs after the commits, with the last change of it; without files that came and went in them. */
function netFiles(changes: readonly Change[]): ReadonlyMap<FilePath, Change> {
  const last = new Map<FilePath, Change>();
  const made = new Set<FilePath>();
  // The content of a merge is in the commits that it joins, and in those after it.
  for (const change of withoutMerges(changes).toReversed()) {
    for (const { path, status } of change.patch?.files ?? []) {
      if (status === 'added' && !last.has(path)) made.add(path);
      if (status === 'deleted' && made.has(path)) last.delete(path);
      else last.set(path, change);
    }
  }
  return last;
}

export function withoutMerges(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ commit }) => commit.parents.length < 2);
}

/** Whether a change touches all files of the branch, and maybe others. */
export function touchesAllOf({ patch }: Change, open: OpenBranch): boolean {
  const touched = new Set(patch?.files.map(({ path }) => path));
  const files = [...open.files.keys()];
  return files.length > 0 && files.every((path) => touched.has(path));
}

/** Each file of the branch with the content that the last of its commits left. */
export function contentsOf({ files }: OpenBranch): ReadonlyMap<FilePath, string | undefined> {
  return new Map([...files].map(([path, last]) => [path, last.patch?.contents?.get(path)]));
}

/** Whether a change left these files with these contents; false where a content is not known. */
export function leavesAs(
  patch: PatchFact | null | undefined,
  files: ReadonlyMap<FilePath, string | undefined>,
): boolean {
  return (
    files.size > 0 &&
    [...files].every(([path, content]) => content !== undefined && patch?.contents?.get(path) === content)
  );
}
