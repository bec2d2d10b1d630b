import { append } from '../lists';
import type { Identity, Interval, Omission } from './activity';
import type { CommitFact, RepositoryFacts } from './facts';
import { roleIn } from './identity';
import { isMachine } from './machines';
import { mergeMeaning, resolvedConflicts } from './merges';
import type { Places } from './places';

export type OmissionReason = Omission['reason'];

/** The commits that are examined, newest first, and the reason for each one that is not. */
export interface Selection {
  readonly selected: readonly CommitFact[];
  readonly omitted: readonly OmissionReason[];
  /** Own merges that, by their subjects, only took over what others had merged. They are in neither of the other lists. */
  readonly updates: readonly CommitFact[];
}

/** Commits in one draft; a longer list is not read. */
export const mostTold = 200;

/**
 * The person's own commits of the interval.
 * @param told tips that the last handoff reported: their descendants are new, whatever their dates say
 */
export function selectCommits(
  facts: RepositoryFacts,
  places: Places,
  who: Identity,
  interval: Interval,
  told: readonly string[],
): Selection {
  const continued = continuedFrom(facts.commits, told);
  const brought = new Set((facts.arrived ?? []).map(({ hash }) => hash));
  const omitted: OmissionReason[] = [];
  const own: CommitFact[] = [];
  const updates: CommitFact[] = [];
  for (const commit of places.graph.commits) {
    // Earlier commits of others that were merged now are neither the person's work nor counted as omitted.
    if (brought.has(commit.hash) && roleIn(who, commit) === null) continue;
    const reason = reasonAgainst(commit);
    if (reason === null) (isUpdate(commit) ? updates : own).push(commit);
    else omitted.push(reason);
  }
  return {
    selected: own.slice(0, mostTold),
    omitted: [...omitted, ...own.slice(mostTold).map(() => 'too-many' as const)],
    updates,
  };

  function reasonAgainst(commit: CommitFact): OmissionReason | null {
    const { author } = commit;
    const dated = dating(commit);
    if (dated !== null) return dated;
    if (roleIn(who, commit) === null) return isMachine(author.name, author.address) ? 'machine' : 'others';
    return null;
  }

  /**
   * `dated-after`: a clock that is ahead, or work after a given interval. `dated-before`: earlier work that neither
   * follows a reported tip nor landed in the interval.
   */
  function dating({ hash, committed }: CommitFact): OmissionReason | null {
    if (committed > interval.end) return 'dated-after';
    return committed < interval.start && !continued.has(hash) && !hasLanded(hash) ? 'dated-before' : null;
  }

  /** Earlier work that was merged in the interval. */
  function hasLanded(hash: string): boolean {
    const landing = brought.has(hash) ? places.of(hash).landing : null;
    const merge = landing === null || landing.hash === hash ? undefined : places.graph.get(landing.hash);
    return merge !== undefined && merge.committed <= interval.end;
  }

  function isUpdate(commit: CommitFact): boolean {
    if (commit.parents.length < 2 || resolvedConflicts(commit)) return false;
    // A host or a merge queue names the authors of what a merge lands, and that is told by itself.
    if (roleIn(who, commit) === 'co-author') return true;
    const onDefault = places.isOnDefaultLine(commit.hash);
    return mergeMeaning(commit.subject, onDefault, facts.defaultBranch?.name ?? null).kind === 'update';
  }
}

/** The commits that have one of the hashes among their ancestors. */
function continuedFrom(commits: readonly CommitFact[], hashes: readonly string[]): ReadonlySet<string> {
  const children = new Map<string, string[]>();
  for (const { hash, parents } of commits) {
    for (const parent of parents) append(children, parent, hash);
  }
  const continued = new Set<string>();
  let border: ReadonlySet<string> = new Set(hashes);
  while (border.size > 0) {
    const next = [...border].flatMap((hash) => children.get(hash) ?? []).filter((hash) => !continued.has(hash));
    border = new Set(next);
    for (const hash of next) continued.add(hash);
  }
  return continued;
}
