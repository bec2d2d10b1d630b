import type { CommitGraph } from './commitGraph';
import type { Person } from './facts';
import { isTrunk, type LandedRequest, landedRequest, mergeMeaning } from './merges';
import { type RolledUp, rolledUpIn } from './rollups';

/** What brought a commit into the default branch: a merge, or on the branch's own line the commit itself. */
export interface Landing extends LandedRequest {
  readonly hash: string;
  /** The branch that was merged, or null where the merge does not say. */
  readonly branch: string | null;
  /** Authors of the commits that the merge brought; empty where it is no merge, or the merge of a shared branch. */
  readonly authors: readonly Person[];
}

/**
 * By hash, the commit of the default branch's own line that brought it; of what a merge queue merged together, with the
 * commit's own request.
 * @param line the oldest first
 */
export function landingsIn(
  graph: CommitGraph,
  line: ReadonlySet<string>,
  defaultName: string | null,
): ReadonlyMap<string, Landing> {
  const landed = new Map<string, Landing>();
  const there = new Map<string, number>();
  for (const hash of line) {
    const commit = graph.get(hash);
    if (commit === undefined) continue;
    const { parents, subject } = commit;
    const reached = (tips: readonly string[]) => tips.flatMap((tip) => [...graph.reach(tip, there).keys()]);
    const arrived = reached(parents.slice(1));
    const parts = rolledUpIn(
      commit,
      arrived.flatMap((each) => graph.get(each) ?? []),
    );
    const brought = parts.map((part) => ({ part, hashes: reached([part.tip]) }));
    for (const each of [hash, ...arrived]) there.set(each, 0);
    const meaning = parents.length > 1 ? mergeMeaning(subject, true, defaultName) : null;
    if (meaning?.kind === 'update') continue;
    const branch = meaning?.branch ?? null;
    const authors = parents.length > 1 && !isTrunk(branch ?? '') ? authorsOf(graph, arrived) : [];
    const landing = { hash, branch, authors, ...landedRequest(commit) };
    for (const each of [hash, ...arrived]) landed.set(each, landing);
    // Of what two branches have, the one is built on the other, and the shorter one has it by itself.
    for (const { part, hashes } of brought.sort((a, b) => a.hashes.length - b.hashes.length)) {
      const its = hashes.filter((each) => landed.get(each) === landing);
      const own: Landing = { ...ownOf(part), hash, authors: authorsOf(graph, its) };
      for (const each of its) landed.set(each, own);
    }
  }
  return landed;
}

function ownOf({ number, title, branch }: RolledUp): Pick<Landing, 'number' | 'title' | 'branch'> {
  return { number, title, branch };
}

function authorsOf(graph: CommitGraph, hashes: readonly string[]): readonly Person[] {
  return hashes.flatMap((hash) => {
    const commit = graph.get(hash);
    return commit && commit.parents.length < 2 ? [commit.author] : [];
  });
}
