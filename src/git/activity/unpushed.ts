import { logFormat } from '../format';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

export interface Unpushed {
  readonly hashes: readonly string[];
  readonly truncated: boolean;
}

const format = logFormat({ hash: '%H' });
const mostUnpushed = 1_000;

/**
 * Commits of any age that a local branch or one of `tips` (hashes) has and no remote-tracking branch, newest first.
 * Throws `GitUnanswered`.
 */
export async function readUnpushed(
  runner: GitRunner,
  repository: Repository,
  tips: readonly string[],
  options: GitOptions = {},
): Promise<Unpushed> {
  const result = await runner.run(
    {
      repository,
      verb: 'log',
      // The second `--not` is for the hashes, which come last.
      args: ['-z', '--branches', '--not', '--remotes', '--not', `--max-count=${mostUnpushed + 1}`, format.argument],
      revisions: tips,
    },
    options,
  );
  const hashes = format.parse(answered(result).stdout).map(({ hash }) => hash);
  return { hashes: hashes.slice(0, mostUnpushed), truncated: hashes.length > mostUnpushed };
}
