import type { FileStat, PatchFact } from '../../core/activity/facts';
import { append } from '../../core/lists';
import { changesFormat } from '../changesFormat';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { statuses } from './filePatch';
import { orCancelled } from './gaps';
import { PatchReader, patchArguments, patchFormat } from './patchReader';

/** Hashes of 40 or 64 characters: as many as fit on a command line on Windows. */
const mostHashes = 400;
/** Output of one call. A commit with more is described by its file names: it is an import of other code. */
const patchBytes = 64 * 1024 * 1024;
const nameBytes = 64 * 1024 * 1024;
/** Calls for one chunk of commits. */
const mostCalls = 8;

const selected = ['--no-walk=unsorted', '--no-merges', '--ignore-missing', '--root'] as const;
const names = changesFormat({ hash: '%H' });

/**
 * What each of the given commits changed, by one call for all of them, and a further call after each commit whose patch
 * alone is too large. Such commits, and all that are left where contents are missing (a partial clone, docs/adr/0018)
 * or time runs out, get file names alone, by a last call. Merges and commits that are not in this clone are left out.
 * Throws `GitUnanswered` where it was cancelled and at no other time.
 * @param options `maxBytes` is for one call
 */
export async function readPatches(
  runner: GitRunner,
  repository: Repository,
  hashes: readonly string[],
  options: GitOptions = {},
): Promise<ReadonlyMap<string, PatchFact>> {
  const found = new Map<string, PatchFact>();
  for (let start = 0; start < hashes.length; start += mostHashes) {
    const some = hashes.slice(start, start + mostHashes);
    const nameless = await addPatches(runner, repository, some, found, options);
    if (nameless.length > 0) await addNames(runner, repository, nameless, found, options);
  }
  return found;
}

/** @returns commits whose patches could not be read */
async function addPatches(
  runner: GitRunner,
  repository: Repository,
  hashes: readonly string[],
  found: Map<string, PatchFact>,
  options: GitOptions,
): Promise<readonly string[]> {
  const tooMuch: string[] = [];
  let remaining = hashes;
  for (let call = 1; remaining.length > 0; call++) {
    const before = found.size;
    const reader = new PatchReader((hash, patch) => found.set(hash, patch));
    const result = orCancelled(
      await runner.run(
        { repository, verb: 'log', args: [...patchArguments, ...selected, patchFormat], revisions: remaining },
        { ...options, maxBytes: options.maxBytes ?? patchBytes, onStdout: (chunk) => reader.push(chunk) },
      ),
    );
    if (result.kind === 'exited') {
      reader.end();
      return tooMuch;
    }
    const rest = remaining.filter((hash) => !found.has(hash));
    const isLimit = result.kind === 'killed' && result.by === 'limit';
    if (!isLimit || call === mostCalls) return [...tooMuch, ...rest];
    // The first commit of a call is too large by itself; one after others may not be.
    const [first, ...others] = rest;
    if (found.size === before && first !== undefined) tooMuch.push(first);
    remaining = found.size === before ? others : rest;
  }
  return tooMuch;
}

async function addNames(
  runner: GitRunner,
  repository: Repository,
  hashes: readonly string[],
  found: Map<string, PatchFact>,
  options: GitOptions,
): Promise<void> {
  const files = new Map<string, FileStat[]>();
  const onStdout = names.reader(({ hash }, { status, path, from }) => {
    const stat: FileStat = { path, from, added: null, removed: null, status: statuses[status] ?? 'modified' };
    append(files, hash, stat);
  });
  const result = await runner.run(
    {
      repository,
      verb: 'log',
      // Only exact renames: for others git would compare contents.
      args: ['-z', '--name-status', '--find-renames=100%', ...selected, names.argument],
      revisions: hashes,
    },
    { ...options, maxBytes: nameBytes, onStdout },
  );
  if (orCancelled(result).kind !== 'exited') return;
  for (const [hash, list] of files) found.set(hash, { patchId: null, files: list });
}

/** What `tip` changed since it left `base`, both hashes; null where git cannot tell. Throws where it was cancelled. */
export async function readRangePatch(
  runner: GitRunner,
  repository: Repository,
  base: string,
  tip: string,
  options: GitOptions = {},
): Promise<PatchFact | null> {
  let found = null as PatchFact | null;
  const reader = new PatchReader((_, patch) => {
    found = patch;
  }, '');
  const [result, beside] = await Promise.all([
    runner.run(
      { repository, verb: 'diff', args: patchArguments, revisions: [`${base}...${tip}`] },
      { ...options, maxBytes: patchBytes, onStdout: (chunk) => reader.push(chunk) },
    ),
    runner.run(
      { repository, verb: 'diff', args: ['-z', '--name-only', '--no-renames'], revisions: [`${base}..${tip}`] },
      { ...options, maxBytes: nameBytes },
    ),
  ]);
  if (orCancelled(result).kind !== 'exited') return null;
  reader.end();
  const others = orCancelled(beside);
  if (!found || others.kind !== 'exited') return found;
  const differing = new Set(new TextDecoder().decode(others.stdout).split('\0'));
  const paths = found.files.flatMap(({ path, from }) => (from === null ? [path] : [path, from]));
  return { ...found, left: new Set(paths.filter((path) => differing.has(path))) };
}
