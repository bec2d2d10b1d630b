import { isInside } from '../../core/files/paths';
import type { FilePath } from '../../core/ports';
import type { Change, Departure, NotedCommit, PathHistory } from '../../core/rules/pathHistory';
import type { NamedPaths } from '../../core/tasks/namedPaths';
import { renamesIn } from '../additions';
import { changesFormat } from '../changesFormat';
import { nulTokens } from '../nulTokens';
import { pathspecs } from '../pathspecs';
import { shallowBorder } from '../repository';
import { answered } from '../result';
import { readAmounts } from './changedAmounts';
import { type CheckedPlace, inFolder, inRepository, type TimedCommit } from './checkedPlace';

const format = changesFormat({ hash: '%H', short: '%h', instant: '%ct', date: '%cs' });
/** Only what was asked for is held, so this only guards against endless output. */
const streamBytes = 512 * 1024 * 1024;
/** Renames of a file that are followed; a renamed file may be renamed again. */
const mostMoves = 3;

/**
 * What became of the paths that records name, by the history of HEAD. In a shallow clone the oldest commits appear to
 * add every file, so a record that was last changed there has no history. Throws `GitUnanswered`.
 * @param isThere whether a path of the folder exists now
 * @param open the answer of `uncommitted`, where it is known already
 */
export async function readPathHistory(
  place: CheckedPlace,
  named: readonly NamedPaths[],
  isThere: (path: FilePath) => boolean,
  open?: ReadonlySet<FilePath>,
): Promise<PathHistory> {
  const records = named.map(({ record }) => inRepository(place, record));
  const touched = await lastTouches(place, new Set(records), open ?? (await uncommitted(place)));
  const gone = new Set(named.flatMap((one) => one.gone.map((path) => inRepository(place, path))));
  const departures = touched.size === 0 ? new Map<string, Departed>() : await readDepartures(place, gone, isThere);
  const changes = await readAmounts(place, new Map(named.map(({ record, there }) => [record, there])), touched);
  return {
    departure(record, path) {
      const touch = touched.get(inRepository(place, record));
      const found = departures.get(inRepository(place, path));
      return touch && found ? { ...found.departure, isLater: found.left.instant > touch.instant } : null;
    },
    change: (record, path): Change | null => changes(record, path),
  };
}

/** The newest commit that changed each file. */
async function lastTouches(
  place: CheckedPlace,
  files: ReadonlySet<FilePath>,
  open: ReadonlySet<FilePath>,
): Promise<ReadonlyMap<FilePath, TimedCommit>> {
  const found = new Map<FilePath, TimedCommit>();
  await walk(place, [...files], ['--no-renames'], (commit, path) => {
    const known = found.get(path);
    if (files.has(path) && (!known || known.instant < commit.instant)) found.set(path, commit);
  });
  const border = new Set(await shallowBorder(place.repository));
  return new Map([...found].filter(([file, { full }]) => !border.has(full) && !open.has(file)));
}

/** Tracked files with uncommitted changes, which are being worked on now. Throws `GitUnanswered`. */
export async function uncommitted({ runner, repository, signal }: CheckedPlace): Promise<ReadonlySet<FilePath>> {
  const args = ['-z', '--porcelain', '--untracked-files=no', '--no-renames'];
  const { stdout } = answered(await runner.run({ repository, verb: 'status', args }, { signal }));
  return new Set(nulTokens(stdout).map((token) => token.slice(3)));
}

interface Departed {
  /**
   * The commit in which the path itself was removed or renamed; `departure` may name a later commit, of a further
   * rename.
   */
  readonly left: TimedCommit;
  readonly departure: OmitLater<Departure>;
}

type OmitLater<T> = T extends unknown ? Omit<T, 'isLater'> : never;

async function readDepartures(
  place: CheckedPlace,
  gone: ReadonlySet<FilePath>,
  isThere: (path: FilePath) => boolean,
): Promise<ReadonlyMap<FilePath, Departed>> {
  const found = new Map<FilePath, Departed>();
  /** Path as it is asked for -> its last known name. */
  let pending: ReadonlyMap<FilePath, FilePath> = new Map([...gone].map((path) => [path, path]));
  for (let moves = 0; pending.size > 0 && moves < mostMoves; moves++) {
    const removals = await lastRemovals(place, new Set(pending.values()));
    const hashes = [...new Set([...removals.values()].map(({ full }) => full))];
    const { renames } = await renamesIn(place.runner, place.repository, hashes, place.signal);
    const next = new Map<FilePath, FilePath>();
    for (const [asked, name] of pending) {
      const commit = removals.get(name);
      if (!commit) {
        // It is not known where the renamed file went after that, so nothing is reported.
        found.delete(asked);
        continue;
      }
      const to = movedTo(name, renames.get(commit.full));
      if (to === 'several') continue;
      const noted = { hash: commit.hash, date: commit.date };
      const own = to === null ? null : inFolder(place, to);
      const left = found.get(asked)?.left ?? commit;
      if (own === null) {
        const last = name === asked ? null : inFolder(place, name);
        found.set(asked, { left, departure: removedAs(last, noted) });
      } else {
        found.set(asked, { left, departure: { kind: 'moved', to: own, commit: noted } });
        if (!isThere(own) && to !== null) next.set(asked, to);
      }
    }
    pending = next;
  }
  for (const asked of pending.keys()) found.delete(asked);
  return found;
}

function removedAs(last: FilePath | null, commit: NotedCommit): OmitLater<Departure> {
  return last === null ? { kind: 'removed', commit } : { kind: 'removed', as: last, commit };
}

/** The newest commit that removed each path, or the last file below it. */
async function lastRemovals(
  place: CheckedPlace,
  paths: ReadonlySet<FilePath>,
): Promise<ReadonlyMap<FilePath, TimedCommit>> {
  const found = new Map<FilePath, TimedCommit>();
  const args = ['--no-renames', '--diff-filter=D'];
  await walk(place, [...paths], args, (commit, path) => {
    for (let name = path; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
      const known = found.get(name);
      if (paths.has(name) && (!known || known.instant < commit.instant)) found.set(name, commit);
    }
  });
  return found;
}

/** Where a commit moved a file, or all files of a folder. */
function movedTo(path: FilePath, renames: ReadonlyMap<string, string> | undefined): FilePath | 'several' | null {
  const targets = new Set<FilePath>();
  for (const [to, from] of renames ?? []) {
    if (from === path) return to;
    if (!isInside(from, path)) continue;
    const rest = from.slice(path.length);
    targets.add(to.endsWith(rest) ? to.slice(0, to.length - rest.length) : '');
  }
  const [only, second] = targets;
  if (second !== undefined || only === '') return 'several';
  return only ?? null;
}

async function walk(
  { runner, repository, signal }: CheckedPlace,
  paths: readonly FilePath[],
  args: readonly string[],
  onChange: (commit: TimedCommit, path: FilePath) => void,
): Promise<void> {
  if (paths.length === 0) return;
  const onStdout = format.reader(({ hash, short, instant, date }, { path }) => {
    onChange({ full: hash, hash: short, instant: Number(instant), date }, path);
  });
  const result = await runner.run(
    {
      repository,
      verb: 'log',
      revisions: ['HEAD'],
      args: ['-z', '--name-status', ...args, '--diff-merges=first-parent', '--root', format.argument],
      paths: pathspecs(paths),
    },
    { signal, onStdout, maxBytes: streamBytes, timeoutMs: 300_000 },
  );
  if (!(result.kind === 'failed' && result.reason === 'no-commits')) answered(result);
}
