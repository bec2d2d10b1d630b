import { isHandoffPath } from '../handoffs/handoffPath';
import { compareText } from '../text/compareText';
import type { Identity, Omission, RepositoryActivity } from './activity';
import type { ActivitySource } from './activitySource';
import { beginningsIn, openBeginnings } from './beginnings';
import { begunBy } from './begunBy';
import { withoutBookmarks } from './bookmarks';
import { nameAtRemote } from './branchStanding';
import type { BranchFact, RepositoryFacts } from './facts';
import { invisibleIn, isTagged, standingsOf, unseenOf } from './invisible';
import { landedBefore, landedBy } from './landed';
import { landedByOthers } from './landedByOthers';
import { patchQuestions } from './landedOtherwise';
import { olderBranches } from './olderBranches';
import { type OwnQuestion, ownWorkIn } from './ownWork';
import { Places } from './places';
import type { OmissionReason } from './selection';
import type { TicketRules } from './ticketRules';
import { tipsOf } from './tips';
import type { ToldCommit, WorkItem } from './toldWork';
import { workItemsOf } from './workItems';

export interface Question extends OwnQuestion {
  readonly tickets: TicketRules;
}

/** What the person did in one repository, from its facts. */
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
  const { changes, squashed, placed, lost, undone, omitted, gaps } = await ownWorkIn(
    source,
    facts,
    places,
    question,
    signal,
  );
  const ask = patchQuestions(source, facts, signal);
  const own = [...placed, ...(await landedByOthers(ask, facts, places, question))];
  const work = own.filter(({ told: commit }) => !hasOnlyHandoffs(commit));
  const beginnings = await openBeginnings(ask, beginningsIn(facts, who, places), facts);
  const items = workItemsOf(work, tickets, beginnings).map((item) => withBranch(item, facts, places, who));
  // A note that is not pushed is not visible either.
  const notes = own.filter((commit) => !work.includes(commit)).map(({ branch }) => branch);
  const toldOf = new Set([...items.map(({ branch }) => branch), ...notes].filter((branch) => branch !== null));
  const older = (await olderBranches(ask, known, who)).filter(({ branch }) => !toldOf.has(branch));
  const isLandedNow = landedBy(places, changes, squashed);
  const before = await landedBefore(source, facts, places, told, signal);
  const isLanded = (branch: BranchFact) => before.has(branch.name) || isLandedNow(branch);
  const files = [...new Set(items.flatMap(({ commits }) => commits.flatMap(workPathsOf)))].sort(compareText);
  const modules = (facts.unpushedModules ?? []).filter((path) => files.includes(path));
  const concern = { branches: toldOf, reported: told, isLanded, who, interval };
  return {
    id: facts.id,
    name: facts.name,
    ...workingTreesOf(facts),
    items,
    ...(facts.defaultBranch && { trunk: facts.defaultBranch.name }),
    invisible: invisibleIn(facts, places, concern),
    branches: standingsOf(facts, places, concern),
    ...(modules.length > 0 && { unpushedModules: modules }),
    ...(older.length > 0 && { older }),
    ...(lost.length > 0 && { lost }),
    ...(undone.length > 0 && { undone }),
    omissions: counted([...omitted, ...Array<'handoffs'>(own.length - work.length).fill('handoffs')]),
    files,
    tips: tipsOf(facts, toldOf, places.graph, interval.end),
    limits: limitsOf(facts),
    gaps: [...facts.gaps, ...gaps],
  };
}

/** The item with what its branch says of it. */
function withBranch(item: WorkItem, facts: RepositoryFacts, places: Places, who: Identity): WorkItem {
  const { branches } = facts;
  const branch = branches.find(({ name }) => name === item.branch);
  const isOnTag =
    item.branch === null &&
    item.standing === 'local' &&
    item.commits.every(({ hash }) => isTagged(hash, facts, places));
  if (!branch) return isOnTag ? { ...item, unseen: 'tag' } : item;
  const within = item.standing === 'pushed' ? mergedWithin(branch, places) : null;
  const pushedAs = item.standing === 'merged' ? null : nameAtRemote(branch, places.trunks);
  const unseen = item.standing === 'local' ? unseenOf(branch, places) : null;
  const begun = item.standing === 'merged' ? [] : begunBy(branch, places, who);
  return {
    ...item,
    ...(within && { within }),
    ...(pushedAs && { pushedAs }),
    ...(unseen && { unseen }),
    ...(begun.length > 0 && { begunBy: begun }),
  };
}

/** The other unfinished branch, such as an epic's, into which all of a branch was merged; null where there is none. */
function mergedWithin({ name, tip }: BranchFact, places: Places): string | null {
  const merge = places.graph.commits.find(
    ({ hash, parents }) => parents.slice(1).includes(tip) && !places.isMerged(hash),
  );
  const place = merge && places.of(merge.hash);
  return place?.standing === 'pushed' && place.branch !== name ? place.branch : null;
}

function workingTreesOf({
  worktrees: [here, ...others],
  defaultBranch,
}: RepositoryFacts): Pick<RepositoryActivity, 'head' | 'operations' | 'rebasing' | 'worktrees'> {
  return {
    head: here?.head ?? { kind: 'unborn', branch: defaultBranch?.name ?? '' },
    operations: here?.operations ?? [],
    ...(here?.rebasing !== undefined && { rebasing: here.rebasing }),
    worktrees: others.map(({ changes: _, ...worktree }) => worktree),
  };
}

/** Writing a handoff or a reply is no work to report. */
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
