import type { Person } from '../../core/activity/facts';
import type { FilePath } from '../../core/ports';
import type { Instant } from '../../core/time/zone';
import { changesFormat } from '../changesFormat';
import { logFormat, type Row } from '../format';
import { pathspecs } from '../pathspecs';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

/** Author, committer and times of a commit; no more, because thousands are read. */
export interface RecentCommit {
  readonly hash: string;
  /** As the mailmap has it. */
  readonly author: Person;
  /** The author's address before the mailmap. */
  readonly writtenAddress: string;
  readonly authored: Instant;
  /** As the mailmap has them: a colleague who rebased or merged it, or the machine of a forge. */
  readonly committer: Person;
  readonly committed: Instant;
}

/** One file in one commit. */
export interface RecentChange {
  /** Of the commit. */
  readonly hash: string;
  /** Relative to the repository's root. */
  readonly path: FilePath;
  readonly status: 'added' | 'modified' | 'deleted';
  readonly author: string;
  readonly committed: Instant;
}

/** Author, committer and times. */
export const writtenBy = {
  ...{ hash: '%H', name: '%aN', address: '%aE', written: '%ae', authored: '%at' },
  ...{ committer: '%cN', committing: '%cE', committed: '%ct' },
} as const;
const list = logFormat(writtenBy);
const changes = changesFormat({ hash: '%H', author: '%aN', committed: '%ct' });

/** Enough for three months of all but the largest projects. */
export const mostCommits = 20_000;
/** Hashes of one call: a command line on Windows ends at 32,767 characters. */
const mostHashes = 300;
const streamBytes = 256 * 1024 * 1024;
const statuses: Readonly<Record<string, RecentChange['status']>> = { A: 'added', D: 'deleted' };

/**
 * The commits since an instant, newest first, that HEAD reaches; with `branches`, those of every local branch too.
 * Older ones are filtered out here and not by `--since`, which stops at the first commit with a wrong clock
 * (docs/adr/0018). Of more than 20,000 the older ones are missing. Throws `GitUnanswered`.
 */
export async function recentCommits(
  runner: GitRunner,
  repository: Repository,
  since: Instant,
  { branches = false, ...options }: GitOptions & { readonly branches?: boolean } = {},
): Promise<readonly RecentCommit[]> {
  const walked = branches ? ['--branches'] : [];
  const args = ['-z', '--use-mailmap', '--no-patch', `--max-count=${mostCommits}`, ...walked, list.argument];
  const result = await runner.run({ repository, verb: 'log', args, revisions: ['HEAD'] }, options);
  if (result.kind === 'failed' && result.reason === 'no-commits') return [];
  return list
    .parse(answered(result).stdout)
    .map(toCommit)
    .filter(({ committed }) => committed >= since);
}

/**
 * The files that these commits changed; where `paths` are given, only those. Merges change none. Only the given commits
 * are compared, because comparing all takes seconds in a large repository (docs/adr/0018). A rename is a file that was
 * deleted and one that was added. Throws `GitUnanswered`.
 */
export async function changedFiles(
  runner: GitRunner,
  repository: Repository,
  hashes: readonly string[],
  paths: readonly FilePath[] | null,
  options: GitOptions = {},
): Promise<readonly RecentChange[]> {
  const found: RecentChange[] = [];
  const wanted = paths && new Set(paths);
  const onStdout = changes.reader(({ hash, author, committed }, { path, status }) => {
    if (wanted !== null && !wanted.has(path)) return;
    found.push({ hash, path, status: statuses[status] ?? 'modified', author, committed: Number(committed) * 1000 });
  });
  const args = ['-z', '--use-mailmap', '--no-walk', '--name-status', '--no-renames', '--root', changes.argument];
  for (let start = 0; start < hashes.length; start += mostHashes) {
    const revisions = hashes.slice(start, start + mostHashes);
    const call = { repository, verb: 'log' as const, args, revisions, paths: pathspecs(paths ?? []) };
    answered(await runner.run(call, { ...options, onStdout, maxBytes: streamBytes }));
  }
  return found;
}

/** A commit from a row of a log with the format `writtenBy`. */
export function toCommit(row: Row<typeof writtenBy>): RecentCommit {
  const { hash, name, address, written, authored, committer, committing, committed } = row;
  return {
    hash,
    author: { name, address },
    writtenAddress: written,
    authored: Number(authored) * 1000,
    committer: { name: committer, address: committing },
    committed: Number(committed) * 1000,
  };
}
