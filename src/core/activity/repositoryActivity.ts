import { isHandoffPath } from '../handoffs/handoffPath';
import { compareText } from '../text/compareText';
import type { Identity, Interval, Omission, RepositoryActivity, ToldCommit } from './activity';
import { beginningsIn } from './beginnings';
import { withoutBookmarks } from './bookmarks';
import { isGone, nameAtRemote } from './branchStanding';
import { type Change, changesIn } from './copies';
import type { ActivitySource, BranchFact, CommitFact, FactGap, PatchFact, RepositoryFacts } from './facts';
import { handPatch, withMergesByHand } from './handMerges';
import { invisibleIn, standingsOf, unseenOf } from './invisible';
import { lostIn, lostWork } from './lostWork';
import { olderBranches } from './olderBranches';
import { placedCommit } from './placedCommit';
import { Places } from './places';
import { isWholeOf, takenBackBy, withoutReverted } from './reverts';
import { type OmissionReason, selectCommits } from './selection';
import { type Arrival, squashesIn } from './squashes';
import type { TicketRules } from './tickets';
import { tipsOf } from './tips';
import { workItemsOf } from './workItems';

export interface Question {
  readonly who: Identity;
  readonly interval: Interval;
  /** Full hashes of the tips that the handoff before has told of. */
  readonly told: readonly string[];
  readonly tickets: TicketRules;
}

/** From the facts of one repository to a told day. Only the person's own commits are looked into. */
export async function repositoryActivity(
  source: ActivitySource,
  read: RepositoryFacts,
  question: Question,
  signal: AbortSignal,
): Promise<RepositoryActivity> {
  const known = withoutBookmarks(read);
  const facts = { ...known, commits: [...known.commits, ...(known.arrived ?? [])] };
  const { who, interval, told, tickets } = question;
  const places = new Places(facts);
  const selection = selectCommits(facts, places, who, interval, told);
  const { selected, omitted, byHand } = await withMergesByHand(source, facts, selection, signal);
  const border = new Set(facts.shallowBorder);
  // At the border of a shallow clone every file looks new (docs/adr/0018).
  const asked = selected.filter(({ hash, parents }) => parents.length < 2 && !border.has(hash));
  const patches = asked.length === 0 ? new Map() : await patchesOf(source, facts, asked, signal);
  const candidates = selected.map((commit) => ({
    commit,
    place: places.of(commit.hash),
    patch: patches.get(commit.hash) ?? handPatch(byHand.get(commit.hash)),
  }));
  const changes = changesIn(candidates, places);
  const squashed = await squashesIn(facts, places, changes, (base, tip) => source.rangePatch(facts, base, tip, signal));
  const arrivals = new Set([...squashed.values()].map(({ hash }) => hash));
  const kept = changes.filter(({ commit }) => !arrivals.has(commit.hash));
  const lasting = withoutReverted(kept, places, squashed);
  const taken = takenBackBy(lasting, places, squashed);
  const lost = lostIn(facts, places, who, interval);
  const reverts = [...taken.values(), ...lost.map(({ revert, original }) => ({ revert, original: original.hash }))];
  const compared = reverts.slice(0, mostReverts).flatMap(({ revert, original }) => [revert.hash, original]);
  const ofReverts = compared.length > 0 ? await source.patches(facts, [...new Set(compared)], signal) : new Map();
  const placed = lasting.map((change) => {
    const { hash } = change.commit;
    const back = taken.get(hash);
    const by = back ? { name: back.revert.author.name.trim(), whole: isWholeOf(back, ofReverts) } : null;
    return placedCommit(change, squashed.get(hash) ?? null, by, places, question);
  });
  const work = placed.filter(({ told: commit }) => !hasOnlyHandoffs(commit));
  const items = workItemsOf(work, tickets, beginningsIn(facts, who, places)).map((item) => {
    const branch = facts.branches.find(({ name }) => name === item.branch);
    const within = branch && item.standing === 'pushed' ? mergedWithin(branch, places) : null;
    const pushedAs = branch && item.standing !== 'merged' ? nameAtRemote(branch, places.trunks) : null;
    const unseen = branch && item.standing === 'local' ? unseenOf(branch, places) : null;
    return {
      ...item,
      ...(within && { within }),
      ...(pushedAs && { pushedAs }),
      ...(unseen && { unseen }),
    };
  });
  // A note that is not pushed is not visible either.
  const notes = placed.filter((commit) => !work.includes(commit)).map(({ branch }) => branch);
  const toldOf = new Set([...items.map(({ branch }) => branch), ...notes].filter((branch) => branch !== null));
  const older = (await olderBranches(source, known, who, signal)).filter(({ branch }) => !toldOf.has(branch));
  const isLandedNow = landedBy(places, changes, squashed);
  const before = await landedBefore(source, facts, places, told, signal);
  const isLanded = (branch: BranchFact) => before.has(branch.name) || isLandedNow(branch);
  const files = [...new Set(items.flatMap(({ commits }) => commits.flatMap(workPathsOf)))].sort(compareText);
  const modules = (facts.unpushedModules ?? []).filter((path) => files.includes(path));
  const concern = { branches: toldOf, reported: told, isLanded, who, interval };
  return {
    id: facts.id,
    name: facts.name,
    head: facts.worktrees[0]?.head ?? { kind: 'unborn', branch: facts.defaultBranch?.name ?? '' },
    operations: facts.worktrees[0]?.operations ?? [],
    ...(facts.worktrees[0]?.rebasing !== undefined && { rebasing: facts.worktrees[0].rebasing }),
    worktrees: facts.worktrees.slice(1).map(({ changes: _, ...worktree }) => worktree),
    items,
    ...(facts.defaultBranch && { trunk: facts.defaultBranch.name }),
    invisible: invisibleIn(facts, places, concern),
    branches: standingsOf(facts, places, concern),
    ...(modules.length > 0 && { unpushedModules: modules }),
    ...(older.length > 0 && { older }),
    ...(lost.length > 0 && { lost: lost.map((each) => lostWork(each, ofReverts)) }),
    omissions: counted([
      ...omitted,
      ...Array<'copy'>(selected.length - kept.length).fill('copy'),
      ...Array<'reverted'>(kept.length - lasting.length).fill('reverted'),
      ...Array<'handoffs'>(placed.length - work.length).fill('handoffs'),
    ]),
    files,
    tips: tipsOf(facts, toldOf, places.graph, interval.end),
    limits: limitsOf(facts),
    gaps: [...facts.gaps, ...gapOf(asked, patches)],
  };
}

/**
 * Whether each commit of a branch is in a squash-merge, or has a copy that is merged. A branch without known ones is not.
 * Where the branch as a whole was found to have arrived and is gone at its remote, commits of others on it went along.
 */
function landedBy(places: Places, changes: readonly Change[], squashed: ReadonlyMap<string, Arrival>) {
  const copied = changes.filter(({ commit }) => places.isMerged(commit.hash)).flatMap(({ copies }) => copies);
  const landed = new Set([...squashed.keys(), ...copied.map(({ commit }) => commit.hash)]);
  const known = new Set(changes.map(({ commit }) => commit.hash));
  const arrived = new Set([...squashed.values()].map(({ branch }) => branch));
  return (branch: BranchFact) => {
    const all = [...places.openFrom(branch.tip).keys()];
    const open = all.filter((hash) => (places.graph.get(hash)?.parents.length ?? 0) < 2);
    const isWhole = arrived.has(branch.name) && isGone(branch);
    const own = isWhole ? open.filter((hash) => known.has(hash)) : open;
    return own.length > 0 && own.every((hash) => landed.has(hash));
  };
}

/** The other unfinished branch into which a merge took all of one, such as that of an epic; null where none did. */
function mergedWithin({ name, tip }: BranchFact, places: Places): string | null {
  const merge = places.graph.commits.find(
    ({ hash, parents }) => parents.slice(1).includes(tip) && !places.isMerged(hash),
  );
  const place = merge && places.of(merge.hash);
  return place?.standing === 'pushed' && place.branch !== name ? place.branch : null;
}

/** Each costs some calls of git. */
const mostBefore = 6;
const mostReverts = 20;

/**
 * Branches that a handoff before has told of, whose commits are none of the interval's: they may have landed since by
 * a squash or a rebase, and only their tips are known here.
 */
async function landedBefore(
  source: ActivitySource,
  facts: RepositoryFacts,
  places: Places,
  told: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const reported = new Set(told);
  const trunks = new Set(places.trunks.map(({ name }) => name));
  const unknown = facts.branches.filter((branch) => {
    const { name, tip } = branch;
    return (
      reported.has(tip) && !trunks.has(name) && !places.graph.get(tip) && (isGone(branch) || tip !== branch.upstreamTip)
    );
  });
  const landed = new Set<string>();
  for (const { name, tip } of unknown.slice(0, mostBefore)) {
    if (await source.landedAs(facts, tip, signal)) landed.add(name);
  }
  return landed;
}

async function patchesOf(
  source: ActivitySource,
  facts: RepositoryFacts,
  commits: readonly CommitFact[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, PatchFact>> {
  return source.patches(
    facts,
    commits.map(({ hash }) => hash),
    signal,
  );
}

/** Handing over, or reading back, is no work to tell of. */
function hasOnlyHandoffs({ files }: ToldCommit): boolean {
  return files.length > 0 && files.every(({ path }) => isHandoffPath(path));
}

function workPathsOf({ files }: ToldCommit): readonly string[] {
  return files.map(({ path }) => path).filter((path) => !isHandoffPath(path));
}

function counted(reasons: readonly OmissionReason[]): readonly Omission[] {
  const counts = new Map<OmissionReason, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || compareText(a.reason, b.reason));
}

function limitsOf({ commits, shallowBorder, partial, truncated }: RepositoryFacts): RepositoryActivity['limits'] {
  const border = new Set(shallowBorder);
  return [
    ...(commits.some(({ hash }) => border.has(hash)) ? (['shallow'] as const) : []),
    ...(partial ? (['partial'] as const) : []),
    ...(truncated ? (['truncated'] as const) : []),
  ];
}

function gapOf(asked: readonly CommitFact[], patches: ReadonlyMap<string, PatchFact>): readonly FactGap[] {
  const missing = asked.filter(({ hash }) => !patches.has(hash)).length;
  return missing === 0 ? [] : [{ what: 'statistics', reason: `no answer for ${missing} of ${asked.length} commits` }];
}
