import { append } from '../../core/lists';
import type { FilePath } from '../../core/ports';
import type { Change } from '../../core/rules/pathHistory';
import { NulTokens } from '../nulTokens';
import { pathspecs } from '../pathspecs';
import { answered } from '../result';
import { type CheckedPlace, inRepository, type TimedCommit } from './checkedPlace';

interface Amount {
  readonly commit: TimedCommit;
  readonly added: number;
  readonly removed: number;
}

/** From this share on a file is no longer the one that the record speaks of. */
const leastShare = 0.5;
const marker = 'commit';
/** Line counts of one file of a commit, added and removed; a binary file has dashes. */
const amounts = /^\n?(\d+|-)\t(\d+|-)\t(.+)$/s;
const streamBytes = 512 * 1024 * 1024;

/**
 * How much the files that records name have changed since each record was last changed. Throws `GitUnanswered`.
 * @param named record -> existing files that it names; empty where amounts are not asked for
 * @param touched the last change of each record, by its path in the repository
 */
export async function readAmounts(
  place: CheckedPlace,
  named: ReadonlyMap<FilePath, readonly FilePath[]>,
  touched: ReadonlyMap<FilePath, TimedCommit>,
): Promise<(record: FilePath, path: FilePath) => Change | null> {
  const own = (path: FilePath) => inRepository(place, path);
  const files = new Set([...named.values()].flat().map(own));
  const history = files.size === 0 ? new Map<FilePath, Amount[]>() : await readHistory(place, files);
  return (record, path) => {
    const touch = touched.get(own(record));
    const all = history.get(own(path));
    if (!touch || !all) return null;
    // A file begins empty, so it now has as many lines as were added and not removed.
    const lines = all.reduce((sum, { added, removed }) => sum + added - removed, 0);
    const later = all.filter(({ commit }) => commit.instant > touch.instant);
    const changed = later.reduce((sum, { added, removed }) => sum + Math.max(added, removed), 0);
    const share = lines > 0 ? changed / lines : 0;
    return share < leastShare ? null : { commits: later.map(({ commit }) => commit), share };
  };
}

async function readHistory(
  { runner, repository, signal }: CheckedPlace,
  files: ReadonlySet<FilePath>,
): Promise<ReadonlyMap<FilePath, Amount[]>> {
  const found = new Map<FilePath, Amount[]>();
  const tokens = new NulTokens();
  let header: string[] | null = null;
  let commit: TimedCommit | undefined;
  const onStdout = (chunk: Uint8Array) => {
    for (const token of tokens.push(chunk)) {
      if (header !== null) {
        header.push(token);
        if (header.length < 4) continue;
        const [full = '', hash = '', instant = '', date = ''] = header;
        commit = { full, hash, instant: Number(instant), date };
        header = null;
      } else if (token === marker) header = [];
      else {
        const [, added, removed, path = ''] = amounts.exec(token) ?? [];
        if (!commit || !files.has(path) || added === '-') continue;
        append(found, path, { commit, added: Number(added), removed: Number(removed) });
      }
    }
  };
  const args = [
    '-z',
    '--numstat',
    '--no-renames',
    '--no-merges',
    '--root',
    `--format=${marker}%x00%H%x00%h%x00%ct%x00%cs`,
  ];
  const call = { repository, verb: 'log', revisions: ['HEAD'], args, paths: pathspecs([...files]) } as const;
  answered(await runner.run(call, { signal, onStdout, maxBytes: streamBytes, timeoutMs: 300_000 }));
  return found;
}
