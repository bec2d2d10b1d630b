import type { CodePermalink, PermalinkProblem, SelectedCode } from '../../core/permalinks/codePermalink';
import { mapLines } from '../../core/permalinks/lineMapping';
import { permalink } from '../../core/permalinks/permalink';
import type { KnownHosts } from '../../core/permalinks/repositoryHost';
import type { FilePath } from '../../core/ports';
import type { Repository } from '../repository';
import { resolveCommit } from '../revision';
import type { GitOptions, GitRunner } from '../runner';
import { earlierName, pathsInCommit, textInCommit } from './fileInCommit';
import { firstPushed } from './firstPushed';
import { remoteNames } from './remoteNames';

/** Commits that are searched for the file; each costs a process. */
const mostCommits = 3;

/**
 * The address of selected lines in the newest ancestor of HEAD that a remote has, and the lines that are not there; in
 * five processes where nothing is missing. It is as of the last fetch. Throws `GitUnanswered`.
 */
export async function readPermalink(
  runner: GitRunner,
  repository: Repository,
  code: SelectedCode,
  hosts: KnownHosts = new Map(),
  options: GitOptions = {},
): Promise<CodePermalink> {
  const [names, head] = await Promise.all([
    remoteNames(runner, repository, options),
    resolveCommit(runner, repository, 'HEAD', options),
  ]);
  if (names.length === 0) return without('no-remote');
  if (head === null) return without('nothing-pushed');
  const pushed = await firstPushed(runner, repository, names, head, hosts, options);
  const [newest = null] = pushed?.commits ?? [];
  if (pushed === null || newest === null) return without('nothing-pushed');
  const { unpushed, host, unknownHost } = pushed;
  const found = await inCommits(runner, repository, pushed.commits.slice(0, mostCommits), code.path, options);
  if (found === null) return { ...without('file-not-pushed'), commit: newest, unpushed };
  const { commit, path, text } = found;
  const known = { commit, unpushed, unknownHost };
  if (text === null) {
    const url = host === null ? null : permalink(host, { commit, path, lines: null });
    return { ...without(host === null ? 'unknown-host' : 'whole-file'), ...known, url };
  }
  const { lines, missing } = mapLines(code.text, text, code.lines);
  const problem = lines === null ? 'lines-not-pushed' : host === null ? 'unknown-host' : null;
  const url = host === null || lines === null ? null : permalink(host, { commit, path, lines });
  return { ...known, url, problem, lines, missing };
}

function without(problem: PermalinkProblem): CodePermalink {
  return { url: null, problem, lines: null, commit: null, unknownHost: null, unpushed: 0, missing: [] };
}

interface TextThere {
  readonly commit: string;
  readonly path: FilePath;
  /** Null where it cannot be read. */
  readonly text: string | null;
}

/** The file in the newest of the commits that has it, under its present name or its name in that commit. */
async function inCommits(
  runner: GitRunner,
  repository: Repository,
  commits: readonly string[],
  path: FilePath,
  options: GitOptions,
): Promise<TextThere | null> {
  for (const commit of commits) {
    const there = await inCommit(runner, repository, commit, path, options);
    if (there !== null) return there;
  }
  const [newest] = commits;
  const old = newest === undefined ? null : await earlierName(runner, repository, newest, path, options);
  return newest === undefined || old === null ? null : inCommit(runner, repository, newest, old, options);
}

async function inCommit(
  runner: GitRunner,
  repository: Repository,
  commit: string,
  path: FilePath,
  options: GitOptions,
): Promise<TextThere | null> {
  const text = await textInCommit(runner, repository, commit, path, options);
  const isThere = text !== null || (await pathsInCommit(runner, repository, commit, [path], options)).has(path);
  return isThere ? { commit, path, text } : null;
}
