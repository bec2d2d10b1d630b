import type { FilePath } from '../../core/ports';
import type { FileSince } from '../../core/tasks/workplace';
import type { Instant } from '../../core/time/zone';
import { logFormat, type Row } from '../format';
import { nulTokens } from '../nulTokens';
import { pathspecs } from '../pathspecs';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';
import { readByHand } from './byHand';
import { headAt } from './headAt';
import { changedFiles, mostCommits, type RecentCommit, toCommit, writtenBy } from './recentChanges';

const range = { ...writtenBy, parents: '%P' } as const;
const ranged = logFormat(range);

/**
 * How these files in HEAD differ from an earlier instant, with the commits since that changed them. A branch merged
 * since is new, however old its commits are. Null where the history in this clone does not go back that far. Throws
 * `GitUnanswered`.
 * @param head the commit of HEAD; null where there is none
 * @param files relative to the repository's root
 * @param isWanted which other files are reported where they are gone
 * @param isOwn whether a commit is the reader's
 */
export async function changedSince(
  runner: GitRunner,
  repository: Repository,
  { head, files, isWanted, since }: Asked,
  isOwn: (commit: RecentCommit) => boolean,
  options: GitOptions = {},
): Promise<readonly FileSince[] | null> {
  if (head === null) return [];
  const base = await headAt(runner, repository, { head, since, isOwn }, options);
  if (base === undefined) return null;
  if (base === head) return [];
  const args = ['-z', '--use-mailmap', '--no-patch', '--no-merges', `--max-count=${mostCommits}`, ranged.argument];
  const revisions = base === null ? [head] : [head, `^${base}`];
  const result = await runner.run({ repository, verb: 'log', args, revisions }, options);
  const commits = new Map(ranged.parse(answered(result).stdout).map((row) => [row.hash, row]));
  const { earlier, gone }: Differences =
    base === null
      ? { earlier: new Map(files.map((path) => [path, null])), gone: [] }
      : await differences(runner, repository, { base, head, files, isWanted }, options);
  const changed = [...files.filter((path) => earlier.has(path)), ...gone];
  const paths = [...new Set(changed.flatMap((path) => [path, earlier.get(path) ?? path]))];
  const inCommits = await changedFiles(runner, repository, [...commits.keys()], paths, options);
  const known = new Set(inCommits.map(({ path }) => path));
  const unknown = new Set(paths.filter((path) => !known.has(path)));
  const merges: ReadonlyMap<string, ByMerge> =
    unknown.size === 0 ? new Map() : await changedByMerges(runner, repository, revisions, unknown, options);
  for (const [hash, { row }] of merges) commits.set(hash, row);
  const inMerges = [...merges].flatMap(([hash, { files: own }]) => own.map((path) => ({ hash, path })));
  const changes = [...inCommits, ...inMerges];
  return changed.flatMap((path) => {
    const isGone = !earlier.has(path);
    const from = isGone ? path : (earlier.get(path) ?? null);
    const touching = new Set(
      changes.flatMap((change) => (change.path === path || change.path === from ? [change.hash] : [])),
    );
    const own = [...commits.values()].filter(({ hash }) => touching.has(hash)).map((row) => commitOf(row, isOwn));
    const before = base === null || from === null ? null : { commit: base, path: from };
    return own.length === 0 ? [] : [{ path, isGone, head, before, commits: own }];
  });
}

interface ByMerge {
  readonly row: Row<typeof range>;
  readonly files: readonly FilePath[];
}

/** By merge, the files that have in it what neither of its sides has: an edit that no other commit shows. */
async function changedByMerges(
  runner: GitRunner,
  repository: Repository,
  revisions: readonly string[],
  wanted: ReadonlySet<FilePath>,
  options: GitOptions,
): Promise<Map<string, ByMerge>> {
  const args = ['-z', '--use-mailmap', '--no-patch', '--merges', `--max-count=${mostCommits}`, ranged.argument];
  const result = await runner.run({ repository, verb: 'log', args, revisions }, options);
  const merges = ranged.parse(answered(result).stdout);
  const hashes = merges.map(({ hash }) => hash);
  if (hashes.length === 0) return new Map();
  const byHand = await readByHand(runner, repository, hashes, options);
  return new Map(
    merges.flatMap((row) => {
      const files = (byHand.get(row.hash) ?? []).filter((path) => wanted.has(path));
      return files.length === 0 ? [] : [[row.hash, { row, files }]];
    }),
  );
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

interface Asked {
  readonly head: string | null;
  readonly files: readonly FilePath[];
  readonly isWanted: (path: FilePath) => boolean;
  readonly since: Instant;
}

interface Compared extends Omit<Asked, 'since'> {
  readonly base: string;
  readonly head: string;
}

interface Differences {
  /** For each file that differs between the commits its path in the first; null where it was not there. */
  readonly earlier: ReadonlyMap<FilePath, FilePath | null>;
  /** Paths of the first commit that the second does not have, and that were not renamed to one of the files. */
  readonly gone: readonly FilePath[];
}

async function differences(
  runner: GitRunner,
  repository: Repository,
  { base, head, files, isWanted }: Compared,
  options: GitOptions,
): Promise<Differences> {
  const wanted = new Set(files);
  const compare = async (args: readonly string[], paths: readonly FilePath[]) => {
    const call = { repository, verb: 'diff', revisions: [base, head], paths } as const;
    const result = await runner.run({ ...call, args: ['-z', '--name-status', ...args] }, options);
    return nulTokens(answered(result).stdout);
  };
  const [tokens, deleted] = await Promise.all([
    files.length === 0 ? [] : compare(['--no-renames', '--diff-filter=AMT'], pathspecs(files)),
    compare(['--no-renames', '--diff-filter=D'], []),
  ]);
  const gone = new Set(deleted.filter((path, at) => at % 2 === 1 && isWanted(path)));
  const found = new Map<FilePath, FilePath | null>();
  for (let at = 0; at + 1 < tokens.length; at += 2) {
    const path = tokens[at + 1] ?? '';
    if (wanted.has(path)) found.set(path, tokens[at] === 'A' ? null : path);
  }
  if (![...found.values()].includes(null)) return { earlier: found, gone: [...gone] };
  // Each is three parts: its status, the old path and the new one.
  const moved = await compare(['--find-renames', '--diff-filter=R'], []);
  for (let at = 0; at + 2 < moved.length; at += 3) {
    const [from = '', path = ''] = moved.slice(at + 1, at + 3);
    if (found.get(path) !== null) continue;
    found.set(path, from);
    gone.delete(from);
  }
  return { earlier: found, gone: [...gone] };
}
