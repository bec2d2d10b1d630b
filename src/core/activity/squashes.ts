import type { FilePath } from '../ports';
import { isGone } from './branchStanding';
import type { Change } from './copies';
import type { BranchFact, CommitFact, FileStat, PatchFact, RepositoryFacts } from './facts';
import type { Places } from './places';
import { requestAtEnd, withoutRequest } from './requestSuffix';

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

/** Of the most recent branches; more than these are made by a program. */
const mostBranches = 50;

/** A branch with work that the default branch does not have by name. */
interface OpenBranch {
  readonly branch: BranchFact;
  /** The newest first. */
  readonly changes: readonly Change[];
  /** Each file that these changed in the end, with the last change of it. */
  readonly files: ReadonlyMap<FilePath, Change>;
}

/**
 * Which commits arrived by a squash-merge, which git itself takes for not merged (docs/adr/0018). Where the branch
 * was up to date, the trees are equal; hosts list the commits in the message; files that were not touched otherwise
 * have the same content. None of that costs anything. Else the branch's whole patch is compared with those of the person's own
 * commits that touch all of its files.
 * @returns hash of the branch's commit -> its arrival
 */
export async function squashesIn(
  facts: RepositoryFacts,
  places: Places,
  changes: readonly Change[],
  rangePatch: RangePatch,
): Promise<ReadonlyMap<string, Arrival>> {
  return new SquashSearch(facts, places, changes, rangePatch).run();
}

/** Goes through the open branches twice: by what they have, then by the requests that are left. */
class SquashSearch {
  private readonly squashed = new Map<string, Arrival>();
  private comparisons = 0;

  constructor(
    private readonly facts: RepositoryFacts,
    private readonly places: Places,
    private readonly changes: readonly Change[],
    private readonly rangePatch: RangePatch,
  ) {}

  async run(): Promise<ReadonlyMap<string, Arrival>> {
    const { facts, places, changes } = this;
    const unknown: OpenBranch[] = [];
    // The lower one of a stack first: what it brought is no part of the upper one any more.
    for (const open of openBranches(facts, places, changes).toSorted(byLength)) {
      const left = this.withoutArrived(open);
      if (left.changes.length === 0) continue;
      const arrival = byTree(left, places) ?? this.byContent(left) ?? (await this.byPatch(left));
      if (arrival) this.arrive(left, arrival);
      else unknown.push(open);
    }
    for (const open of unknown) {
      const left = this.withoutArrived(open);
      const arrival = left.changes.length === 0 ? undefined : this.byRequest(left);
      if (arrival) this.arrive(left, arrival);
    }
    return this.squashed;
  }

  private withoutArrived(open: OpenBranch): OpenBranch {
    const changes = open.changes.filter(({ commit }) => !this.squashed.has(commit.hash));
    return changes.length === open.changes.length ? open : { ...open, changes, files: netFiles(changes) };
  }

  private arrive({ branch, changes: own }: OpenBranch, { hash, subject }: CommitFact): void {
    for (const { commit } of own) this.squashed.set(commit.hash, { hash, branch: branch.name, subject });
  }

  /**
   * A commit that names the request that it landed, and is the branch's by its subject; or by its author and files, where
   * the branch is gone at the remote: hosts delete what they merged. A reviewer may have added to it, and lines around it
   * may have changed, so that neither tree nor patch tell.
   */
  private byRequest(open: OpenBranch): CommitFact | undefined {
    const taken = new Set([...this.squashed.values()].map(({ hash }) => hash));
    const landed = this.changes.filter(({ commit }) => {
      return isSquashOfRequest(commit) && !taken.has(commit.hash) && mayBeArrival(open, commit, this.places);
    });
    // One that the host still has may be the upper part of a stack whose lower part landed.
    const own = [...open.files.keys()].map((path) => ({ path }));
    const whole = landed.filter(({ patch }) => isGone(open.branch) || isCovered(own, patch?.files ?? []));
    const named = namedLike(
      whole.map(({ commit }) => commit),
      open.changes.map(({ commit }) => commit),
    );
    if (named || !isGone(open.branch)) return named;
    const { files } = open;
    const shared = ({ patch }: Change) => patch?.files.filter(({ path }) => files.has(path)).length ?? 0;
    const [best] = landed.toSorted((a, b) => shared(b) - shared(a));
    return best && files.size > 0 && shared(best) * 2 >= files.size ? best.commit : undefined;
  }

  private byContent(open: OpenBranch): CommitFact | undefined {
    const arrivals = this.changes.filter(
      (change) => touchesAllOf(change, open) && mayBeArrival(open, change.commit, this.places),
    );
    const own = arrivals.find(({ commit }) => lists(commit, open)) ?? arrivals.find((change) => holds(change, open));
    if (own || withoutMerges(open.changes).length < 2) return own?.commit;
    // The person who merged is not compared, so one usual subject would prove nothing.
    return this.places.graph.commits.find((commit) => mayBeArrival(open, commit, this.places) && lists(commit, open));
  }

  private async byPatch(open: OpenBranch): Promise<CommitFact | undefined> {
    for (const change of this.changes) {
      const { commit, patch } = change;
      const base = commit.parents[0];
      if (!patch?.patchId || base === undefined || !mayBeArrival(open, commit, this.places)) continue;
      if (!touchesAllOf(change, open)) continue;
      if (this.comparisons++ >= mostComparisons) return undefined;
      const range = await this.rangePatch(base, open.branch.tip);
      if (range?.patchId === patch.patchId) return commit;
    }
    return undefined;
  }
}

function openBranches(facts: RepositoryFacts, places: Places, changes: readonly Change[]): readonly OpenBranch[] {
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

function byTree(open: OpenBranch, places: Places): CommitFact | undefined {
  const tip = places.graph.get(open.branch.tip);
  return places.graph.commits.find((commit) => {
    if (commit.tree !== tip?.tree || !mayBeArrival(open, commit, places)) return false;
    // A commit that changes nothing has the tree of everything before it.
    return places.graph.get(commit.parents[0] ?? '')?.tree !== commit.tree;
  });
}

function byLength(a: OpenBranch, b: OpenBranch): number {
  return a.changes.length - b.changes.length;
}

function touchesAllOf({ patch }: Change, open: OpenBranch): boolean {
  const touched = new Set(patch?.files.map(({ path }) => path));
  const files = [...open.files.keys()];
  return files.length > 0 && files.every((path) => touched.has(path));
}

/** Each file that the branch's commits changed in the end, with the last of them; not those that came and went in it. */
function netFiles(changes: readonly Change[]): ReadonlyMap<FilePath, Change> {
  const last = new Map<FilePath, Change>();
  const made = new Set<FilePath>();
  // What a merge put together is there in the commits that it brought together, and in those after it.
  for (const change of withoutMerges(changes).toReversed()) {
    for (const { path, status } of change.patch?.files ?? []) {
      if (status === 'added' && !last.has(path)) made.add(path);
      if (status === 'deleted' && made.has(path)) last.delete(path);
      else last.set(path, change);
    }
  }
  return last;
}

/** GitHub's, Azure's and GitLab's squashes end with the number of the request, ` (#12)`. */
function isSquashOfRequest({ subject }: Pick<CommitFact, 'subject'>): boolean {
  return requestAtEnd(subject) !== null;
}

/** The first that landed a request and has the subject of one of a branch's commits. */
export function namedLike(landed: readonly CommitFact[], own: readonly CommitFact[]): CommitFact | undefined {
  const subjects = new Set(own.map(ownSubject));
  return landed.find((commit) => isSquashOfRequest(commit) && subjects.has(ownSubject(commit)));
}

/** Whether what changed some files can be all that changed others: a stack's lower part leaves out files of the upper. */
export function isCovered(files: readonly { readonly path: FilePath }[], by: readonly FileStat[]): boolean {
  const touched = new Set(by.flatMap(({ path, from }) => (from === null ? [path] : [path, from])));
  return files.every(({ path }) => touched.has(path));
}

/** In small letters, without the number that hosts add. */
export function ownSubject({ subject }: CommitFact): string {
  return withoutRequest(subject).toLowerCase();
}

/** GitHub's and Bitbucket's message for several commits: a list of their subjects. */
function lists({ body }: CommitFact, open: OpenBranch): boolean {
  const listed = new Set([...body.matchAll(/^[*-] (\S.*)$/gm)].map(([, subject = '']) => subject.trim()));
  return withoutMerges(open.changes).every(({ commit }) => listed.has(commit.subject.trim()));
}

function withoutMerges(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ commit }) => commit.parents.length < 2);
}

/** Whether the commit left every file of the branch's commits as the last of them did. */
function holds({ patch }: Change, open: OpenBranch): boolean {
  const files = [...open.files];
  return (
    files.length > 0 &&
    files.every(([path, { patch: last }]) => {
      const content = last?.contents?.get(path);
      return content !== undefined && patch?.contents?.get(path) === content;
    })
  );
}

/** A plain commit of the default branch that is not older than the work. */
function mayBeArrival({ branch }: OpenBranch, commit: CommitFact, places: Places): boolean {
  const tip = places.graph.get(branch.tip);
  return (
    commit.parents.length === 1 &&
    places.isInDefault(commit.hash) &&
    (tip === undefined || tip.authored <= commit.committed) &&
    !places.graph.leadsTo(branch.tip, commit.hash)
  );
}
