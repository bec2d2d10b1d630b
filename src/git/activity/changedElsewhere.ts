import type { FilePath } from '../../core/ports';
import type { ElsewhereSince } from '../../core/tasks/workplace';
import type { Instant } from '../../core/time/zone';
import { logFormat } from '../format';
import { nulTokens } from '../nulTokens';
import { pathspecs } from '../pathspecs';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';
import { changedFiles, type RecentCommit, toCommit, writtenBy } from './recentChanges';
import { readReferences } from './references';

const list = logFormat(writtenBy);
/** Commits that HEAD does not have and that are read, the newest first. */
const mostCommits = 500;
const mostFiles = 100;

interface Asked {
  readonly head: string | null;
  readonly since: Instant;
  readonly isWanted: (path: FilePath) => boolean;
  /** Whether a commit is the reader's. */
  readonly isOwn: (commit: RecentCommit) => boolean;
}

/**
 * The files that others changed since on the default branch, as last fetched, and that HEAD (`head`) does not have so;
 * null where there is none. Throws `GitUnanswered`.
 */
export async function changedElsewhere(
  runner: GitRunner,
  repository: Repository,
  { head, since, isWanted, isOwn }: Asked,
  options: GitOptions = {},
): Promise<ElsewhereSince | null> {
  const { defaultBranch } = await readReferences(runner, repository, null, options);
  if (head === null || defaultBranch === null || defaultBranch.tip === head) return null;
  const { name: branch, tip } = defaultBranch;
  const args = ['-z', '--use-mailmap', '--no-patch', '--no-merges', `--max-count=${mostCommits}`, list.argument];
  const result = await runner.run({ repository, verb: 'log', args, revisions: [tip, `^${head}`] }, options);
  const commits = list.parse(answered(result).stdout).map(toCommit);
  const news = commits.filter((commit) => commit.committed > since && !isOwn(commit)).map(({ hash }) => hash);
  const changes = await changedFiles(runner, repository, news, null, options);
  const paths = [...new Set(changes.map(({ path }) => path).filter(isWanted))].slice(0, mostFiles);
  if (paths.length === 0) return null;
  const call = { repository, verb: 'diff', revisions: [head, tip], paths: pathspecs(paths) } as const;
  const differing = await runner.run({ ...call, args: ['-z', '--name-only', '--no-renames'] }, options);
  const files = nulTokens(answered(differing).stdout);
  return files.length === 0 ? null : { branch, tip, files };
}
