import { isPull } from '../../core/activity/merges';
import type { Instant } from '../../core/time/zone';
import { logFormat } from '../format';
import { type Repository, shallowBorder } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';
import { mostCommits, type RecentCommit, toCommit, writtenBy } from './recentChanges';

const trunk = logFormat({ ...writtenBy, parents: '%P', subject: '%s' });
const people = logFormat(writtenBy);

/** Merges of colleagues who pulled that are looked at; each costs two calls. */
const mostPulls = 5;

interface Asked {
  readonly head: string;
  readonly since: Instant;
  /** Whether a commit is the reader's. */
  readonly isOwn: (commit: RecentCommit) => boolean;
}

/**
 * The commit that HEAD was at an instant, by its first parents; null where there was none yet, undefined where the
 * history in this clone does not tell. Where a colleague pulled and pushed the merge, its first parent is their line, and
 * what the reader had is the other one: it counts where it alone has commits of the reader's. Throws `GitUnanswered`.
 */
export async function headAt(
  runner: GitRunner,
  repository: Repository,
  { head, since, isOwn }: Asked,
  options: GitOptions,
): Promise<string | null | undefined> {
  const read = async (tip: string) => {
    const args = ['-z', '--use-mailmap', '--first-parent', '--no-patch', `--max-count=${mostCommits}`, trunk.argument];
    const result = await runner.run({ repository, verb: 'log', args, revisions: [tip] }, options);
    return trunk.parse(answered(result).stdout);
  };
  const isBefore = ({ committed }: { readonly committed: string }) => Number(committed) * 1000 <= since;
  const rows = await read(head);
  const at = rows.findIndex(isBefore);
  const found = rows[at];
  if (!found) {
    const first = rows.at(-1);
    const isFirst = first?.parents === '' && !(await shallowBorder(repository)).includes(first.hash);
    return isFirst ? null : undefined;
  }
  const pulls = rows.slice(0, at).filter((row) => isPull(row.subject) && !isOwn(toCommit(row)));
  const pulled = pulls.flatMap(({ parents }) => parents.split(' ')[1] ?? []);
  for (const tip of pulled.slice(0, mostPulls)) {
    const other = (await read(tip)).find(isBefore);
    if (!other) continue;
    const args = ['-z', '--use-mailmap', '--no-patch', '--no-merges', `--max-count=${mostCommits}`, people.argument];
    const revisions = [other.hash, `^${found.hash}`];
    const result = await runner.run({ repository, verb: 'log', args, revisions }, options);
    if (people.parse(answered(result).stdout).some((row) => isOwn(toCommit(row)))) return other.hash;
  }
  return found.hash;
}
