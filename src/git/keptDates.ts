import type { Shelf } from '../core/ports';
import { type HistoryStamp, historyStamp } from './historyStamp';
import type { Repository } from './repository';
import { answered } from './result';
import type { GitRunner } from './runner';

/** Git's answer about some files, relative to the root of their repository. */
export interface AskedDates {
  /** `YYYY-MM-DD` by the file. */
  readonly dates: ReadonlyMap<string, string>;
  /** All pathspecs that the walks through the history were limited to; null where one walk had no limit. */
  readonly walked: readonly string[] | null;
  /** False where objects were missing: the answer will be another once they are there. */
  readonly isWhole: boolean;
}

interface Place {
  readonly runner: GitRunner;
  readonly repository: Repository;
  readonly signal: AbortSignal;
}

interface Kept extends HistoryStamp {
  readonly root: string;
  readonly files: readonly string[];
  readonly dates: readonly (readonly [file: string, date: string])[];
  readonly walked: readonly string[] | null;
}

/** A history that grew by more commits is walked again. */
const mostCommits = 10_000;

/**
 * The dates of these files. Those on the shelf are used where git would still give the same answer (docs/adr/0035): the
 * history did not change, or it only grew by commits that touch none of the paths that were walked for. Otherwise git
 * is asked, and its answer is kept.
 */
export async function keptDates(
  shelf: Shelf,
  place: Place,
  files: readonly string[],
  ask: () => Promise<AskedDates>,
): Promise<ReadonlyMap<string, string>> {
  const sorted = [...files].sort();
  const root = place.repository.root;
  const before = await historyStamp(place.repository);
  const kept = before && readKept(await shelf.read());
  // Git's answer for one file depends on the others in the call: it skips sides of merges for all of them together.
  if (kept && kept.root === root && sorted.join('\0') === kept.files.join('\0')) {
    const isSame = kept.head === before.head && kept.border === before.border;
    if (isSame || (await isContinued(place, kept, before))) {
      if (!isSame) await shelf.write(JSON.stringify({ ...kept, ...before }));
      return new Map(kept.dates);
    }
  }
  const { dates, walked, isWhole } = await ask();
  const after = await historyStamp(place.repository);
  if (isWhole && before && after?.head === before.head && after.border === before.border) {
    const next: Kept = { ...before, root, files: sorted, dates: [...dates], walked };
    await shelf.write(JSON.stringify(next));
  }
  return dates;
}

/** Needs no check: a shelf returns what was written whole or nothing (docs/security.md#r53). */
function readKept(text: string | null): Kept | null {
  return text === null ? null : JSON.parse(text);
}

/**
 * Whether a walk from the new commit reaches the kept one along first parents alone: the kept commit is among them, and
 * no commit since then differs from its first parent in a path that was walked for. At a merge git follows only the
 * first parent that does not differ from it.
 */
async function isContinued({ runner, repository, signal }: Place, kept: Kept, now: HistoryStamp): Promise<boolean> {
  const { walked } = kept;
  if (walked === null || kept.border !== now.border || kept.head === now.head) return false;
  const log = { repository, verb: 'log', revisions: [`${kept.head}..${now.head}`] } as const;
  const since = await runner.run(
    { ...log, args: ['--first-parent', '--format=%P', `--max-count=${mostCommits}`] },
    { signal },
  );
  // The kept commit may no longer exist.
  if (since.kind === 'failed') return false;
  const last = new TextDecoder().decode(answered(since).stdout).trimEnd().split('\n').at(-1) ?? '';
  if (last.split(' ', 1)[0] !== kept.head) return false;
  const changed = await runner.run(
    {
      ...log,
      args: ['--first-parent', '--diff-merges=first-parent', '--format=%H', '--max-count=1', '--no-renames'],
      paths: walked,
    },
    { signal },
  );
  return changed.kind !== 'failed' && answered(changed).stdout.length === 0;
}
