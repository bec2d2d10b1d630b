import { append } from '../lists';
import type { Identity, Interval, Omission } from './activity';
import type { CommitFact, RepositoryFacts } from './facts';
import { roleIn } from './identity';
import { isMachine } from './machines';
import { mergeMeaning, resolvedConflicts } from './merges';
import type { Places } from './places';

export type OmissionReason = Omission['reason'];

/** What is looked at more closely, newest first, and why each other commit is not. */
export interface Selection {
  readonly selected: readonly CommitFact[];
  readonly omitted: readonly OmissionReason[];
  /** Own merges that, by what they say, only took over what others had merged. They are in neither of the two. */
  readonly updates: readonly CommitFact[];
}

/** More in one draft is a list that is not read. */
export const mostTold = 200;

/**
 * The person's own commits of the interval.
 * @param told tips that a handoff before has told of: what came after one of them is new, whatever its date says
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
    // What others had written before, and had merged now, is neither news of the person's nor left out.
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

  /** A clock that is ahead, or work after the interval that was asked for; work before it that no note has come to. */
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
