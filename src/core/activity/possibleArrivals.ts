import { append } from '../lists';
import { asWritten } from './copies';
import type { CommitFact } from './facts';
import { type OpenBranch, withoutMerges } from './openBranch';
import type { Places } from './places';

/**
 * The commits of the default branch that are no merges, each of which may have brought a branch there by a squash. They
 * are indexed once, because branches and their beginnings are many.
 */
export class PossibleArrivals {
  private readonly byTree = new Map<string, CommitFact[]>();
  /** For each commit whose message lists subjects, these subjects; the newest commit first. */
  private readonly lists = new Map<CommitFact, ReadonlySet<string>>();

  constructor(private readonly places: Places) {
    const { graph } = places;
    for (const commit of graph.commits) {
      if (!isPlain(commit) || !places.isInDefault(commit.hash)) continue;
      // A commit that changes nothing has the tree of everything before it.
      if (graph.get(commit.parents[0] ?? '')?.tree !== commit.tree) append(this.byTree, commit.tree, commit);
      const listed = subjectsListedBy(commit);
      if (listed.size > 0) this.lists.set(commit, listed);
    }
  }

  /**
   * Whether the commit can be the arrival of the branch: it is not older than the work, and the work neither built on it nor
   * picked from it for another place.
   */
  mayBeOf({ branch, changes }: OpenBranch, commit: CommitFact): boolean {
    const { graph } = this.places;
    const tip = graph.get(branch.tip);
    return (
      isPlain(commit) &&
      this.places.isInDefault(commit.hash) &&
      (tip === undefined || tip.authored <= commit.committed) &&
      !graph.leadsTo(branch.tip, commit.hash) &&
      !changes.some((own) => own.commit.committed > commit.committed && asWritten(own.commit) === asWritten(commit))
    );
  }

  /** The commit with the tree of the branch's tip; none for commits that change nothing, whose tree is of others. */
  withTreeOf(open: OpenBranch): CommitFact | undefined {
    if (open.changes.every(({ patch }) => patch?.files.length === 0)) return undefined;
    const tip = this.places.graph.get(open.branch.tip);
    return (tip && this.byTree.get(tip.tree))?.find((commit) => this.mayBeOf(open, commit));
  }

  /** The commits whose message lists each commit of the branch, the newest first. */
  listing(open: OpenBranch): readonly CommitFact[] {
    const subjects = withoutMerges(open.changes).map(({ commit }) => commit.subject.trim());
    return [...this.lists].flatMap(([commit, listed]) =>
      subjects.every((subject) => listed.has(subject)) && this.mayBeOf(open, commit) ? commit : [],
    );
  }
}

function isPlain({ parents }: CommitFact): boolean {
  return parents.length === 1;
}

/** GitHub's and Bitbucket's message for several commits: a list of their subjects. */
function subjectsListedBy({ body }: CommitFact): ReadonlySet<string> {
  return new Set([...body.matchAll(/^[*-] (\S.*)$/gm)].map(([, subject = '']) => subject.trim()));
}
