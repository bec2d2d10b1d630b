import { append } from '../lists';
import { compareText } from '../text/compareText';
import type { CommitFact } from './facts';

/** The commits of the facts, linked to their parents. Those from before the interval are unknown, and walks end there. */
export class CommitGraph {
  /** Newest first, and at equal times descendants first, whatever the order of the facts. */
  readonly commits: readonly CommitFact[];
  private readonly byHash: ReadonlyMap<string, CommitFact>;
  private readonly adopted: ReadonlyMap<string, readonly string[]>;
  private readonly histories = new Map<string, ReadonlyMap<string, number>>();
  private children: Map<string, string[]> | undefined;

  /**
   * @param tips where the reader of the facts began
   * @param adopterOf the likeliest tip of a commit that no tip leads to. That happens where a commit between them is
   * missing, because a wrong clock dated it before the interval (docs/adr/0018). The commit counts as the tip's parent.
   */
  constructor(commits: readonly CommitFact[], tips: readonly string[], adopterOf: (hash: string) => string | null) {
    this.byHash = new Map(commits.map((commit) => [commit.hash, commit]));
    const heights = heightsOf(this.byHash);
    const heightOf = ({ hash }: CommitFact) => heights.get(hash) ?? 0;
    this.commits = commits.toSorted(
      (a, b) => newestFirst(a, b) || heightOf(b) - heightOf(a) || compareText(a.hash, b.hash),
    );
    const known = new Set([...tips, ...commits.flatMap(({ parents }) => parents)]);
    const adopted = new Map<string, string[]>();
    for (const { hash } of this.commits) {
      const adopter = known.has(hash) ? null : adopterOf(hash);
      if (adopter !== null) append(adopted, adopter, hash);
    }
    this.adopted = adopted;
  }

  get(hash: string): CommitFact | undefined {
    return this.byHash.get(hash);
  }

  /**
   * The known commits that the tip leads to, itself included, each with the number of steps to it. The walk stops at
   * commits in `without`.
   */
  reach(tip: string, without: ReadonlyMap<string, number> = new Map()): ReadonlyMap<string, number> {
    return this.walk(tip, (hash) => this.parentsOf(hash), without);
  }

  /**
   * For each known commit that a tip leads to, the name of the nearest tip; of equally near ones the first. The walk
   * stops at commits in `without`.
   */
  nearest(
    tips: readonly (readonly [tip: string, name: string])[],
    without: ReadonlyMap<string, number>,
  ): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    const seen = new Set<string>();
    let border = tips;
    while (border.length > 0) {
      const next: (readonly [string, string])[] = [];
      for (const [hash, name] of border) {
        if (seen.has(hash) || without.has(hash)) continue;
        seen.add(hash);
        if (this.byHash.has(hash)) names.set(hash, name);
        for (const parent of this.parentsOf(hash)) next.push([parent, name]);
      }
      border = next;
    }
    return names;
  }

  /** Whether `from` is `to` or a descendant of it, by the parents that commits name; adopted ones do not count. */
  leadsTo(from: string, to: string): boolean {
    const known = this.histories.get(from);
    const history = known ?? this.walk(from, (hash) => this.get(hash)?.parents ?? [], new Map());
    if (!known) this.histories.set(from, history);
    return history.has(to);
  }

  /** Whether one of two commits is the other's ancestor. */
  areInLine(a: string, b: string): boolean {
    return this.leadsTo(a, b) || this.leadsTo(b, a);
  }

  /** All of which `areInLine` is true with one commit. It takes two walks, and not one for each. */
  lineThrough(hash: string): ReadonlySet<string> {
    if (!this.children) {
      this.children = new Map();
      for (const { hash: child, parents } of this.commits)
        for (const parent of parents) append(this.children, parent, child);
    }
    const { children } = this;
    const before = this.walk(hash, (each) => this.get(each)?.parents ?? [], new Map());
    const after = this.walk(hash, (each) => children.get(each) ?? [], new Map());
    return new Set([...before.keys(), ...after.keys()]);
  }

  /**
   * The commits on the line of first parents to a tip, the oldest first. Where `joins` says that a merge on it brought
   * the same line from elsewhere, the commits of its other parents' lines are before it.
   */
  line(tip: string, joins: (merge: CommitFact) => boolean): ReadonlySet<string> {
    const line = new Set<string>();
    const seen = new Set<string>();
    const add = (from: string) => {
      const way: CommitFact[] = [];
      for (let next: string | undefined = from; next !== undefined && !seen.has(next); ) {
        seen.add(next);
        const commit = this.byHash.get(next);
        if (commit) way.push(commit);
        next = this.parentsOf(next)[0];
      }
      for (const commit of way.reverse()) {
        const others = commit.parents.slice(1);
        if (others.length > 0 && joins(commit)) others.forEach(add);
        line.add(commit.hash);
      }
    };
    add(tip);
    return line;
  }

  private walk(
    tip: string,
    parentsOf: (hash: string) => readonly string[],
    without: ReadonlyMap<string, number>,
  ): ReadonlyMap<string, number> {
    const steps = new Map<string, number>();
    // Unknown commits too: a commit that one of them adopted may lead back to it.
    const seen = new Set<string>();
    let border: readonly string[] = [tip];
    for (let step = 0; border.length > 0; step++) {
      const next: string[] = [];
      for (const hash of border) {
        if (seen.has(hash) || without.has(hash)) continue;
        seen.add(hash);
        if (this.byHash.has(hash)) steps.set(hash, step);
        next.push(...parentsOf(hash));
      }
      border = next;
    }
    return steps;
  }

  private parentsOf(hash: string): readonly string[] {
    return [...(this.byHash.get(hash)?.parents ?? []), ...(this.adopted.get(hash) ?? [])];
  }
}

/** For each commit the length of the longest chain of known commits that ends at it, itself included. */
function heightsOf(commits: ReadonlyMap<string, CommitFact>): ReadonlyMap<string, number> {
  const heights = new Map<string, number>();
  const open = [...commits.keys()];
  const begun = new Set<string>();
  for (let hash = open.at(-1); hash !== undefined; hash = open.at(-1)) {
    const parents = (commits.get(hash)?.parents ?? []).filter((parent) => commits.has(parent));
    const waiting = begun.has(hash) ? [] : parents.filter((parent) => !heights.has(parent));
    begun.add(hash);
    if (waiting.length > 0) open.push(...waiting);
    else {
      heights.set(hash, 1 + Math.max(0, ...parents.map((parent) => heights.get(parent) ?? 0)));
      open.pop();
    }
  }
  return heights;
}

type Dated = Pick<CommitFact, 'authored' | 'committed'>;

/** Commits of equal times compare as equal, so that a stable sort keeps the order of `CommitGraph.commits`. */
export function newestFirst(a: Dated, b: Dated): number {
  return b.committed - a.committed || b.authored - a.authored;
}
