import { append } from '../lists';
import { compareText } from '../text/compareText';
import type { CommitFact } from './facts';

/** The commits of the facts by their parents. What lies before the interval is not there, and walks end at it. */
export class CommitGraph {
  /** Newest first, and of those with one moment what came after; the same whatever order the facts were in. */
  readonly commits: readonly CommitFact[];
  private readonly byHash: ReadonlyMap<string, CommitFact>;
  private readonly adopted: ReadonlyMap<string, readonly string[]>;
  private readonly histories = new Map<string, ReadonlyMap<string, number>>();

  /**
   * @param tips where the reader of the facts began
   * @param adopterOf the likeliest tip of a commit that none of them leads to: one dated before the interval by a wrong
   * clock is missing between two that are not (docs/adr/0018). It counts as the tip's parent.
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
   * The known commits that the tip leads to, itself included, each with the number of steps to it, but for `without`.
   */
  reach(tip: string, without: ReadonlyMap<string, number> = new Map()): ReadonlyMap<string, number> {
    return this.walk(tip, (hash) => this.parentsOf(hash), without);
  }

  /**
   * Each known commit that one of the tips leads to, but for `without`, and whose tip is nearest; of equals the first.
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

  /** Whether the first commit came after the second, or is it, by what the commits themselves say. */
  leadsTo(from: string, to: string): boolean {
    const known = this.histories.get(from);
    const history = known ?? this.walk(from, (hash) => this.get(hash)?.parents ?? [], new Map());
    if (!known) this.histories.set(from, history);
    return history.has(to);
  }

  /** Whether one of two commits came after the other on the same line of work. */
  areInLine(a: string, b: string): boolean {
    return this.leadsTo(a, b) || this.leadsTo(b, a);
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
    // Unknown commits too: what was put below one of them may lead back to it.
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

/** For each commit how many known ones lie below it, one after the other, at most. */
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

/** Commits of one moment stay as they are: `CommitGraph.commits` has them in order. */
export function newestFirst(a: Dated, b: Dated): number {
  return b.committed - a.committed || b.authored - a.authored;
}
