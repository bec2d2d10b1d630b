import type { FilePath } from '../../core/ports';
import type { FileSince } from '../../core/tasks/workplace';
import type { Instant } from '../../core/time/zone';
import { logFormat, type Row } from '../format';
import { nulTokens } from '../nulTokens';
import { pathspecs } from '../pathspecs';
import { type Repository, shallowBorder } from '../repository';
import { answered } from '../result';
import { resolveCommit } from '../revision';
import type { GitOptions, GitRunner } from '../runner';
import { changedFiles, mostCommits, type RecentCommit, toCommit, writtenBy } from './recentChanges';

const trunk = logFormat({ hash: '%H', parents: '%P', committed: '%ct' });
const range = { ...writtenBy, parents: '%P' } as const;
const ranged = logFormat(range);

/**
 * What HEAD has otherwise than at an instant, of these files, with the commits since that changed them. What HEAD was
 * then is told by its first parents: a branch that was merged since is new, however old its commits are. Null where the
 * history that is here does not go back so far. Throws `GitUnanswered`.
 * @param files relative to the repository's root
 * @param isOwn whether a commit is the reader's
 */
export async function changedSince(
  runner: GitRunner,
  repository: Repository,
  { files, since }: { readonly files: readonly FilePath[]; readonly since: Instant },
  isOwn: (commit: RecentCommit) => boolean,
  options: GitOptions = {},
): Promise<readonly FileSince[] | null> {
  const head = files.length === 0 ? null : await resolveCommit(runner, repository, 'HEAD', options);
  if (head === null) return [];
  const base = await headAt(runner, repository, head, since, options);
  if (base === undefined) return null;
  if (base === head) return [];
  const args = ['-z', '--use-mailmap', '--no-patch', '--no-merges', `--max-count=${mostCommits}`, ranged.argument];
  const revisions = base === null ? [head] : [head, `^${base}`];
  const result = await runner.run({ repository, verb: 'log', args, revisions }, options);
  const commits = new Map(ranged.parse(answered(result).stdout).map((row) => [row.hash, row]));
  const earlier: ReadonlyMap<FilePath, FilePath | null> =
    base === null
      ? new Map(files.map((path) => [path, null]))
      : await earlierPaths(runner, repository, { base, head, files }, options);
  const changed = files.filter((path) => earlier.has(path));
  const paths = [...new Set(changed.flatMap((path) => [path, earlier.get(path) ?? path]))];
  const changes = await changedFiles(runner, repository, [...commits.keys()], paths, options);
  return changed.flatMap((path) => {
    const from = earlier.get(path) ?? null;
    const touching = new Set(
      changes.flatMap((change) => (change.path === path || change.path === from ? [change.hash] : [])),
    );
    const own = [...commits.values()].filter(({ hash }) => touching.has(hash)).map((row) => commitOf(row, isOwn));
    const before = base === null || from === null ? null : { commit: base, path: from };
    return own.length === 0 ? [] : [{ path, head, before, commits: own }];
  });
}

function commitOf(row: Row<typeof range>, isOwn: (commit: RecentCommit) => boolean): FileSince['commits'][number] {
  const commit = toCommit(row);
  return {
    hash: commit.hash,
    parent: row.parents.split(' ')[0] || null,
    author: commit.author.name,
    own: isOwn(commit),
  };
}

/** What HEAD was; null where nothing was committed yet, undefined where the history here does not tell. */
async function headAt(
  runner: GitRunner,
  repository: Repository,
  head: string,
  since: Instant,
  options: GitOptions,
): Promise<string | null | undefined> {
  const args = ['-z', '--first-parent', '--no-patch', `--max-count=${mostCommits}`, trunk.argument];
  const result = await runner.run({ repository, verb: 'log', args, revisions: [head] }, options);
  const rows = trunk.parse(answered(result).stdout);
  const found = rows.find(({ committed }) => Number(committed) * 1000 <= since);
  if (found) return found.hash;
  const first = rows.at(-1);
  const isFirst = first?.parents === '' && !(await shallowBorder(repository)).includes(first.hash);
  return isFirst ? null : undefined;
}

interface Compared {
  readonly base: string;
  readonly head: string;
  readonly files: readonly FilePath[];
}

/** Of each file that is not the same in both commits its path in the first; null where it was not there. */
async function earlierPaths(
  runner: GitRunner,
  repository: Repository,
  { base, head, files }: Compared,
  options: GitOptions,
): Promise<ReadonlyMap<FilePath, FilePath | null>> {
  const wanted = new Set(files);
  const compare = async (args: readonly string[], paths: readonly FilePath[]) => {
    const call = { repository, verb: 'diff', revisions: [base, head], paths } as const;
    const result = await runner.run({ ...call, args: ['-z', '--name-status', ...args] }, options);
    return nulTokens(answered(result).stdout);
  };
  const tokens = await compare(['--no-renames', '--diff-filter=AMT'], pathspecs(files));
  const found = new Map<FilePath, FilePath | null>();
  for (let at = 0; at + 1 < tokens.length; at += 2) {
    const path = tokens[at + 1] ?? '';
    if (wanted.has(path)) found.set(path, tokens[at] === 'A' ? null : path);
  }
  if (![...found.values()].includes(null)) return found;
  // Each is three parts: its status, the old path and the new one.
  const moved = await compare(['--find-renames', '--diff-filter=R'], []);
  for (let at = 0; at + 2 < moved.length; at += 3) {
    const path = moved[at + 2] ?? '';
    if (found.get(path) === null) found.set(path, moved[at + 1] ?? null);
  }
  return found;
}
