import type { Activity, RepositoryActivity } from '../activity/activity';
import type { Standing, ToldCommit, WorkItem } from '../activity/toldWork';
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

/** The standing of an item in words; `partly` where not all of its commits have come that far. */
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

/** False for a merge that only landed what others, or the writer before, had written. */
export function isWork({ merge, byHand }: ToldCommit): boolean {
  return !merge || byHand;
}

/** Whether the writer is no more than named in what another wrote. */
export function isCoAuthored({ item }: PlacedItem): boolean {
  const work = item.commits.filter(isWork);
  return work.length > 0 && work.every(({ coAuthored }) => coAuthored);
}

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

/** Items with a row each, and rows that sum up many items: those written with others, and those only merged. */
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

/**
 * The same without its branch, for who only wants to know what it is about; of two of one ticket, such as a fix and its
 * backport, the branch tells them apart.
 */
export function shortItemName({ item, repository }: PlacedItem, activity: Activity): string {
  const { ticket, title } = item;
  const isNeeded =
    ticket === null
      ? title === item.branch
      : repository.items.some(
          (each) => each.ticket === ticket && each.key === item.key && each.standing !== item.standing,
        );
  const branch = isNeeded ? item.branch : null;
  return itemName({ item: { ...item, branch }, repository }, activity);
}

/** `web: `, before what is said of one of several repositories. */
export function repositoryPrefix(name: string, { repositories }: Activity): string {
  return repositories.length > 1 ? `${codeText(name)}: ` : '';
}

/** The item's ticket; where it was only merged, its request as for its neighbours: a branch may have an issue's name. */
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
 * Work items for a summary of `rows` rows. Commits with neither ticket nor branch get a row each, as far as the other
 * items leave room, and the rest of them one row.
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
