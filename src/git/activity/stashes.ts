import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StashFact } from '../../core/activity/facts';
import { logFormat } from '../format';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';
import { readStashFiles } from './stashFiles';

const format = logFormat({ hash: '%H', message: '%gs', created: '%ct' });
const mostStashes = 200;
/** Stashes whose files are read; a draft only counts the others. */
const mostLooked = 5;
const longestLog = 1024 * 1024;
const longestMessage = 500;

/** The stashes, newest first, with the files of the newest few. Throws `GitUnanswered`. */
export async function readStashes(
  runner: GitRunner,
  repository: Repository,
  options: GitOptions = {},
): Promise<readonly StashFact[]> {
  const stashes = await listStashes(runner, repository, options);
  const newest = stashes.slice(0, mostLooked).map(({ hash }) => hash);
  const result = await readStashFiles(runner, repository, newest, options);
  return stashes.map(({ hash, ...stash }) => {
    const files = result.get(hash);
    return files ? { ...stash, files } : stash;
  });
}

/** A stash without its files. */
type ListedStash = Omit<StashFact, 'files'> & { readonly hash: string };

/**
 * The stashes, newest first, for a repository that has some. They are entries of one reference's log, which is a plain
 * file; git is asked only where references are stored in another form (`reftable`). Throws `GitUnanswered`.
 */
async function listStashes(
  runner: GitRunner,
  repository: Repository,
  options: GitOptions,
): Promise<readonly ListedStash[]> {
  const file = join(repository.commonDirectory, 'logs', 'refs', 'stash');
  const entry = await lstat(file).catch(() => undefined);
  if (entry?.isFile() && entry.size > 0 && entry.size <= longestLog) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text !== null) return parseStashLog(text);
  }
  const result = await runner.run(
    {
      repository,
      verb: 'log',
      args: ['-z', '--walk-reflogs', '--encoding=UTF-8', `--max-count=${mostStashes}`, format.argument],
      revisions: ['refs/stash'],
    },
    options,
  );
  return format.parse(answered(result).stdout).map(({ hash, message, created }) => stashOf(hash, message, created));
}

/** `<old> <new> <name> <<address>> <seconds> <offset>\t<message>`, the oldest first (gitrepository-layout, logs). */
export function parseStashLog(text: string): readonly ListedStash[] {
  const stashes = text.split('\n').flatMap((line) => {
    const [, hash = '', created, message] =
      /^[0-9a-f]+ ([0-9a-f]+) [^\t]*> (\d{1,12}) [+-]\d{4}\t(.*)$/.exec(line) ?? [];
    return created === undefined || message === undefined ? [] : [stashOf(hash, message, created)];
  });
  return stashes.reverse().slice(0, mostStashes);
}

/** Git itself writes `WIP on main: …` and `On main: …`; a detached HEAD is `(no branch)`. */
function stashOf(hash: string, written: string, created: string): ListedStash {
  const message = written.slice(0, longestMessage);
  const branch = /^(?:WIP on|On) ([^\s:]+): /.exec(message)?.[1] ?? null;
  return { hash, message, created: Number(created) * 1000, branch };
}
