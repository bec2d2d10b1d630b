import type { Identity, OlderBranch } from './activity';
import { CommitGraph, newestFirst } from './commitGraph';
import type { ActivitySource, BranchFact, CommitFact, PatchFact, RepositoryFacts } from './facts';
import { trunksOf } from './heads';
import { roleIn } from './identity';
import { landedOtherwise, type PatchQuestions } from './landedOtherwise';
import { ownSubject } from './requestSuffix';
import { isTelling } from './telling';

/** Branches whose whole patch is compared with what landed; each costs a call of git. */
const mostCompared = 6;

interface OpenBranch extends OlderBranch {
  readonly fact: BranchFact;
  readonly commits: number;
  readonly own: readonly CommitFact[];
}

/**
 * Own branches that were not touched in the interval and are not merged. A branch of which anything landed by another
 * way (a commit with one of its subjects, or with its whole patch or contents) is not among them: what is not certain is not
 * said.
 */
export async function olderBranches(
  source: ActivitySource,
  facts: RepositoryFacts,
  who: Identity,
  signal: AbortSignal,
): Promise<readonly OlderBranch[]> {
  const { older } = facts;
  // A part of what landed does not show that a branch is not in it.
  if (!older?.isWhole || (facts.hasRemote && facts.unpushed === null)) return [];
  const { landed } = older;
  const arrived = new Set(older.landed.map(ownSubject));
  const open = openBranches(facts, who).filter(({ own }) => !own.some((commit) => arrived.has(ownSubject(commit))));
  const [trunk] = trunksOf(facts).slice(-1);
  const read = new Map<string, PatchFact>();
  const ask: PatchQuestions = {
    rangePatch: (base, tip) => source.rangePatch(facts, base, tip, signal),
    async patches(hashes) {
      const wanted = hashes.filter((hash) => !read.has(hash));
      const found = wanted.length > 0 ? await source.patches(facts, wanted, signal) : read;
      for (const [hash, patch] of found) read.set(hash, patch);
      return read;
    },
  };
  const merged = new Set<string>();
  for (const { branch, fact, own } of landed.length > 0 ? open.slice(0, mostCompared) : []) {
    if (trunk && (await landedOtherwise(ask, { tip: fact.tip, commits: own }, landed, trunk.tip))) merged.add(branch);
  }
  return open
    .filter(({ branch }) => !merged.has(branch))
    .map(({ branch, title, commits, latest, pushed }) => ({ branch, title, commits, latest, pushed }))
    .sort((a, b) => b.latest - a.latest);
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
    // A merge of the interval brought it: that is told with its own branch.
    if (own.some(({ hash }) => ofInterval.has(hash))) return [];
    const [newest] = own;
    const pushed = !unpushed.has(fact.tip) && facts.unpushed !== null;
    // A copy of a branch, or the lower part of one: only what is at a remote by itself is work of its own.
    const isCopy = containing.some(({ name, hashes }) => name !== fact.name && hashes.has(fact.tip));
    if (!newest || (isCopy && (!pushed || fact.upstreamTip === null))) return [];
    const best = own.toReversed().find(({ subject }) => isTelling(subject)) ?? newest;
    const latest = Math.max(...own.map(({ committed }) => committed));
    const about = { branch: fact.name, title: best.subject, commits: reached.length, latest, pushed };
    return [{ ...about, fact, own }];
  });
}

/** The commits that a tip leads to, newest first. */
function reach(tip: string, graph: CommitGraph): readonly CommitFact[] {
  return [...graph.reach(tip).keys()].flatMap((hash) => graph.get(hash) ?? []).sort(newestFirst);
}

function graphOf(commits: readonly CommitFact[]): CommitGraph {
  return new CommitGraph(commits, [], () => null);
}
