import type { SelectedCode } from '../../core/permalinks/codePermalink';
import { mapLines } from '../../core/permalinks/lineMapping';
import type { FilePath } from '../../core/ports';
import type { LastTouch } from '../../core/questions/questionInput';
import { lastTouches } from '../blame';
import type { Repository } from '../repository';
import { resolveCommit } from '../revision';
import type { GitOptions, GitRunner } from '../runner';
import { earlierName } from './earlierName';
import { textInCommit } from './textInCommit';

/**
 * Who last changed the selected lines, as far as they are committed; the latest first. Nobody for a file or lines that
 * HEAD does not have. Throws `GitUnanswered`.
 */
export async function readLastTouches(
  runner: GitRunner,
  repository: Repository,
  { path, text, lines }: SelectedCode,
  options: GitOptions = {},
): Promise<readonly LastTouch[]> {
  const commit = await resolveCommit(runner, repository, 'HEAD', options);
  const committed = commit === null ? null : await committedText(runner, repository, commit, path, options);
  const mapped = committed === null ? null : mapLines(text, committed.text, lines).lines;
  if (commit === null || committed === null || mapped === null) return [];
  return lastTouches(runner, repository, { commit, path: committed.path, lines: mapped }, options);
}

interface CommittedText {
  readonly path: FilePath;
  readonly text: string;
}

/** Under its name of today, or the one that it had before what is staged. */
async function committedText(
  runner: GitRunner,
  repository: Repository,
  commit: string,
  path: FilePath,
  options: GitOptions,
): Promise<CommittedText | null> {
  const text = await textInCommit(runner, repository, commit, path, options);
  if (text !== null) return { path, text };
  const old = await earlierName(runner, repository, commit, path, options);
  const before = old === null ? null : await textInCommit(runner, repository, commit, old, options);
  return old === null || before === null ? null : { path: old, text: before };
}
