import { join, pathBelow } from '../../core/files/paths';
import type { FilePath } from '../../core/ports';
import type { Instant } from '../../core/time/zone';
import { changedFiles, type RecentChange, recentCommits } from '../../git/activity/recentChanges';
import type { GitOptions } from '../../git/runner';
import type { OpenRepository } from '../workspace/lazyGit';

/**
 * The commits that HEAD has since an instant, that one not included, of these files of a workspace folder, and with
 * paths relative to it. Throws `GitUnanswered`.
 */
export async function folderChanges(
  place: OpenRepository,
  files: readonly FilePath[],
  since: Instant,
  options: GitOptions,
): Promise<readonly RecentChange[]> {
  if (files.length === 0) return [];
  const { runner, repository } = place;
  const commits = await recentCommits(runner, repository, since + 1, options);
  const hashes = commits.map(({ hash }) => hash);
  const paths = files.map((path) => join(place.prefix, path));
  const changes = await changedFiles(runner, repository, hashes, paths, options);
  return changes.flatMap((change) => {
    const path = pathBelow(place.prefix, change.path);
    return path === null ? [] : [{ ...change, path }];
  });
}
