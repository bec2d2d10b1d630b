import type { Cancellation } from '../ports';
import type { Identity, OlderBranch } from './activity';
import { CommitGraph, newestFirst } from './commitGraph';
import type { ActivitySource, BranchFact, CommitFact, RepositoryFacts } from './facts';
import { trunksOf } from './heads';
import { roleIn } from './identity';
import { ownSubject } from './squashes';
import { isTelling } from './workItems';

/** Branches whose whole patch is compared with what landed; each costs a call of git. */
const mostCompared = 6;
/** Own commits of the default branch that they are compared with. */
const mostLanded = 60;

interface OpenBranch extends OlderBranch {
  readonly fact: BranchFact;
  readonly commits: number;
  readonly subjects: ReadonlySet<string>;
}

/**
 * Own branches that were not touched in the interval and are not merged. A branch of which anything landed by another
 * way (a commit with one of its subjects, or with its whole patch) is not among them: what is not certain is not said.
 */
export async function olderBranches(
  source: ActivitySource,
  facts: RepositoryFacts,
  who: Identity,
  cancellation: Cancellation,
): Promise<readonly OlderBranch[]> {
  const { older } = facts;
  // A part of what landed does not show that a branch is not in it.
  if (!older?.isWhole || (facts.hasRemote && facts.unpushed === null)) return [];
  const landed = older.landed.filter((commit) => roleIn(who, commit) !== null);
  const arrived = new Set(older.landed.map(ownSubject));
  const open = openBranches(facts, who).filter(
    ({ subjects }) => ![...subjects].some((subject) => arrived.has(subject)),
  );
  const known = landed.slice(0, mostLanded).map(({ hash }) => hash);
  const compared = known.length > 0 && open.length > 0 ? open.slice(0, mostCompared) : [];
  const patches = compared.length > 0 ? await source.patches(facts, known, cancellation) : new Map();
  const ids = new Set([...patches.values()].flatMap(({ patchId }) => patchId ?? []));
  const [trunk] = trunksOf(facts).slice(-1);
  const merged = new Set<string>();
  for (const { branch, fact } of compared) {
    const whole = trunk && (await source.rangePatch(facts, trunk.tip, fact.tip, cancellation));
    if (whole?.patchId && ids.has(whole.patchId)) merged.add(branch);
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
  return facts.branches.flatMap((fact) => {
    if (!older.get(fact.tip)) return [];
    const reached = reach(fact.tip, older).filter(({ parents }) => parents.length < 2);
    const own = reached.filter((commit) => roleIn(who, commit) === 'author');
    const [newest] = own;
    const pushed = !unpushed.has(fact.tip) && facts.unpushed !== null;
    // A copy of a branch, or the lower part of one: only what is at a remote by itself is work of its own.
    const isCopy = containing.some(({ name, hashes }) => name !== fact.name && hashes.has(fact.tip));
    if (!newest || (isCopy && (!pushed || fact.upstreamTip === null))) return [];
    const best = own.toReversed().find(({ subject }) => isTelling(subject)) ?? newest;
    const latest = Math.max(...own.map(({ committed }) => committed));
    const about = { branch: fact.name, title: best.subject, commits: reached.length, latest, pushed };
    return [{ ...about, fact, subjects: new Set(own.map(ownSubject)) }];
  });
}

/** The commits that a tip leads to, newest first. */
function reach(tip: string, graph: CommitGraph): readonly CommitFact[] {
  return [...graph.reach(tip).keys()].flatMap((hash) => graph.get(hash) ?? []).sort(newestFirst);
}

function graphOf(commits: readonly CommitFact[]): CommitGraph {
  return new CommitGraph(commits, [], () => null);
}
