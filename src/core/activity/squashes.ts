import type { FilePath } from '../ports';
import { isGone } from './branchStanding';
import type { Change } from './copies';
import type { CommitFact, FileStat, PatchFact, RepositoryFacts } from './facts';
import {
  beginningsOf,
  contentsOf,
  leavesAs,
  type OpenBranch,
  openBranches,
  touchesAllOf,
  withoutMerges,
  withoutSome,
} from './openBranch';
import type { Places } from './places';
import { PossibleArrivals } from './possibleArrivals';
import { isSquashOfRequest, namedLike } from './requestSuffix';

/** The one commit of the default branch in which a commit of a branch arrived. */
export interface Arrival {
  readonly hash: string;
  readonly branch: string;
  /** Subject of the commit in the default branch: the title of the pull request. */
  readonly subject: string;
}

/** Questions about one repository that each cost a call of git. */
export interface SquashQuestions {
  /** `ActivitySource.rangePatch`. */
  rangePatch(base: string, tip: string): Promise<PatchFact | null>;
  /** Commits of others, with their patches. */
  withPatches(commits: readonly CommitFact[]): Promise<readonly Change[]>;
}

/** Each costs a call of git, and few branches are squashed in a day. */
const mostComparisons = 3;
/** Commits of others that are read, by one call; a squash by hand is among the newest. */
const mostOfOthers = 40;

/**
 * Which commits arrived by a squash-merge, which git itself takes for not merged (docs/adr/0018). Where the branch was
 * up to date, the trees are equal; hosts list the commits in the message; files that were not touched otherwise have
 * the same content. None of these needs a call of git. Else the branch's whole patch is compared with those of the
 * person's own commits that touch all of its files, and contents with those of others, who may have squashed it by
 * hand. Where work went on after the squash, the first commits of the branch may have arrived.
 * @returns hash of the branch's commit -> its arrival
 */
export async function squashesIn(
  facts: RepositoryFacts,
  places: Places,
  changes: readonly Change[],
  ask: SquashQuestions,
): Promise<ReadonlyMap<string, Arrival>> {
  return new SquashSearch(facts, places, changes, ask).run();
}

/** Goes through the open branches several times, by the surest evidence first. */
class SquashSearch {
  private readonly squashed = new Map<string, Arrival>();
  private readonly arrivals: PossibleArrivals;
  private comparisons = 0;

  constructor(
    private readonly facts: RepositoryFacts,
    private readonly places: Places,
    private readonly changes: readonly Change[],
    private readonly ask: SquashQuestions,
  ) {
    this.arrivals = new PossibleArrivals(places);
  }

  async run(): Promise<ReadonlyMap<string, Arrival>> {
    const { facts, places, changes } = this;
    const unknown: OpenBranch[] = [];
    // The lower one of a stack first: what it brought is no part of the upper one any more.
    for (const open of openBranches(facts, places, changes).toSorted(byLength)) {
      const left = this.withoutArrived(open);
      if (left.changes.length === 0) continue;
      const arrival = this.arrivals.withTreeOf(left) ?? this.byContent(left) ?? (await this.byPatch(left));
      if (arrival) this.arrive(left, arrival);
      else unknown.push(open);
    }
    this.arriveBy(unknown, (open) => this.byRequest(open));
    const others = await this.landedByOthers(unknown.map((open) => this.withoutArrived(open)));
    this.arriveBy(unknown, (open) => this.holding(open, others));
    for (const open of unknown) {
      this.arriveBy(beginningsOf(this.withoutArrived(open), places), (begun) => this.whole(begun));
    }
    return this.squashed;
  }

  private arriveBy(branches: readonly OpenBranch[], arrivalOf: (open: OpenBranch) => CommitFact | undefined): void {
    for (const open of branches) {
      const left = this.withoutArrived(open);
      const arrival = left.changes.length === 0 ? undefined : arrivalOf(left);
      if (arrival) this.arrive(left, arrival);
    }
  }

  private withoutArrived(open: OpenBranch): OpenBranch {
    return withoutSome(open, ({ commit }) => this.squashed.has(commit.hash));
  }

  private arrive({ branch, changes: own }: OpenBranch, { hash, subject }: CommitFact): void {
    for (const { commit } of own) this.squashed.set(commit.hash, { hash, branch: branch.name, subject });
  }

  private whole(open: OpenBranch): CommitFact | undefined {
    return this.arrivals.withTreeOf(open) ?? this.byContent(open) ?? this.byName(open, this.requests(open));
  }

  /**
   * A commit that names the request that it landed and has a subject of the branch. Where the branch is gone at the
   * remote, which hosts delete after a merge, the author and half of the files are enough. A reviewer may have added to
   * the change, and lines around it may have changed, so neither tree nor patch need be equal.
   */
  private byRequest(open: OpenBranch): CommitFact | undefined {
    const landed = this.requests(open);
    const named = this.byName(open, landed);
    if (named || !isGone(open.branch)) return named;
    const { files } = open;
    const shared = ({ patch }: Change) => patch?.files.filter(({ path }) => files.has(path)).length ?? 0;
    const [best] = landed.toSorted((a, b) => shared(b) - shared(a));
    return best && files.size > 0 && shared(best) * 2 >= files.size ? best.commit : undefined;
  }

  private requests(open: OpenBranch): readonly Change[] {
    const taken = new Set([...this.squashed.values()].map(({ hash }) => hash));
    return this.changes.filter(({ commit }) => {
      return isSquashOfRequest(commit) && !taken.has(commit.hash) && this.arrivals.mayBeOf(open, commit);
    });
  }

  private byName(open: OpenBranch, landed: readonly Change[]): CommitFact | undefined {
    // A branch that the host still has may be the upper part of a stack whose lower part landed.
    const own = [...open.files.keys()].map((path) => ({ path }));
    const whole = landed.filter(({ patch }) => isGone(open.branch) || isCovered(own, patch?.files ?? []));
    return namedLike(
      whole.map(({ commit }) => commit),
      open.changes.map(({ commit }) => commit),
    );
  }

  private byContent(open: OpenBranch): CommitFact | undefined {
    const listing = this.arrivals.listing(open);
    const own = this.changes.find((change) => listing.includes(change.commit) && touchesAllOf(change, open))?.commit;
    const known = own ?? this.holding(open, this.changes);
    // Authors are not compared here, so a single common subject would prove nothing.
    return known ?? (withoutMerges(open.changes).length < 2 ? undefined : listing[0]);
  }

  private holding(open: OpenBranch, landed: readonly Change[]): CommitFact | undefined {
    const contents = contentsOf(open);
    const isIt = ({ patch, commit }: Change) => leavesAs(patch, contents) && this.arrivals.mayBeOf(open, commit);
    return landed.find(isIt)?.commit;
  }

  /** What others landed since the branches were begun. */
  private async landedByOthers(unknown: readonly OpenBranch[]): Promise<readonly Change[]> {
    const left = unknown.filter(({ changes }) => changes.length > 0);
    const own = new Set(this.changes.flatMap(({ commit, copies }) => [commit, ...copies.map((copy) => copy.commit)]));
    const landed = this.places.graph.commits.filter(
      (commit) => !own.has(commit) && left.some((open) => this.arrivals.mayBeOf(open, commit)),
    );
    return landed.length === 0 ? [] : this.ask.withPatches(landed.slice(0, mostOfOthers));
  }

  private async byPatch(open: OpenBranch): Promise<CommitFact | undefined> {
    for (const change of this.changes) {
      const { commit, patch } = change;
      const base = commit.parents[0];
      if (!patch?.patchId || base === undefined || !this.arrivals.mayBeOf(open, commit)) continue;
      if (!touchesAllOf(change, open)) continue;
      if (this.comparisons++ >= mostComparisons) return undefined;
      const range = await this.ask.rangePatch(base, open.branch.tip);
      if (range?.patchId === patch.patchId) return commit;
    }
    return undefined;
  }
}

/** Whether all of the files are among those touched: the squash of a stack's lower part lacks files of the upper part. */
export function isCovered(files: readonly { readonly path: FilePath }[], by: readonly FileStat[]): boolean {
  const touched = new Set(by.flatMap(({ path, from }) => (from === null ? [path] : [path, from])));
  return files.every(({ path }) => touched.has(path));
}

function byLength(a: OpenBranch, b: OpenBranch): number {
  return a.changes.length - b.changes.length;
}
