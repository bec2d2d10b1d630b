import { logFormat } from '../format';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

const format = logFormat({ hash: '%H', message: '%gs' });
const mostEntries = 1_000;

/**
 * The commits on which a local branch was begun, or to which a rebase moved it, by its own log of this clone. None
 * where the log is not whole. Throws `GitUnanswered`. Git is asked, because it is for one branch and holds for references in
 * a table; `withPasts` reads the logs of many branches as files, without a process.
 */
export async function readStartingCommits(
  runner: GitRunner,
  repository: Repository,
  branch: string,
  options: GitOptions,
): Promise<ReadonlySet<string>> {
  const args = ['-z', '--walk-reflogs', `--max-count=${mostEntries}`, format.argument];
  const call = { repository, verb: 'log', args, revisions: [`refs/heads/${branch}`] } as const;
  const entries = format.parse(answered(await runner.run(call, options)).stdout);
  const first = entries.at(-1);
  const begun = first && /^branch: Created from /.test(first.message) ? [first.hash] : [];
  const moved = entries.flatMap(({ message }) => /^rebase\b.* onto ([0-9a-f]{40,64})$/.exec(message)?.[1] ?? []);
  return new Set([...begun, ...moved]);
}
