import { compareText } from '../text/compareText';
import { newestFirst } from './commitGraph';
import { subjectWithout, wordsOfBranch } from './itemTitle';
import type { Landing } from './landings';
import { isTrunk, landedRequest } from './merges';
import { isTelling } from './telling';
import { ticketInWords } from './ticketInWords';
import type { TicketRules } from './ticketRules';
import { ticketOf, ticketsNamed } from './tickets';
import type { Standing, ToldCommit, WorkItem } from './toldWork';

/** A reported commit with the names by which it is assigned to a work item. */
export interface PlacedCommit {
  readonly told: ToldCommit;
  /** The trailers of its message. */
  readonly trailers: string;
  /** The branch to go on with; null where it is merged, or on no branch. */
  readonly branch: string | null;
  /** The branch that it was written on: `branch`, or the one by which it landed; null for the default branch. */
  readonly writtenOn: string | null;
  /** As in `Place`. */
  readonly line: string | null;
  /** What brought it into the default branch; null where it is not there. */
  readonly landing: Landing | null;
  /** Names of others who wrote what landed with it. */
  readonly beside: readonly string[];
}

/** Whether the commits of an item share nothing but the branch that they are merged into. */
export function isLoose({ key, ticket, into }: Pick<WorkItem, 'key' | 'ticket' | 'into'>): boolean {
  return key === '' || (ticket === null && key === into);
}

/** Unfinished work comes first. */
const standings: readonly Standing[] = ['local', 'pushed', 'merged'];
const longestTitle = 160;

/**
 * Groups commits by their ticket, else by the pull request that landed them, else by the branch that they were written
 * on. Merged and unmerged commits are separate items. Unfinished work first.
 */
export function workItemsOf(
  commits: readonly PlacedCommit[],
  rules: TicketRules,
  beginnings: Beginnings = new Map(),
): readonly WorkItem[] {
  const all = new Set(commits.flatMap((commit) => allNamedBy(commit, rules)));
  const named = commits.map((commit) => {
    return { commit, ticket: ticketInWords(ticketNamedBy(commit, rules), all, commit.writtenOn, rules) };
  });
  const ofLines = ticketsOfLines(named);
  const groups = new Map<string, Group>();
  for (const { commit, ticket: own } of named) {
    const ticket = own ?? ofLines.get(lineOf(commit)) ?? requestOf(commit);
    const key = ticket ?? commit.writtenOn ?? commit.line ?? '';
    const part = JSON.stringify([key, commit.told.standing === 'merged']);
    const group = groups.get(part);
    if (group) group.members.push(commit);
    else groups.set(part, { key, ticket, members: [commit] });
  }
  return [...groups.values()]
    .map(({ key, ticket, members }) =>
      itemOf(key, ticket, { members, also: otherTickets(ticket, members, rules) }, beginnings),
    )
    .sort(unfinishedFirst);
}

interface Group {
  readonly key: string;
  readonly ticket: string | null;
  readonly members: PlacedCommit[];
}

/** The ticket that its branch, subject, body or trailers name; null for the number of the request that landed it. */
function ticketNamedBy({ told, trailers, writtenOn, landing }: PlacedCommit, rules: TicketRules): string | null {
  // A host wrote "Merge pull request #12 from x", not a person.
  const subject = told.merge && landing?.hash === told.hash ? (landing.title ?? '') : told.subject;
  const ticket = ticketOf({ branch: writtenOn, subject, body: `${told.body}\n\n${trailers}` }, rules);
  return ticket === landing?.number ? null : ticket;
}

/** By line of work, the ticket for its commits that name none, where the others on the line name exactly one. */
function ticketsOfLines(
  named: readonly { readonly commit: PlacedCommit; readonly ticket: string | null }[],
): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { commit, ticket } of named) {
    const line = lineOf(commit);
    if (ticket !== null && line !== '') found.set(line, (found.get(line) ?? new Set()).add(ticket));
  }
  return new Map(
    [...found].flatMap(([line, [ticket, ...others]]) => (ticket && others.length === 0 ? [[line, ticket]] : [])),
  );
}

/** A key for what one merge landed, or for what is on one branch; `''` for what was written on a shared branch. */
function lineOf({ landing, writtenOn }: PlacedCommit): string {
  if (landing) return `landed ${landing.hash}`;
  return writtenOn === null || isTrunk(writtenOn) ? '' : `on ${writtenOn}`;
}

function requestOf({ told, landing }: PlacedCommit): string | null {
  return landing?.number ?? (told.merge ? null : landedRequest({ subject: told.subject, body: '' }).number);
}

/** By branch, what it had before the interval, the oldest first. */
type Beginnings = ReadonlyMap<string, readonly Pick<ToldCommit, 'subject'>[]>;

function itemOf(
  key: string,
  ticket: string | null,
  { members, also }: { readonly members: readonly PlacedCommit[]; readonly also: readonly string[] },
  beginnings: Beginnings,
): WorkItem {
  const newest = [...members].sort((a, b) => newestFirst(a.told, b.told));
  const commits = newest.map(({ told }) => told);
  const open = newest.filter(({ told }) => told.standing !== 'merged');
  const written = newest.find(({ writtenOn }) => writtenOn !== null)?.writtenOn ?? '';
  const branch = open.find(({ branch: name }) => name !== null)?.branch ?? null;
  const begun = (branch === null ? undefined : beginnings.get(branch)) ?? [];
  const request = requestIn(members, ticket);
  const landed = open.length === 0 ? titleOfLanding(newest) : '';
  const into = lineIn(members);
  const beside = [...new Set(members.flatMap((member) => member.beside))];
  const title =
    subjectWithout(subjectWithout(landed, request), ticket, also) ||
    subjectWithout(begun.find(({ subject }) => isTelling(subject))?.subject ?? '', ticket, also) ||
    subjectWithout(bestSubject(isLoose({ key, ticket, into }) ? commits : commits.toReversed()), ticket, also) ||
    wordsOfBranch(written, ticket) ||
    subjectWithout(commits[0]?.subject ?? '', ticket, also);
  return {
    key,
    ticket,
    ...(also.length > 0 && { also }),
    branch,
    title: title.slice(0, longestTitle),
    standing: standingOfAll(commits),
    request,
    into,
    ...(beside.length > 0 && { beside }),
    before: begun.length,
    commits,
  };
}

/** What landed commit by commit, as by a host's rebase, has no title of all: each names itself. */
function titleOfLanding(newest: readonly PlacedCommit[]): string {
  const isOfAll = ({ told, landing }: PlacedCommit) =>
    newest.length === 1 || landing?.number != null || landing?.hash !== told.hash;
  return newest.find((member) => member.landing?.title && isOfAll(member))?.landing?.title ?? '';
}

function allNamedBy({ told: { subject, body, merge }, trailers }: PlacedCommit, rules: TicketRules): readonly string[] {
  return merge ? [] : ticketsNamed({ subject, body: `${body}\n\n${trailers}` }, rules);
}

/** Tickets that its commits name beside its own, without the requests that landed them. */
function otherTickets(ticket: string | null, members: readonly PlacedCommit[], rules: TicketRules): readonly string[] {
  if (ticket === null) return [];
  const known = new Set([ticket, ...members.flatMap(({ landing }) => landing?.number ?? [])]);
  const named = members.flatMap((member) => allNamedBy(member, rules));
  return [...new Set(named)].filter((each) => !known.has(each));
}

function lineIn(members: readonly PlacedCommit[]): string | null {
  const [line = null, ...others] = new Set(members.map((member) => member.line));
  return others.length > 0 ? null : line;
}

function requestIn(members: readonly PlacedCommit[], ticket: string | null): string | null {
  const [number = null, ...others] = new Set(members.flatMap(({ landing }) => landing?.number ?? []));
  return others.length > 0 || number === ticket ? null : number;
}

/** The first telling subject; `''` where none is. The oldest commit of a branch goes first, which says what it is for. */
function bestSubject(commits: readonly ToldCommit[]): string {
  return commits.find(({ subject, merge }) => !merge && isTelling(subject))?.subject ?? '';
}

/** The standing of the commit that has come least far. */
export function standingOfAll(commits: readonly ToldCommit[]): Standing {
  return standings.find((standing) => commits.some((commit) => commit.standing === standing)) ?? 'merged';
}

function unfinishedFirst(a: WorkItem, b: WorkItem): number {
  const newest = ({ commits }: WorkItem) => commits[0]?.committed ?? 0;
  return (
    standings.indexOf(a.standing) - standings.indexOf(b.standing) || newest(b) - newest(a) || compareText(a.key, b.key)
  );
}
