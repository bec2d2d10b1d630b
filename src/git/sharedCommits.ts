import type { SharedCommit } from '../core/links/historyLinks';
import type { FilePath } from '../core/ports';
import { changedFiles } from './activity/recentChanges';
import { type CheckedPlace, inFolder, inRepository } from './check/checkedPlace';
import { logFormat } from './format';
import { pathspecs } from './pathspecs';
import { answered } from './result';

const list = logFormat({ hash: '%H' });
/** The newest commits of a file that changes every day; older ones say little of its present state. */
const mostCommits = 300;
const shortHash = 7;

/**
 * The commits that changed a file under its present name, newest first, with all files that each changed, in at most
 * three processes. Merges are left out. Throws `GitUnanswered`.
 */
export async function sharedCommits(place: CheckedPlace, file: FilePath): Promise<readonly SharedCommit[]> {
  const { runner, repository, signal } = place;
  const options = { signal, priority: 'interactive' } as const;
  const args = ['-z', '--no-patch', '--no-merges', `--max-count=${mostCommits}`, list.argument];
  const paths = pathspecs([inRepository(place, file)]);
  const result = await runner.run({ repository, verb: 'log', args, revisions: ['HEAD'], paths }, options);
  if (result.kind === 'failed' && result.reason === 'no-commits') return [];
  const hashes = list.parse(answered(result).stdout).map(({ hash }) => hash);
  const changes = await changedFiles(runner, repository, hashes, null, options);
  const files = new Map<string, FilePath[]>(hashes.map((hash) => [hash, []]));
  // A file outside the folder is listed too, because it counts for the size of the commit.
  for (const { hash, path } of changes) files.get(hash)?.push(inFolder(place, path) ?? `../${path}`);
  return [...files].map(([hash, paths]) => ({ hash: hash.slice(0, shortHash), files: paths }));
}
