import type { Change } from './copies';
import type { BranchFact, CommitFact, PatchFact, RepositoryFacts } from './facts';
import type { Places } from './places';

/** Where a commit of a branch arrived: as part of one commit of the default branch. */
export interface Arrival {
  readonly hash: string;
  readonly branch: string;
  /** Of the commit of the default branch: the title of the pull request. */
  readonly subject: string;
}

/** `ActivitySource.rangePatch` for one repository. */
export type RangePatch = (base: string, tip: string) => Promise<PatchFact | null>;

/** Each costs a call of git, and few branches are squashed in a day. */
const mostComparisons = 3;

/** Of the most recent branches; somebody with more of them has made them by a program. */
const mostBranches = 50;

/** A branch with work that the default branch does not have by name. */
interface OpenBranch {
  readonly branch: BranchFact;
  /** Its commits that are not merged, with the steps from the tip. */
  readonly reach: ReadonlyMap<string, number>;
  readonly changes: readonly Change[];
}

/**
 * Which commits arrived by a squash-merge, which git itself takes for not merged (docs/adr/0018). Where the branch
 * was up to date, the trees are equal; hosts list the commits in the message; files that nobody else touched have the
 * same content. None of that costs anything. Else the branch's whole patch is compared with those of the person's own
 * commits that touch all of its files.
 * @returns hash of the branch's commit -> its arrival
 */
export async function squashesIn(
  facts: RepositoryFacts,
  places: Places,
  changes: readonly Change[],
  rangePatch: RangePatch,
): Promise<ReadonlyMap<string, Arrival>> {
  const squashed = new Map<string, Arrival>();
  let comparisons = 0;
  for (const open of openBranches(facts, places, changes)) {
    const arrival = byTree(open, places) ?? bySigns(open) ?? (await byPatch(open));
    if (!arrival) continue;
    for (const { commit } of open.changes) {
      squashed.set(commit.hash, { hash: arrival.hash, branch: open.branch.name, subject: arrival.subject });
    }
  }
  return squashed;

  function bySigns(open: OpenBranch): CommitFact | undefined {
    const arrivals = changes.filter(
      (change) => touchesAllOf(change, open) && mayBeArrival(open, change.commit, places),
    );
    const own =
      arrivals.find(({ commit }) => lists(commit, open)) ?? arrivals.find((change) => holds(change, open, places));
    if (own || open.changes.length < 2) return own?.commit;
    // Whoever merged is not looked into, so one usual subject would prove nothing.
    return places.graph.commits.find((commit) => lists(commit, open) && mayBeArrival(open, commit, places));
  }

  async function byPatch(open: OpenBranch): Promise<CommitFact | undefined> {
    for (const change of changes) {
      const { commit, patch } = change;
      const base = commit.parents[0];
      if (!patch?.patchId || base === undefined || !mayBeArrival(open, commit, places)) continue;
      if (!touchesAllOf(change, open)) continue;
      if (comparisons++ >= mostComparisons) return undefined;
      const range = await rangePatch(base, open.branch.tip);
      if (range?.patchId === patch.patchId) return commit;
    }
    return undefined;
  }
}

function openBranches(facts: RepositoryFacts, places: Places, changes: readonly Change[]): readonly OpenBranch[] {
  const candidates = facts.branches.filter(({ tip }) => places.graph.get(tip) && !places.isInDefault(tip));
  return candidates.slice(0, mostBranches).flatMap((branch) => {
    const reach = places.openFrom(branch.tip);
    const open = changes.filter(({ commit }) => reach.has(commit.hash) && !places.isInDefault(commit.hash));
    return open.length === 0 ? [] : [{ branch, reach, changes: open }];
  });
}

function byTree(open: OpenBranch, places: Places): CommitFact | undefined {
  const tip = places.graph.get(open.branch.tip);
  return places.graph.commits.find((commit) => {
    if (commit.tree !== tip?.tree || !mayBeArrival(open, commit, places)) return false;
    // A commit that changes nothing has the tree of everything before it.
    return places.graph.get(commit.parents[0] ?? '')?.tree !== commit.tree;
  });
}

function touchesAllOf({ patch }: Change, open: OpenBranch): boolean {
  const touched = new Set(patch?.files.map(({ path }) => path));
  const files = open.changes.flatMap((change) => change.patch?.files ?? []);
  return files.length > 0 && files.every(({ path }) => touched.has(path));
}

/** GitHub's and Bitbucket's message for several commits: a list of their subjects. */
function lists({ body }: CommitFact, open: OpenBranch): boolean {
  const listed = new Set([...body.matchAll(/^[*-] (\S.*)$/gm)].map(([, subject = '']) => subject.trim()));
  return open.changes.every(({ commit }) => listed.has(commit.subject.trim()));
}

/** Whether the commit left every file of the branch's commits as the last of them did. */
function holds({ patch }: Change, { branch, changes }: OpenBranch, places: Places): boolean {
  const steps = places.graph.reach(branch.tip);
  const newestLast = changes.toSorted((a, b) => (steps.get(b.commit.hash) ?? 0) - (steps.get(a.commit.hash) ?? 0));
  const left = newestLast.flatMap((change) => [...(change.patch?.contents ?? [])]);
  return left.length > 0 && [...new Map(left)].every(([path, content]) => patch?.contents?.get(path) === content);
}

/** A plain commit of the default branch that is not older than the work. */
function mayBeArrival({ branch }: OpenBranch, commit: CommitFact, places: Places): boolean {
  const tip = places.graph.get(branch.tip);
  return (
    commit.parents.length === 1 &&
    places.isInDefault(commit.hash) &&
    !places.graph.leadsTo(branch.tip, commit.hash) &&
    (tip === undefined || tip.authored <= commit.committed)
  );
}
