import type { BranchFact, CommitFact } from '../../core/activity/facts';
import { logFormat } from '../format';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

const format = logFormat({ hash: '%H' });
const mostCommits = 1_000;
/** Twice as many fit on a command line on Windows. */
const mostUpstreams = 300;

/** The history that is known without another call of git. */
export interface KnownHistory {
  readonly branches: readonly BranchFact[];
  /** The commits of the interval. */
  readonly commits: readonly CommitFact[];
  /** Parents of the unpushed commits. */
  readonly unpushedParents: ReadonlySet<string>;
}

/**
 * Commits of any age that an upstream has and no local branch: a colleague's, or commits that were rewritten here since
 * they were pushed. At most 1,000. Git is asked only about upstreams that the known history does not decide; nothing is
 * fetched. Throws `GitUnanswered`.
 */
export async function readUpstreamOnly(
  runner: GitRunner,
  repository: Repository,
  known: KnownHistory,
  options: GitOptions = {},
): Promise<readonly string[]> {
  const tips = new Set(known.branches.map(({ tip }) => tip));
  const upstreams = new Set(known.branches.flatMap(({ upstreamTip }) => upstreamTip ?? []));
  const here = walk([...tips], known.commits, new Set());
  const found = new Set<string>();
  const unsure: string[] = [];
  for (const upstream of upstreams) {
    // The upstream is an ancestor of a local branch.
    if (tips.has(upstream) || here.reached.has(upstream) || known.unpushedParents.has(upstream)) continue;
    const { reached, left } = walk([upstream], known.commits, here.reached);
    if (left.every((hash) => tips.has(hash))) for (const hash of reached) found.add(hash);
    else unsure.push(upstream);
  }
  if (unsure.length === 0) return [...found];
  const args = ['-z', '--not', '--branches', '--not', `--max-count=${mostCommits}`, format.argument];
  const result = await runner.run(
    { repository, verb: 'log', args, revisions: unsure.slice(0, mostUpstreams) },
    options,
  );
  return [...new Set([...found, ...format.parse(answered(result).stdout).map(({ hash }) => hash)])];
}

/** The known commits that tips reach, without `except`, and the unknown parents at which the known history ends. */
function walk(
  tips: readonly string[],
  commits: readonly CommitFact[],
  except: ReadonlySet<string>,
): { readonly reached: ReadonlySet<string>; readonly left: readonly string[] } {
  const byHash = new Map(commits.map((commit) => [commit.hash, commit]));
  const reached = new Set<string>();
  const left: string[] = [];
  const open = [...tips];
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    if (reached.has(hash) || except.has(hash)) continue;
    const commit = byHash.get(hash);
    if (!commit) {
      left.push(hash);
      continue;
    }
    reached.add(hash);
    open.push(...commit.parents);
  }
  return { reached, left };
}
