import { objectName } from '../../core/names/objectName';
import type { Repository } from '../repository';
import { answered } from '../result';
import { resolveCommit } from '../revision';
import type { GitRunner } from '../runner';

/**
 * The merge base of a revision and HEAD, and HEAD, as hashes.
 * @throws Error with a sentence where there is no such commit or no merge base; `GitUnanswered` where git cannot tell
 */
export async function mergeBase(
  runner: GitRunner,
  repository: Repository,
  name: string,
): Promise<{ readonly base: string; readonly head: string }> {
  const head = await resolveCommit(runner, repository, 'HEAD');
  const given =
    (await resolveCommit(runner, repository, name)) ?? (await resolveCommit(runner, repository, `origin/${name}`));
  if (head === null) throw new Error('nothing is committed yet; --base needs a commit');
  if (given === null) throw new Error(`--base: there is no branch, tag or commit "${name}" here; fetch it first`);
  const result = answered(await runner.run({ repository, verb: 'merge-base', revisions: [head, given] }));
  const base = new TextDecoder().decode(result.stdout).trim();
  if (objectName.test(base)) return { base, head };
  throw new Error(`--base: HEAD and ${name} have no commit in common here; fetch more of the history (fetch-depth: 0)`);
}
