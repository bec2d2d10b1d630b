import type { SelectedCode } from '../../core/permalinks/codePermalink';
import { mapLines } from '../../core/permalinks/lineMapping';
import type { LastTouch } from '../../core/questions/questionInput';
import { lastTouches } from '../blame';
import type { Repository } from '../repository';
import { resolveCommit } from '../revision';
import type { GitOptions, GitRunner } from '../runner';
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
  const committed = commit === null ? null : await textInCommit(runner, repository, commit, path, options);
  const mapped = committed === null ? null : mapLines(text, committed, lines).lines;
  if (commit === null || mapped === null) return [];
  return lastTouches(runner, repository, { commit, path, lines: mapped }, options);
}
