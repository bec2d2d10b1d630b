import type { Instant } from '../../core/time/zone';
import { logFormat } from '../format';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { orCancelled } from './gaps';

const format = logFormat({ hash: '%H', committed: '%ct' });
/** First parents that are looked at: weeks of a large project. */
const mostLooked = 1_000;
/** So many commits one after the other with wrong clocks are not met. */
const enough = 100;

/**
 * A commit that was made before an instant, for certain: on the way from HEAD over first parents, nothing from there
 * on is younger, and not because of one wrong clock. All that it reaches was made before, too, and leaving it out
 * spares git the walk through the whole history that a filter by date is (80,000 commits: 150 ms, and then 10). Null
 * where there is none; that costs time and no commit. Throws `GitUnanswered` where it was cancelled.
 */
export async function readCut(
  runner: GitRunner,
  repository: Repository,
  before: Instant,
  options: GitOptions = {},
): Promise<string | null> {
  const args = ['-z', '--first-parent', `--max-count=${mostLooked}`, format.argument];
  const result = orCancelled(await runner.run({ repository, verb: 'log', args, revisions: ['HEAD'] }, options));
  if (result.kind !== 'exited') return null;
  const way = format.parse(result.stdout);
  const youngest = way.findLastIndex(({ committed }) => Number(committed) * 1000 >= before);
  const isCertain = way.length < mostLooked || way.length - youngest > enough;
  return isCertain ? (way[youngest + 1]?.hash ?? null) : null;
}
