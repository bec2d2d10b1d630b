import type { Identity, OlderBranch } from './activity';
import { CommitGraph, newestFirst } from './commitGraph';
import type { BranchFact, CommitFact, RepositoryFacts } from './facts';
import { trunksOf } from './heads';
import { roleIn } from './identity';
import { landedOtherwise, type PatchQuestions } from './landedOtherwise';
import { leftToMerge } from './leftToMerge';
import { ownSubject } from './requestSuffix';
import { stillThere } from './reverts';
import { isTelling } from './telling';

/** Branches whose whole patch is compared with what landed; each costs a call of git. */
const mostCompared = 6;

interface OpenBranch {
  readonly fact: BranchFact;
  /** The person's commits, newest first. */
  readonly own: readonly CommitFact[];
  /** How many commits of others it has. */
  readonly others: number;
  readonly pushed: boolean;
}

/**
 * Own branches that were not touched in the interval and are not merged, each as far as it has not landed otherwise. A
 * branch is left out where a commit left on it has the subject of a landed one: what is not certain is not said.
 */
export async function olderBranches(
  ask: PatchQuestions,
  facts: RepositoryFacts,
  who: Identity,
): Promise<readonly OlderBranch[]> {
  const { older } = facts;
  // Where only a part of what landed was read, nothing shows that a branch has not landed.
  if (!older?.isWhole || (facts.hasRemote && facts.unpushed === null)) return [];
  const landed = stillThere(older.landed);
  const arrived = new Set(landed.map(ownSubject));
  const [trunk] = trunksOf(facts).slice(-1);
  let compared = 0;
  const told: OlderBranch[] = [];
  for (const { fact, own, others, pushed } of openBranches(facts, who)) {
    const work = { tip: fact.tip, commits: own };
    const isCompared = trunk && landed.length > 0 && compared++ < mostCompared;
    if (isCompared && (await landedOtherwise(ask, work, landed, trunk.tip))) continue;
    const left = isCompared ? await leftToMerge(ask, work, landed, trunk.tip) : own;
    const [newest] = left;
    if (!newest || left.some((commit) => arrived.has(ownSubject(commit)))) continue;
    const best = left.findLast(({ subject }) => isTelling(subject)) ?? newest;
    const latest = Math.max(...left.map(({ committed }) => committed));
    told.push({ branch: fact.name, title: best.subject, commits: left.length + others, latest, pushed });
  }
  return told.sort((a, b) => b.latest - a.latest);
}

function openBranches(facts: RepositoryFacts, who: Identity): OpenBranch[] {
  const commits = facts.older?.commits ?? [];
  const older = graphOf(commits);
  const all = graphOf([...facts.commits, ...commits]);
  const containing = facts.branches.map(({ name, tip }) => ({ name, hashes: all.reach(tip) }));
  const unpushed = new Set(facts.unpushed ?? []);
  const ofInterval = new Set(facts.commits.map(({ hash }) => hash));
  return facts.branches.flatMap((fact) => {
    if (!older.get(fact.tip)) return [];
    const reached = reach(fact.tip, older).filter(({ parents }) => parents.length < 2);
    const own = reached.filter((commit) => roleIn(who, commit) === 'author');
    // A merge of the interval brought these commits, and they are reported with its branch.
    if (own.some(({ hash }) => ofInterval.has(hash))) return [];
    const pushed = !unpushed.has(fact.tip) && facts.unpushed !== null;
    // A tip inside another branch is a copy or the lower part of a stack: work of its own only where it was pushed.
    const isCopy = containing.some(({ name, hashes }) => name !== fact.name && hashes.has(fact.tip));
    if (own.length === 0 || (isCopy && (!pushed || fact.upstreamTip === null))) return [];
    return [{ fact, own, others: reached.length - own.length, pushed }];
  });
}

/** The commits that a tip leads to, newest first. */
function reach(tip: string, graph: CommitGraph): readonly CommitFact[] {
  return [...graph.reach(tip).keys()].flatMap((hash) => graph.get(hash) ?? []).sort(newestFirst);
}

function graphOf(commits: readonly CommitFact[]): CommitGraph {
  return new CommitGraph(commits, [], () => null);
}
