import type { Activity, RepositoryActivity, Standing, ToldCommit, WorkItem } from '../activity/activity';
import { isReleaseLine } from '../activity/merges';
import { isLoose, standingOfAll } from '../activity/workItems';
import { joinParts } from '../text/compareText';
import { codeText, inlineText } from '../text/escape';
import { count, listedUpTo, upTo } from './words';

/** A work item with the repository that it is in. */
export interface PlacedItem {
  readonly item: WorkItem;
  readonly repository: RepositoryActivity;
}

export const standingWords: Readonly<Record<Standing, string>> = {
  merged: 'merged',
  pushed: 'pushed, not merged',
  local: 'on this machine only',
};

/** Of an item, whose commits need not all be equally far. */
export function standingOf({ standing, commits, within, pushedAs, unseen }: WorkItem): string {
  if (within !== undefined) return `merged into ${codeText(within)} only`;
  if (standing === 'local' && unseen) return 'not merged; whether it is pushed is not known here';
  const words = `${commits.some((commit) => commit.standing !== standing) ? 'partly ' : ''}${standingWords[standing]}`;
  return pushedAs !== undefined && standing === 'pushed'
    ? words.replace('pushed', () => `pushed as ${codeText(pushedAs)}`)
    : words;
}

/** The same with the line of releases that it was merged into. */
export function placeOf(item: WorkItem): string {
  return `${standingOf(item)}${item.into === null ? '' : ` into ${codeText(item.into)}`}`;
}

/** `2 commits`, without the merges that only landed them and what changes nothing; where there is nothing else, those. */
export function sizeOf({ commits }: Pick<WorkItem, 'commits'>): string {
  const changes = commits.filter(isChange).length;
  const empty = commits.filter((commit) => commit.empty).length;
  if (changes > 0 || commits.length === 0) return count(changes, 'commit');
  return empty > 0 ? count(empty, 'empty commit') : count(commits.length, 'merge');
}

/** Whether something is otherwise by it. */
export function isChange(commit: ToldCommit): boolean {
  return isWork(commit) && !commit.empty;
}

/** Whether only a detached HEAD has it. */
export function isOnNoBranch({ key, branch, standing }: WorkItem): boolean {
  return key !== '' && branch === null && standing !== 'merged';
}

/** Not a merge that only landed what others wrote, or the writer before. */
export function isWork({ merge, byHand }: ToldCommit): boolean {
  return !merge || byHand;
}

/** Whether the writer is no more than named in what another wrote. */
function isCoAuthored({ item }: PlacedItem): boolean {
  const work = item.commits.filter(isWork);
  return work.length > 0 && work.every(({ coAuthored }) => coAuthored);
}

/** `merged as #17, with Bo, 2 commits`: how it landed beside its ticket, and of what another wrote with whom. */
export function landedFacts(placed: PlacedItem): readonly string[] {
  const { item } = placed;
  const names = [...new Set(item.commits.flatMap((commit) => commit.with))].map((name) => inlineText(name, 60));
  const isTogether = isCoAuthored(placed) && names.length > 0;
  return [
    `${placeOf(item)}${item.request === null ? '' : ` as ${inlineText(item.request, 40)}`}`,
    ...alsoInWords(item),
    ...revertedWords(item),
    ...takesBackWords(item),
    ...(isTogether ? [`with ${listedUpTo(2, names.slice(0, 2), names.length)}`] : []),
    ...(isLoose(item) && !item.commits.every(({ empty }) => empty)
      ? []
      : [sizeOf(item) + besideWords(item, isTogether ? names : [])]),
  ];
}

/** ` beside those of Bo Berg`: the request's title is that of all of them. Those who are named as its authors wrote these. */
function besideWords({ beside = [], commits }: WorkItem, authors: readonly string[]): string {
  const names = beside.map((name) => inlineText(name, 60)).filter((name) => !authors.includes(name));
  return names.length === 0 || !commits.some(isWork)
    ? ''
    : ` beside those of ${listedUpTo(2, names.slice(0, 2), names.length)}`;
}

/** `in `release/2.1` too`: the lines of releases that took all of it. */
function alsoInWords({ standing, commits }: WorkItem): readonly string[] {
  const [first, ...others] = commits.filter(isWork).map(({ alsoOn }) => alsoOn);
  const lines = (first ?? []).filter((name) => isReleaseLine(name) && others.every((each) => each.includes(name)));
  const names = lines.slice(0, mostLines).map(codeText);
  return standing !== 'merged' || lines.length === 0 ? [] : [`in ${listedUpTo(mostLines, names, lines.length)} too`];
}

/** `reverted since by Bo Berg`; a part of what landed may still be there. */
function revertedWords({ commits }: WorkItem): readonly string[] {
  const work = commits.filter(isWork);
  const by = work.flatMap(({ revertedBy }) => revertedBy ?? []);
  if (by.length === 0) return [];
  const names = [...new Set(by.map(({ name }) => inlineText(name, 60)))];
  const isWhole = by.length === work.length && by.every(({ whole }) => whole);
  return [`${isWhole ? '' : 'partly '}reverted since by ${listedUpTo(2, names.slice(0, 2), names.length)}`];
}

/** `takes back work of Bo Berg`. */
export function takesBackWords({ commits }: WorkItem): readonly string[] {
  const names = [...new Set(commits.flatMap(({ takesBack = [] }) => takesBack))].map((name) => inlineText(name, 60));
  return names.length === 0 ? [] : [`takes back work of ${listedUpTo(2, names.slice(0, 2), names.length)}`];
}

const mostLines = 3;
const mostUndone = 3;

/** `merged and taken back again: Cache quotes`. */
export function undoneRows(activity: Activity): readonly string[] {
  return activity.repositories.flatMap((repository) => {
    const { name, undone = [] } = repository;
    const titles = undone.slice(0, mostUndone).map((title) => inlineText(title, 80));
    const row = `merged and taken back again: ${listedUpTo(mostUndone, titles, undone.length)}`;
    return titles.length === 0 ? [] : [repositoryPrefix(name, activity) + row];
  });
}

/** Items that a summary tells one by one, and rows of many: what was written with others, and what was only merged. */
export function toldInRows(
  items: readonly PlacedItem[],
  activity: Activity,
): { readonly single: readonly PlacedItem[]; readonly rows: readonly string[] } {
  const together = finished(items).filter((placed) => !isOnlyMerged(placed) && isCoAuthored(placed));
  const shared = together.length > 1 ? together : [];
  return {
    single: items.filter((placed) => !isOnlyMerged(placed) && !shared.includes(placed)),
    rows: [
      ...(shared.length > 0 ? [`- merged, written with others: ${numbersOf(shared, activity)}`] : []),
      ...mergedRow(items.filter(isOnlyMerged), activity),
    ],
  };
}

/** What a person did, each item with its repository. */
export function itemsOf({ repositories }: Activity): PlacedItem[] {
  return repositories.flatMap((repository) => repository.items.map((item) => ({ item, repository })));
}

/** What the next person can go on with. */
export function unfinished(items: readonly PlacedItem[]): PlacedItem[] {
  return items.filter(({ item }) => item.standing !== 'merged');
}

/** What has landed. */
export function finished(items: readonly PlacedItem[]): PlacedItem[] {
  return items.filter(({ item }) => item.standing === 'merged');
}

const mostTickets = 4;

/** `LED-42: split ledger · ledger-split` in Markdown: ticket, words, the branch that one goes on with, as code. */
export function itemName({ item, repository }: PlacedItem, activity: Activity, code = codeText): string {
  const { also = [], branch } = item;
  const ticket = nameOf({ item, repository });
  const words = wordsOf(item);
  const tickets = ticket === null ? [] : [ticket, ...also];
  const named = upTo(
    mostTickets,
    tickets.map((each) => inlineText(each, 40)),
    (more) => `${more} more`,
  );
  const about = joinParts([named.join(', '), words], ': ');
  const where = activity.repositories.length > 1 ? code(repository.name) : '';
  return joinParts([where, about, branch === null ? '' : code(branch)], ' · ');
}

function wordsOf(item: WorkItem): string {
  const { ticket, branch, title, commits } = item;
  if (title === branch || title === ticket || saysBranch(title, branch)) return '';
  // What has neither ticket nor branch has the words of its newest commit only.
  const more = isLoose(item) && commits.length > 1 ? ` and ${commits.length - 1} more` : '';
  return inlineText(title, 80) + more;
}

/** `split ledger` beside `ann/split-ledger` says nothing. */
function saysBranch(title: string, branch: string | null): boolean {
  const words = (text: string) => text.replace(/[-_\s]+/g, ' ').trim();
  return branch !== null && words(title) === words(branch.slice(branch.lastIndexOf('/') + 1));
}

/** The same without its branch, for who only wants to know what it is about. */
export function shortItemName({ item, repository }: PlacedItem, activity: Activity): string {
  const branch = item.ticket === null && item.title === item.branch ? item.branch : null;
  return itemName({ item: { ...item, branch }, repository }, activity);
}

/** `web: `, before what is said of one of several repositories. */
export function repositoryPrefix(name: string, { repositories }: Activity): string {
  return repositories.length > 1 ? `${codeText(name)}: ` : '';
}

/** Its ticket; of what was only merged the request, as the others beside it, for a branch may be called by an issue. */
function nameOf(placed: PlacedItem): string | null {
  const { ticket, request } = placed.item;
  return isOnlyMerged(placed) ? (request ?? ticket) : ticket;
}

const mostMerged = 6;

/** Whether the writer did no more in the interval than merge it, without conflicts: others wrote it, or the writer before. */
export function isOnlyMerged({ item }: PlacedItem): boolean {
  return item.standing === 'merged' && !item.commits.some(isWork);
}

/**
 * Work items for a summary of so many rows: what has neither ticket nor branch is told commit by commit, as far as the
 * other items leave room, and the rest of it in one row.
 */
export function told(items: readonly PlacedItem[], rows: number): PlacedItem[] {
  const loose = items.filter(({ item }) => isLoose(item)).length;
  const room = Math.floor((rows - (items.length - loose)) / Math.max(1, loose));
  return items.flatMap((placed) => (isLoose(placed.item) ? commitByCommit(placed, room) : [placed]));
}

function commitByCommit({ item, repository }: PlacedItem, room: number): PlacedItem[] {
  const alone = item.commits.length <= room ? item.commits.length : Math.max(0, room - 1);
  const parts = [...item.commits.slice(0, alone).map((commit) => [commit]), item.commits.slice(alone)];
  return parts.flatMap((commits) => {
    const [newest] = commits;
    if (newest === undefined) return [];
    return [{ item: { ...item, title: newest.subject, standing: standingOfAll(commits), commits }, repository }];
  });
}

/** What was only merged, in one row: `merged: #12, #15 and 7 more`; none where there is nothing. */
function mergedRow(items: readonly PlacedItem[], activity: Activity): string[] {
  return items.length > 0 ? [`- merged: ${numbersOf(items, activity)}`] : [];
}

function numbersOf(items: readonly PlacedItem[], activity: Activity): string {
  const names = items.map((placed) => {
    const ticket = nameOf(placed);
    const [where, number] = [repositoryPrefix(placed.repository.name, activity), inlineText(ticket ?? '', 40)];
    return ticket === null || items.length === 1 ? shortItemName(placed, activity) : where + number;
  });
  return listedUpTo(mostMerged, names);
}
