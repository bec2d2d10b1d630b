import { changesFormat } from './changesFormat';
import { pathspecs } from './pathspecs';
import type { Repository } from './repository';
import { answered, type GitResult } from './result';
import type { GitRunner } from './runner';

/** The commit that put a file at its path for the first time. */
export interface Addition {
  readonly hash: string;
  /** Seconds since 1970, for comparing. */
  readonly instant: number;
  /** `YYYY-MM-DD` in the author's own offset. */
  readonly date: string;
}

const addition = changesFormat({ hash: '%H', instant: '%at', date: '%aI' });
const renamed = changesFormat({ hash: '%H' });
const isoDay = /^\d{4}-\d{2}-\d{2}(?=T)/;

/** Only one line is held for each wanted file, so this only guards against endless output. */
const streamBytes = 512 * 1024 * 1024;
/** Hashes of 40 or 64 characters: as many as fit on a command line on Windows. */
const mostHashes = 300;

/**
 * The first addition of each path, in one walk through the history of the given commits (`HEAD` or hashes). The
 * earliest author instant counts, so that neither the order of commits nor a wrong committer clock matters. Merges are
 * compared with their first parent: files that a subtree merge brings are added by the merge alone.
 */
export async function firstAdditions(
  runner: GitRunner,
  repository: Repository,
  from: readonly string[],
  wanted: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Addition>> {
  const first = new Map<string, Addition>();
  const onStdout = addition.reader((commit, { path }) => {
    if (!wanted.has(path)) return;
    const date = isoDay.exec(commit.date)?.[0];
    const instant = Number(commit.instant);
    // Git writes instant 0 for a date that it could not read.
    if (date === undefined || instant === 0) return;
    const known = first.get(path);
    if (known === undefined || instant < known.instant) first.set(path, { hash: commit.hash, instant, date });
  });
  const result = await runner.run(
    {
      repository,
      verb: 'log',
      args: ['-z', '--name-status', '--no-renames', '--diff-filter=A', ...commitDiff, addition.argument],
      revisions: from.length > mostHashes ? ['HEAD'] : from,
      paths: pathspecs([...wanted]),
    },
    { signal, onStdout, maxBytes: streamBytes },
  );
  if (!hasNoCommits(result)) answered(result);
  return first;
}

/**
 * The earlier names of the files of these commits: hash -> new path -> old path. Only the given commits are compared,
 * and with no path to limit them, so that a rename from any folder is found. A clone that lacks the contents
 * (`--filter=blob:none`) cannot answer; then nothing counts as renamed, and the answer is not whole.
 */
export async function renamesIn(
  runner: GitRunner,
  repository: Repository,
  hashes: readonly string[],
  signal: AbortSignal,
): Promise<{ readonly renames: ReadonlyMap<string, ReadonlyMap<string, string>>; readonly isWhole: boolean }> {
  let isWhole = true;
  const renames = new Map<string, Map<string, string>>();
  const onStdout = renamed.reader(({ hash }, { path, from }) => {
    if (from === null) return;
    const ofCommit = renames.get(hash) ?? new Map<string, string>();
    renames.set(hash, ofCommit.set(path, from));
  });
  for (let start = 0; start < hashes.length; start += mostHashes) {
    const result = await runner.run(
      {
        repository,
        verb: 'log',
        // Records share a template, so at git's default similarity of 50% one record would be taken for another.
        args: [
          '-z',
          '--name-status',
          '--find-renames=70%',
          '--diff-filter=R',
          '--no-walk',
          ...commitDiff,
          renamed.argument,
        ],
        revisions: hashes.slice(start, start + mostHashes),
      },
      { signal, onStdout, maxBytes: streamBytes },
    );
    if (result.kind === 'failed' && result.reason === 'missing-object') isWhole = false;
    else answered(result);
  }
  return { renames, isWhole };
}

/** Overrides the repository's `log.showRoot` and `log.diffMerges`. */
const commitDiff = ['--root', '--diff-merges=first-parent'] as const;

function hasNoCommits(result: GitResult): boolean {
  return result.kind === 'failed' && result.reason === 'no-commits';
}
