import type { CodePermalink, PermalinkProblem, SelectedCode } from '../../core/permalinks/codePermalink';
import { mapLines } from '../../core/permalinks/lineMapping';
import { permalink } from '../../core/permalinks/permalink';
import { type KnownHosts, type RepositoryHost, repositoryHost } from '../../core/permalinks/repositoryHost';
import type { FilePath } from '../../core/ports';
import { nulTokens } from '../nulTokens';
import type { Repository } from '../repository';
import { resolveCommit } from '../revision';
import type { GitOptions, GitRunner } from '../runner';
import { type PushedAncestors, pushedAncestors } from './pushedAncestors';
import { remoteNames, remoteUrl } from './remoteNames';
import { textInCommit } from './textInCommit';

/** Each costs a process. */
const mostRemotes = 3;
const mostCommits = 3;

interface Pushed extends PushedAncestors {
  readonly host: RepositoryHost | null;
}

/**
 * The address of selected lines in the newest ancestor of HEAD that a remote has, and what is not there; in five
 * processes where all is well. It is as true as the last fetch. Throws `GitUnanswered`.
 */
export async function readPermalink(
  runner: GitRunner,
  repository: Repository,
  code: SelectedCode,
  known: KnownHosts = new Map(),
  options: GitOptions = {},
): Promise<CodePermalink> {
  const [names, head] = await Promise.all([
    remoteNames(runner, repository, options),
    resolveCommit(runner, repository, 'HEAD', options),
  ]);
  if (names.length === 0) return without('no-remote');
  if (head === null) return without('nothing-pushed');
  const pushed = await firstPushed(runner, repository, names, head, known, options);
  const [newest = null] = pushed?.commits ?? [];
  if (pushed === null || newest === null) return without('nothing-pushed');
  const found = await inCommits(runner, repository, pushed.commits.slice(0, mostCommits), head, code.path, options);
  const { unpushed, host } = pushed;
  if (found === null) return { ...without('file-not-pushed'), commit: newest, unpushed };
  const { commit, path, text } = found;
  const { lines, missing } = mapLines(code.text, text, code.lines);
  const problem = lines === null ? 'lines-not-pushed' : host === null ? 'unknown-host' : null;
  const url = host === null || lines === null ? null : permalink(host, { commit, path, lines });
  return { url, problem, commit, unpushed, missing };
}

function without(problem: PermalinkProblem): CodePermalink {
  return { url: null, problem, commit: null, unpushed: 0, missing: [] };
}

/** The first remote that has an ancestor and a page; where none has a page, the first that has an ancestor. */
async function firstPushed(
  runner: GitRunner,
  repository: Repository,
  names: readonly string[],
  head: string,
  known: KnownHosts,
  options: GitOptions,
): Promise<Pushed | null> {
  let pageless: Pushed | null = null;
  for (const name of names.slice(0, mostRemotes)) {
    const [url, ancestors] = await Promise.all([
      remoteUrl(runner, repository, name, options),
      pushedAncestors(runner, repository, name, head, options),
    ]);
    if (ancestors.commits.length === 0) continue;
    const host = url === null ? null : repositoryHost(url, known);
    if (host !== null) return { ...ancestors, host };
    pageless ??= { ...ancestors, host };
  }
  return pageless;
}

interface TextThere {
  readonly commit: string;
  readonly path: FilePath;
  readonly text: string;
}

/** The file in the newest of the commits that has it, under its name of today or the one that it had there. */
async function inCommits(
  runner: GitRunner,
  repository: Repository,
  commits: readonly string[],
  head: string,
  path: FilePath,
  options: GitOptions,
): Promise<TextThere | null> {
  for (const commit of commits) {
    const text = await textInCommit(runner, repository, commit, path, options);
    if (text !== null) return { commit, path, text };
  }
  const [newest] = commits;
  const old = newest === undefined ? null : await oldPath(runner, repository, newest, head, path, options);
  if (newest === undefined || old === null) return null;
  const text = await textInCommit(runner, repository, newest, old, options);
  return text === null ? null : { commit: newest, path: old, text };
}

async function oldPath(
  runner: GitRunner,
  repository: Repository,
  commit: string,
  head: string,
  path: FilePath,
  options: GitOptions,
): Promise<FilePath | null> {
  const args = ['-z', '--name-status', '--find-renames', '--diff-filter=R'];
  const result = await runner.run({ repository, verb: 'diff', args, revisions: [`${commit}..${head}`] }, options);
  if (result.kind !== 'exited') return null;
  const tokens = nulTokens(result.stdout);
  // Each rename is three parts: its status, the old path and the new one.
  const at = tokens.findIndex((token, index) => index % 3 === 2 && token === path);
  return tokens[at - 1] ?? null;
}
