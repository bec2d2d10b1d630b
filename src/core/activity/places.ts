import { groupedBy } from '../lists';
import { CommitGraph } from './commitGraph';
import type { BranchFact, CommitFact, RepositoryFacts } from './facts';
import { checkedOut, detachedHeads, knownTips, rebaseHeads, trunksOf, withHeads } from './heads';
import { type Landing, landingsIn } from './landings';
import { isReleaseLine, mergeMeaning } from './merges';
import type { Standing } from './toldWork';

/** Where a commit is. */
export interface Place {
  readonly standing: Standing;
  /** The local branch on which the work goes on; null where it is merged, or on a detached HEAD only. */
  readonly branch: string | null;
  /** Where no branch has it, the detached HEAD that does, by its name in `heads.ts`. */
  readonly detached: string | null;
  /** How it arrived in the default branch; null where it did not, or came by a merge of what others had merged. */
  readonly landing: Landing | null;
  /** The line of releases, or the `develop`, that has it and the default branch has not; null where there is none. */
  readonly line: string | null;
  /** Whether only a remote's copy of a local branch has it: it was written elsewhere, or rewritten here since. */
  readonly upstreamOnly: boolean;
  /** Whether only a rebase in progress has it; the branch still has the commit that it was rewritten from. */
  readonly rebased: boolean;
}

/** Where each commit is, by what leads to it: the default branch, local branches, detached HEADs, the upstreams' tips. */
export class Places {
  readonly graph: CommitGraph;
  /** Name of the default branch, without its remote. */
  readonly defaultName: string | null;
  /** The branches that work is merged into. */
  readonly trunks: RepositoryFacts['otherTrunks'];
  private readonly merged: ReadonlyMap<string, number>;
  private readonly localDefault: ReadonlyMap<string, number>;
  /** The oldest first. */
  private readonly defaultLine: ReadonlySet<string>;
  private readonly unpushed: ReadonlySet<string> | null;
  /** By hash, the name of the branch that leads to it: by its local tip, and by its upstream's. */
  private readonly onBranch: ReadonlyMap<string, string>;
  private readonly onUpstream: ReadonlyMap<string, string>;
  private readonly onRebase: ReadonlyMap<string, string>;
  private readonly lines: ReadonlyMap<string, string>;
  private readonly landings: ReadonlyMap<string, Landing>;
  private readonly open = new Map<string, ReadonlyMap<string, number>>();
  private wholeGraph: CommitGraph | undefined;

  constructor(private readonly facts: RepositoryFacts) {
    const { defaultBranch, commits } = facts;
    this.defaultName = defaultBranch?.name ?? null;
    this.unpushed = facts.unpushed && new Set(facts.unpushed);
    const [head = null] = knownTips(facts);
    // A commit without a tip that leads to it is likeliest in the default branch where a remote has it, else on HEAD.
    const isAtRemote = (hash: string) => this.unpushed?.has(hash) === false;
    this.graph = new CommitGraph(commits, knownTips(facts), (hash) =>
      isAtRemote(hash) ? (defaultBranch?.tip ?? head) : head,
    );
    const trunks = trunksOf(facts);
    this.trunks = trunks;
    const names = new Set(trunks.map(({ name }) => name));
    const local = facts.branches.filter(({ name }) => names.has(name));
    this.merged = this.reachOf(trunks);
    this.localDefault = this.reachOf(local);
    this.defaultLine = new Set(
      trunks.flatMap(({ tip }) => [...this.graph.line(tip, (commit) => this.isUpdate(commit))]),
    );
    this.onBranch = this.nearest(({ tip }) => tip);
    this.onUpstream = this.nearest(({ upstreamTip }) => upstreamTip);
    this.onRebase = this.graph.nearest(
      rebaseHeads(facts).map(({ hash, name }) => [hash, name]),
      this.merged,
    );
    this.landings = landingsIn(this.graph, this.defaultLine, this.defaultName);
    const sorts = groupedBy(trunks, ({ name }) =>
      name === this.defaultName ? 'main' : isReleaseLine(name) ? 'release' : 'shared',
    );
    const [main = [], shared = [], releases = []] = [sorts.get('main'), sorts.get('shared'), sorts.get('release')];
    this.lines = new Map([...this.onlyIn(shared, main), ...this.onlyIn(releases, [...main, ...shared])]);
  }

  /** The commits of the interval, with those that the branches have from before it. Built when first asked for. */
  get graphFromBeginnings(): CommitGraph {
    const { beginnings = [] } = this.facts;
    if (beginnings.length === 0) return this.graph;
    this.wholeGraph ??= new CommitGraph([...this.graph.commits, ...beginnings], [], () => null);
    return this.wholeGraph;
  }

  of(hash: string): Place {
    const standing = this.standing(hash);
    const onBranch = this.onBranch.get(hash);
    const local = onBranch ?? this.onRebase.get(hash) ?? null;
    const detached = detachedHeads(this.facts).find((head) => this.openFrom(head.hash).has(hash))?.name ?? null;
    const isMerged = this.merged.has(hash);
    const isHere = local !== null || detached !== null || isMerged;
    const upstream = isHere ? null : (this.onUpstream.get(hash) ?? null);
    const branch = isMerged ? this.defaultName : (local ?? upstream);
    return {
      standing,
      branch: standing === 'merged' ? null : branch,
      detached: branch === null ? detached : null,
      landing: this.landings.get(hash) ?? null,
      line: this.lines.get(hash) ?? null,
      upstreamOnly: upstream !== null,
      rebased: !isMerged && onBranch === undefined && local !== null,
    };
  }

  /** The commits that a tip leads to and that are not merged: hash -> steps to it. */
  openFrom(tip: string): ReadonlyMap<string, number> {
    const known = this.open.get(tip);
    if (known) return known;
    const open = this.graph.reach(tip, this.merged);
    this.open.set(tip, open);
    return open;
  }

  /** Whether a branch that work is merged into has the commit, at the remote where there is one. */
  isMerged(hash: string): boolean {
    return this.merged.has(hash);
  }

  /** Whether the commit is in the default branch, or in the local branch of that name and not pushed. */
  isInDefault(hash: string): boolean {
    return this.merged.has(hash) || this.localDefault.has(hash);
  }

  /** Whether the commit is on the default branch's own line and not on what was merged into it. */
  isOnDefaultLine(hash: string): boolean {
    return this.defaultLine.has(hash);
  }

  /** A commit that is on this machine only is local even on the default branch. Without any remote, merged is merged. */
  private standing(hash: string): Standing {
    if (this.unpushed?.has(hash)) return 'local';
    if (this.merged.has(hash)) return 'merged';
    if (this.unpushed) return 'pushed';
    const isAtRemote = this.facts.hasRemote && this.onUpstream.has(hash);
    return isAtRemote ? 'pushed' : 'local';
  }

  /** By hash, the nearest of some trunks, of what none of the others has. */
  private onlyIn(some: Places['trunks'], others: Places['trunks']): ReadonlyMap<string, string> {
    return this.graph.nearest(
      some.map(({ name, tip }) => [tip, name]),
      this.reachOf(others),
    );
  }

  private reachOf(branches: readonly { readonly tip: string }[]): ReadonlyMap<string, number> {
    return new Map(branches.flatMap(({ tip }) => [...this.graph.reach(tip)]));
  }

  /**
   * By hash, the branch that a commit belongs to. Of stacked branches that is the one whose tip is nearest, then the
   * one that is checked out, then the most recent; trunks come last.
   */
  private nearest(tipOf: (branch: BranchFact) => string | null): ReadonlyMap<string, string> {
    const current = checkedOut(this.facts);
    const isCurrent = ({ name }: BranchFact) => name === current;
    const branches = withHeads(this.facts);
    const isTrunk = ({ name }: BranchFact) => this.trunks.some((trunk) => trunk.name === name);
    // A trunk that was fast-forwarded to a branch here has the same tip, but the work is pushed with the branch.
    const order = (branch: BranchFact) => (isTrunk(branch) ? 2 : isCurrent(branch) ? 0 : 1);
    const ordered = [...branches].sort((a, b) => order(a) - order(b));
    const tips = ordered.flatMap((branch) => {
      const tip = tipOf(branch);
      return tip === null ? [] : [[tip, branch.name] as const];
    });
    return this.graph.nearest(tips, this.merged);
  }

  /** Whether a merge on the default branch's line only took over what others had merged there; then both lines count. */
  private isUpdate({ subject }: CommitFact): boolean {
    return mergeMeaning(subject, true, this.defaultName).kind === 'update';
  }
}
