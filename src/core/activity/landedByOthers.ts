import { CommitGraph, newestFirst } from './commitGraph';
import type { CommitFact, RepositoryFacts } from './facts';
import { trunksOf } from './heads';
import { roleIn } from './identity';
import { landedOtherwise, type PatchQuestions } from './landedOtherwise';
import type { OwnQuestion } from './ownWork';
import { placedCommit } from './placedCommit';
import type { Places } from './places';
import { stillThere } from './reverts';
import type { PlacedCommit } from './workItems';

/** Each costs a call of git. */
const mostCompared = 6;

/**
 * The person's commits from before the interval, on branches that it did not touch, which another author (or a program that
 * merges) landed in it as one commit: nothing but its contents says that it is theirs.
 */
export async function landedByOthers(
  ask: PatchQuestions,
  facts: RepositoryFacts,
  places: Places,
  question: OwnQuestion,
): Promise<readonly PlacedCommit[]> {
  const { who, interval } = question;
  const trunk = trunksOf(facts).at(-1);
  const isOfOthers = ({ hash, parents, committed }: CommitFact) =>
    parents.length === 1 && committed >= interval.start && committed <= interval.end && places.isMerged(hash);
  const landed = stillThere(facts.commits.filter(isOfOthers)).filter((commit) => roleIn(who, commit) === null);
  const before = [...(facts.older?.commits ?? []), ...(facts.left ?? [])];
  if (!trunk || landed.length === 0 || before.length === 0) return [];
  const graph = new CommitGraph(before, [], () => null);
  const known = new Set<string>(facts.commits.map(({ hash }) => hash));
  const found: PlacedCommit[] = [];
  let compared = 0;
  for (const { name, tip } of facts.branches) {
    const reached = [...graph.reach(tip).keys()].flatMap((hash) => graph.get(hash) ?? []).sort(newestFirst);
    const own = reached.filter((commit) => commit.parents.length < 2 && roleIn(who, commit) === 'author');
    const told = own.filter(({ hash }) => !known.has(hash));
    if (told.length === 0 || compared++ >= mostCompared) continue;
    const landing = await landedOtherwise(ask, { tip, commits: own }, landed, trunk.tip);
    if (!landing) continue;
    const patches = await ask.patches(told.map(({ hash }) => hash));
    for (const commit of told) {
      known.add(commit.hash);
      const change = { commit, place: places.of(commit.hash), patch: patches.get(commit.hash) ?? null, copies: [] };
      const arrival = { hash: landing.hash, branch: name, subject: landing.subject };
      found.push(placedCommit(change, arrival, null, [], places, question));
    }
  }
  return found;
}
