import type { CommitFact, RepositoryFacts } from '../../core/activity/facts';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { readLog } from './commitLog';

const mostCommits = 1_000;

/**
 * Commits from before the interval that merges of the interval brought to what work is merged into: last week's work is
 * news on the day on which another person merges it. At most 1,000. Git is asked only where a merge has a parent that
 * is not known. Throws `GitUnanswered`.
 * @param commits of the interval
 */
export async function readArrived(
  runner: GitRunner,
  repository: Repository,
  { commits, trunks }: { readonly commits: readonly CommitFact[]; readonly trunks: RepositoryFacts['otherTrunks'] },
  options: GitOptions = {},
): Promise<readonly CommitFact[]> {
  const known = new Map(commits.map((commit) => [commit.hash, commit]));
  const lines = trunks.map(({ tip }) => lineFrom(tip, known)).filter(({ brings }) => brings);
  if (lines.length === 0) return [];
  const before = [...new Set(lines.flatMap(({ end }) => (end === null ? [] : [`^${end}`])))];
  const revisions = [...lines.map(({ tip }) => tip), ...before];
  const found = await readLog(runner, repository, { most: mostCommits, args: ['--no-merges'], revisions }, options);
  return found.filter(({ hash }) => !known.has(hash));
}

/** Follows first parents through the interval: where they end, and whether a merge on the way has an unknown parent. */
function lineFrom(tip: string, known: ReadonlyMap<string, CommitFact>) {
  const seen = new Set<string>();
  let at: string | null = tip;
  let brings = false;
  while (at !== null && !seen.has(at)) {
    const commit = known.get(at);
    if (!commit) break;
    seen.add(at);
    brings ||= commit.parents.slice(1).some((parent) => !known.has(parent));
    at = commit.parents[0] ?? null;
  }
  return { tip, end: at, brings };
}
