import type { BranchStanding, Identity, Interval, Invisible, UnpushedBranch } from './activity';
import { branchStanding } from './branchStanding';
import type { BranchFact, CommitFact, RepositoryFacts } from './facts';
import { detachedHeads, isDetachedName } from './heads';
import { isOneOf, roleIn } from './identity';
import type { Places } from './places';
import type { Unseen } from './toldWork';

/** The branches that a draft is about. */
interface Concern {
  /** The branches of the work items. */
  readonly branches: ReadonlySet<string>;
  /** Tips that the last handoff reported: what was not pushed then and is not pushed now is still not visible. */
  readonly reported: readonly string[];
  /** Whether everything on a branch that is not merged by ancestry has arrived otherwise. */
  readonly isLanded: (branch: BranchFact) => boolean;
  readonly who: Identity;
  readonly interval: Interval;
}

const mostBranches = 20;

/** What the next person cannot see. Branches that were not touched in the interval are left out. */
export function invisibleIn(facts: RepositoryFacts, places: Places, concern: Concern): Invisible {
  return {
    changes: facts.worktrees.flatMap(({ name, changes }, at) =>
      changes && changes.length > 0 ? [{ worktree: at === 0 ? null : name, files: changes }] : [],
    ),
    unpushed: unpushedIn(facts, places, concern),
    stashes: facts.stashes,
    ...(facts.hasRemote && tagsIn(facts, concern)),
    hasRemote: facts.hasRemote,
  };
}

/** A lightweight tag does not record who made it: it counts as the person's on their own commits and on unpushed ones. */
function tagsIn(
  { tags = [], unpushed, commits }: RepositoryFacts,
  { who, interval }: Concern,
): Pick<Invisible, 'tags'> {
  const here = new Set(unpushed ?? []);
  const isOwn = (target: string) =>
    commits.some((commit) => commit.hash === target && roleIn(who, commit) === 'author');
  const own = tags.filter(({ tagger, target, created }) => {
    if (created > interval.end) return false;
    return tagger === null ? here.has(target) || isOwn(target) : isOneOf(who, tagger);
  });
  return own.length === 0 ? {} : { tags: own.map(({ name }) => name) };
}

/** The standing of each branch that a draft is about: worked on, checked out, or reported before. */
export function standingsOf(facts: RepositoryFacts, places: Places, concern: Concern): readonly BranchStanding[] {
  return concernedIn(facts, places, concern).map((branch) => branchStanding(branch, facts, places, concern.isLanded));
}

function concernedIn(
  { branches, worktrees }: RepositoryFacts,
  places: Places,
  concern: Concern,
): readonly BranchFact[] {
  const reported = new Set(concern.reported);
  const heads = new Set(worktrees.flatMap(({ head }) => (head.kind === 'branch' ? [head.branch] : [])));
  return branches.filter(({ name, tip }) => {
    return concern.branches.has(name) || heads.has(name) || reported.has(tip) || places.graph.get(tip) !== undefined;
  });
}

function unpushedIn(facts: RepositoryFacts, places: Places, concern: Concern): readonly UnpushedBranch[] {
  const unpushed = new Set(facts.unpushed ?? []);
  const standings = new Map(standingsOf(facts, places, concern).map((standing) => [standing.branch, standing]));
  const onBranches = facts.branches.filter(({ name, tip }) => {
    const standing = standings.get(name);
    return unpushed.has(tip) && standing !== undefined && standing.state !== 'merged';
  });
  const detached = detachedHeads(facts)
    .filter(({ hash }) => unpushed.has(hash) && facts.branches.every(({ tip }) => tip !== hash))
    .map(({ name, hash }): BranchFact => ({ name, tip: hash, upstream: null, upstreamTip: null }));
  // A branch that was pushed without an upstream has commits at a remote that no local branch's upstream explains.
  const elsewhere = new Set(facts.branches.flatMap(({ upstreamTip }) => reachOf(upstreamTip, places)));
  const unpushedTips = facts.branches.filter(({ tip }) => unpushed.has(tip)).length + detached.length;
  return [...detached, ...onBranches].slice(0, mostBranches).map((branch) => {
    const { state = 'local', behind = 0 } = standings.get(branch.name) ?? {};
    const isKnown = [...places.openFrom(branch.tip).keys()].every((hash) => unpushed.has(hash) || elsewhere.has(hash));
    const isOnTag = isDetachedName(branch.name) && isTagged(branch.tip, facts, places);
    const unseen = isOnTag ? 'tag' : unseenOf(branch, places);
    const neverPushed = state === 'local' && isKnown && unseen === null;
    return {
      branch: branch.name,
      commits: unpushedTips === 1 ? unpushed.size : countOn(branch, places, unpushed),
      neverPushed,
      pushedTip: neverPushed ? null : branch.upstreamTip,
      gone: state === 'gone',
      behind,
      ...(unseen !== null && { unseen }),
      ...(behind !== 0 && rewriteOf(branch, places, unpushed)),
    };
  });
}

/** Of a branch that has diverged; nothing where the known history does not lead to what its upstream had. */
function rewriteOf(
  { tip, rewritten, hadThere }: BranchFact,
  { graphFromBeginnings: graph }: Places,
  unpushed: ReadonlySet<string>,
): Pick<UnpushedBranch, 'rewritten'> {
  if (rewritten === 'here') return { rewritten: { side: 'here', never: 0 } };
  // The known history may not lead to what was not touched in the interval.
  if (hadThere === tip) return { rewritten: { side: 'there', never: 0 } };
  const own = graph.reach(tip);
  if (hadThere === undefined || !own.has(hadThere)) return {};
  const had = graph.reach(hadThere);
  const never = [...own.keys()].filter((hash) => unpushed.has(hash) && !had.has(hash)).length;
  return { rewritten: { side: 'there', never } };
}

/** Why this clone would not show that a branch was pushed; null where it would. */
export function unseenOf({ tip, unseen }: BranchFact, places: Places): Unseen | null {
  if (unseen) return 'clone';
  const open = [...places.openFrom(tip).keys()].flatMap((hash) => places.graph.get(hash) ?? []);
  return open.length > 0 && open.every(isForReview) ? 'review' : null;
}

/** Whether a tag has it that was made in the interval or has a detached HEAD. */
export function isTagged(hash: string, { tags = [], taggedHeads = [] }: RepositoryFacts, { graph }: Places): boolean {
  const targets = [...tags.map(({ target }) => target), ...taggedHeads];
  return targets.some((target) => target === hash || graph.leadsTo(target, hash));
}

/** As Gerrit's hook marks a commit. */
function isForReview({ trailers }: CommitFact): boolean {
  return /^Change-Id: I[0-9a-f]{40}$/m.test(trailers);
}

function reachOf(tip: string | null, { graph }: Places): readonly string[] {
  return tip === null ? [] : [...graph.reach(tip).keys()];
}

/** Among several unpushed branches, only commits of the interval can be counted for each; a branch has at least its tip. */
function countOn({ tip }: BranchFact, places: Places, unpushed: ReadonlySet<string>): number {
  return Math.max(1, [...places.graph.reach(tip).keys()].filter((hash) => unpushed.has(hash)).length);
}
