import type { Instant } from '../time/zone';
import type { CommitGraph } from './commitGraph';
import type { BranchFact, RepositoryFacts } from './facts';
import { detachedHeads } from './heads';

const mostTips = 20;

/**
 * The tips that the next handoff goes on from, by branch name. First what is checked out, then detached HEADs, then the
 * branches that are reported, then those with the most recent commits. At most 20, because a document keeps them. Where
 * a remote is ahead of a local branch, its commits were reported too, and its tip counts. Commits after the interval
 * were not reported.
 */
export function tipsOf(
  facts: RepositoryFacts,
  toldOf: ReadonlySet<string>,
  graph: CommitGraph,
  end: Instant,
): Readonly<Record<string, string>> {
  const current = facts.worktrees[0]?.head;
  const first: readonly (readonly [string, string])[] =
    current?.kind === 'branch' ? [[current.branch, current.hash]] : [];
  const detached = detachedHeads(facts).map(({ name, hash }): readonly [string, string] => [name, hash]);
  const branches = [
    ...facts.branches.filter(({ name }) => toldOf.has(name)),
    ...facts.branches.filter(({ name }) => !toldOf.has(name)),
  ].map((branch): readonly [string, string] => [branch.name, furthest(branch, facts, graph)]);
  const tips = new Map([...first, ...detached, ...branches].slice(0, mostTips));
  return Object.fromEntries([...tips].map(([name, tip]) => [name, asOf(tip, graph, end)]));
}

function furthest({ name, tip, upstreamTip }: BranchFact, { defaultBranch }: RepositoryFacts, graph: CommitGraph) {
  const remote = [upstreamTip, name === defaultBranch?.name ? defaultBranch.tip : null];
  // The graph has no commits from before the interval.
  const isAhead = (next: string, last: string) =>
    graph.get(next) !== undefined && (graph.get(last) === undefined || graph.leadsTo(next, last));
  return remote.reduce<string>((last, next) => (next !== null && isAhead(next, last) ? next : last), tip);
}

/** A branch's tip as it was at the end of the interval, which may be long ago. */
function asOf(tip: string, graph: CommitGraph, end: Instant): string {
  let at = tip;
  for (let commit = graph.get(at); commit !== undefined && commit.committed > end; commit = graph.get(at)) {
    const [parent] = commit.parents;
    if (parent === undefined) break;
    at = parent;
  }
  return at;
}
