import type { Invisible, UnpushedBranch } from './activity';
import type { BranchFact, RepositoryFacts } from './facts';
import { detachedHeads } from './heads';
import type { Places } from './places';

/** The branches that a draft is about. */
interface Concern {
  /** Those of the work items. */
  readonly branches: ReadonlySet<string>;
  /** Tips that a handoff before has told of: what was not pushed then and is not now is still not visible. */
  readonly told: readonly string[];
}

const mostBranches = 20;

/** What the next person cannot see. Branches that nobody touched in the interval are old
 * experiments, and none of their business. */
export function invisibleIn(facts: RepositoryFacts, places: Places, concern: Concern): Invisible {
  return {
    changes: facts.worktrees.flatMap(({ name, changes }, at) =>
      changes && changes.length > 0 ? [{ worktree: at === 0 ? null : name, files: changes }] : [],
    ),
    unpushed: unpushedIn(facts, places, concern),
    stashes: facts.stashes,
    hasRemote: facts.hasRemote,
  };
}

function unpushedIn(facts: RepositoryFacts, places: Places, concern: Concern): readonly UnpushedBranch[] {
  const unpushed = new Set(facts.unpushed ?? []);
  const told = new Set(concern.told);
  const heads = new Set(facts.worktrees.flatMap(({ head }) => (head.kind === 'branch' ? [head.branch] : [])));
  const concerns = ({ name, tip }: BranchFact) =>
    concern.branches.has(name) || heads.has(name) || told.has(tip) || places.graph.get(tip) !== undefined;
  const onBranches = facts.branches.filter((branch) => unpushed.has(branch.tip) && concerns(branch));
  const detached = detachedHeads(facts)
    .filter(({ hash }) => unpushed.has(hash) && facts.branches.every(({ tip }) => tip !== hash))
    .map(({ name, hash }) => ({ name, tip: hash, upstream: null, upstreamTip: null }));
  const unpushedTips = facts.branches.filter(({ tip }) => unpushed.has(tip)).length + detached.length;
  return [...detached, ...onBranches].slice(0, mostBranches).map((branch) => {
    const neverPushed = isNeverPushed(branch, facts);
    return {
      branch: branch.name,
      commits: unpushedTips === 1 ? unpushed.size : countOn(branch, places, unpushed),
      neverPushed,
      pushedTip: neverPushed ? null : branch.upstreamTip,
    };
  });
}

/** Of several branches only what lies in the interval can be told apart; the tip is there in any case. */
function countOn({ tip }: BranchFact, places: Places, unpushed: ReadonlySet<string>): number {
  return Math.max(1, [...places.graph.reach(tip).keys()].filter((hash) => unpushed.has(hash)).length);
}

/** A new branch may follow the default branch, from which it was made, until it is pushed. */
function isNeverPushed({ name, upstream, upstreamTip }: BranchFact, { defaultBranch }: RepositoryFacts): boolean {
  if (upstream === null || upstreamTip === null) return true;
  const followed = upstream.slice(upstream.indexOf('/') + 1);
  return followed !== name && followed === defaultBranch?.name;
}
