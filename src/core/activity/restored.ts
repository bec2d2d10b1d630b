import { groupedBy } from '../lists';
import type { FilePath } from '../ports';
import type { RepositoryActivity } from './activity';
import { newestFirst } from './commitGraph';
import type { ToldCommit } from './toldWork';

/**
 * Paths that several commits changed and that have the content again which they had before the first of them. What has
 * landed in a repository is compared together, and what is open by its item.
 */
export function restoredBy(repositories: readonly Pick<RepositoryActivity, 'items'>[]): ReadonlySet<FilePath> {
  const touched = repositories.flatMap(({ items }) => {
    const [merged, open] = [true, false].map((is) => items.filter(({ standing }) => (standing === 'merged') === is));
    return [...(open ?? []).map(({ commits }) => commits), (merged ?? []).flatMap(({ commits }) => commits)];
  });
  const changes = touched.map((commits) => changesOf([...commits].sort(newestFirst)));
  const paths = new Set(changes.flatMap((each) => [...each.keys()]));
  // One that another piece of work leaves changed is changed.
  return new Set([...paths].filter((path) => changes.every((each) => isAsBefore(each.get(path) ?? [], path))));
}

function changesOf(commits: readonly ToldCommit[]): ReadonlyMap<FilePath, readonly ToldCommit[]> {
  const changes = commits.flatMap((commit) => commit.files.map(({ path }) => ({ path, commit })));
  const byPath = groupedBy(changes, ({ path }) => path);
  return new Map([...byPath].map(([path, some]) => [path, some.map(({ commit }) => commit)]));
}

/** @param commits that changed the path, the newest first */
function isAsBefore(commits: readonly ToldCommit[], path: FilePath): boolean {
  const before = commits.at(-1)?.contents?.before.get(path);
  const isMoved = commits.some(({ files }) => files.some((file) => file.path === path && file.from !== null));
  return (
    commits.length === 0 ||
    (commits.length > 1 && !isMoved && before !== undefined && before === commits[0]?.contents?.now.get(path))
  );
}
