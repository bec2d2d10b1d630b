import { orCancelled } from '../activity/gaps';
import { logFormat } from '../format';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';

/** What a remote has of HEAD's history, as it was last fetched or pushed. */
export interface PushedAncestors {
  /** Full hashes, the newest first: HEAD itself, or where its unpushed commits begin. Empty where it has nothing. */
  readonly commits: readonly string[];
  readonly unpushed: number;
}

const format = logFormat({ mark: '%m', hash: '%H', committed: '%ct' });
const atBorder = '-';

/**
 * One call, which lists only what is not pushed and the commits below it.
 * @param remote its name, which must be no pattern
 * @param head full hash. Throws `GitUnanswered` where it was cancelled.
 */
export async function pushedAncestors(
  runner: GitRunner,
  repository: Repository,
  remote: string,
  head: string,
  options: GitOptions = {},
): Promise<PushedAncestors> {
  // A limit on the number would give its own border for that of the remote.
  const args = ['-z', '--boundary', '--not', `--remotes=${remote}`, '--not', format.argument];
  const result = orCancelled(await runner.run({ repository, verb: 'log', args, revisions: [head] }, options));
  if (result.kind !== 'exited') return { commits: [], unpushed: 0 };
  const rows = format.parse(result.stdout);
  if (rows.length === 0) return { commits: [head], unpushed: 0 };
  const border = rows.filter(({ mark }) => mark === atBorder);
  const newestFirst = border.sort((a, b) => Number(b.committed) - Number(a.committed));
  return { commits: newestFirst.map(({ hash }) => hash), unpushed: rows.length - border.length };
}
