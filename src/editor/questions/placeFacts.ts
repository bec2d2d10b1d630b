import type { Uri } from 'vscode';
import { basename, join } from '../../core/files/paths';
import type { SelectedCode } from '../../core/permalinks/codePermalink';
import type { KnownHosts } from '../../core/permalinks/repositoryHost';
import { noPlaceFacts, type PlaceFacts } from '../../core/tasks/gatherQuestion';
import { branchInHead } from '../../git/branchInHead';
import { readLastTouches } from '../../git/permalink/readLastTouches';
import { readPermalink } from '../../git/permalink/readPermalink';
import { readPointer } from '../../git/repository';
import { GitUnanswered } from '../../git/result';
import { resolveCommit } from '../../git/revision';
import type { LazyGit } from '../workspace/lazyGit';

/**
 * @param folder the directory of the file, which may be in a repository of its own
 * @param code null for a document that is no file of the repository
 */
export async function placeFacts(
  git: LazyGit,
  folder: Uri,
  code: SelectedCode | null,
  hosts: KnownHosts,
  signal: AbortSignal,
): Promise<PlaceFacts> {
  const place = await git.open(folder);
  if (!place) return noPlaceFacts;
  const { runner, repository, prefix } = place;
  const options = { priority: 'interactive', signal } as const;
  const name = code && basename(code.path);
  const there = code && name !== null && { ...code, path: join(prefix, name) };
  const [permalink, touches, commit, head = ''] = await Promise.all([
    there && orNull(readPermalink(runner, repository, there, hosts, options)),
    there && orNull(readLastTouches(runner, repository, there, options)),
    orNull(resolveCommit(runner, repository, 'HEAD', options)),
    readPointer(`${repository.gitDirectory}/HEAD`),
  ]);
  const { people = [], uncommitted = [] } = touches || {};
  return { permalink: permalink || null, people, uncommitted, branch: branchInHead(head), commit };
}

/** Null for a question that git does not answer, so that the other answers are kept. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GitUnanswered) return null;
    throw error;
  }
}
