import type { Cancellation } from '../ports';
import { compareText } from '../text';
import type { CommitStory, Identity, Interval, Omission, RepositoryActivity, ToldCommit } from './activity';
import { type Change, changesIn } from './copies';
import type { ActivitySource, CommitFact, FactGap, PatchFact, RepositoryFacts } from './facts';
import { isOneOf, roleIn } from './identity';
import { detachedName, invisibleIn } from './invisible';
import { isMachine } from './machines';
import { titleOfRequest } from './merges';
import { Places } from './places';
import { type OmissionReason, selectCommits } from './selection';
import { type Arrival, squashesIn } from './squashes';
import type { TicketRules } from './tickets';
import { tipsOf } from './tips';
import { type PlacedCommit, workItemsOf } from './workItems';

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
  facts: RepositoryFacts,
  question: Question,
  cancellation: Cancellation,
): Promise<RepositoryActivity> {
  const { who, interval, told, tickets } = question;
  const places = new Places(facts);
  const { selected, omitted } = selectCommits(facts, places, who, interval, told);
  const border = new Set(facts.shallowBorder);
  // At the border of a shallow clone every file looks new (facts/drafts.md F13).
  const asked = selected.filter(({ hash, parents }) => parents.length < 2 && !border.has(hash));
  const patches = asked.length === 0 ? new Map() : await patchesOf(source, facts, asked, cancellation);
  const candidates = selected.map((commit) => ({
    commit,
    place: places.of(commit.hash),
    patch: patches.get(commit.hash) ?? null,
  }));
  const changes = changesIn(candidates, places);
  const squashed = await squashesIn(facts, places, changes, (base, tip) =>
    source.rangePatch(facts, base, tip, cancellation),
  );
  const arrivals = new Set([...squashed.values()].map(({ hash }) => hash));
  const kept = changes.filter(({ commit }) => !arrivals.has(commit.hash));
  const items = workItemsOf(
    kept.map((change) => placedCommit(change, squashed.get(change.commit.hash) ?? null, facts, places, question)),
    tickets,
  );
  const toldOf = new Set(items.flatMap(({ branch }) => branch ?? []));
  return {
    id: facts.id,
    name: facts.name,
    head: facts.worktrees[0]?.head ?? { kind: 'unborn', branch: facts.defaultBranch?.name ?? '' },
    operations: facts.worktrees[0]?.operations ?? [],
    items,
    invisible: invisibleIn(facts, places, { branches: toldOf, told }),
    omissions: counted([...omitted, ...Array<'copy'>(selected.length - kept.length).fill('copy')]),
    files: [...new Set(items.flatMap(({ commits }) => commits.flatMap(pathsOf)))].sort(compareText),
    tips: tipsOf(facts, toldOf),
    limits: limitsOf(facts),
    gaps: [...facts.gaps, ...gapOf(asked, patches)],
  };
}

async function patchesOf(
  source: ActivitySource,
  facts: RepositoryFacts,
  commits: readonly CommitFact[],
  cancellation: Cancellation,
): Promise<ReadonlyMap<string, PatchFact>> {
  return source.patches(
    facts,
    commits.map(({ hash }) => hash),
    cancellation,
  );
}

function placedCommit(
  change: Change,
  arrival: Arrival | null,
  facts: RepositoryFacts,
  places: Places,
  { who, interval }: Question,
): PlacedCommit {
  const { commit, copies } = change;
  const place = arrival ? places.of(arrival.hash) : change.place;
  const isOnDefault = place.branch === null ? place.standing === 'merged' : place.branch === facts.defaultBranch?.name;
  const copyBranch = copies.find((copy) => copy.place.branch !== null)?.place.branch ?? null;
  const landedFrom = arrival?.branch ?? place.landedFrom ?? (isOnDefault ? copyBranch : null);
  return {
    told: toldCommit(change, place.standing, storyOf(change, arrival, interval), who),
    branch: place.branch,
    writtenOn: landedFrom ?? (isOnDefault ? null : (place.branch ?? detachedName)),
    landedAs: arrival?.subject ?? landedAs(commit, places),
  };
}

/** What is written for the default branch itself says what it is; a merge's own subject does not. */
function landedAs(commit: CommitFact, places: Places): string | null {
  if (!places.isOnDefaultLine(commit.hash)) return null;
  return commit.parents.length > 1 ? titleOfRequest(commit) : commit.subject.replace(/\s+/gu, ' ').trim();
}

function toldCommit(
  { commit, patch }: Change,
  standing: ToldCommit['standing'],
  story: CommitStory,
  who: Identity,
): ToldCommit {
  const { hash, author, coAuthors, subject, body, authored, committed, parents } = commit;
  const others = [author, ...coAuthors].filter(
    (person) => !isOneOf(who, person) && !isMachine(person.name, person.address),
  );
  const coAuthored = roleIn(who, commit) === 'co-author';
  return {
    ...{ hash, body, authored, committed, standing, story, coAuthored },
    subject: subject.replace(/\s+/gu, ' ').trim(),
    with: [...new Set(others.map(({ name }) => name.trim()))].filter((name) => name !== ''),
    merge: parents.length > 1,
    files: patch?.files ?? [],
  };
}

function storyOf({ commit, copies }: Change, arrival: Arrival | null, { start }: Interval): CommitStory {
  if (arrival || copies.some((copy) => isSquashOf(commit, copy.commit))) return 'squashed';
  if (copies.some(({ place }) => !place.upstreamOnly)) return 'cherry-picked';
  return commit.authored < start && commit.committed >= start ? 'rewritten' : 'new';
}

/** The squash-merge of a single commit is a copy of it, to whose subject the host adds the request: ` (#12)`. */
function isSquashOf({ subject }: CommitFact, copy: CommitFact): boolean {
  const added = subject.startsWith(copy.subject) ? subject.slice(copy.subject.length) : '';
  return /^\s\([#!]\d+\)$/.test(added);
}

function pathsOf({ files }: ToldCommit): readonly string[] {
  return files.map(({ path }) => path);
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
