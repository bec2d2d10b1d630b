import type { Activity, RepositoryActivity, Standing, WorkItem } from '../activity/activity';
import { codeText, inlineText } from './escape';

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

const partly: typeof standingWords = {
  ...standingWords,
  pushed: 'partly merged',
  local: 'partly on this machine only',
};

/** Of an item, whose commits need not all be equally far. */
export function standingOf({ standing, commits }: WorkItem): string {
  return (commits.some((commit) => commit.standing !== standing) ? partly : standingWords)[standing];
}

export function itemsOf({ repositories }: Activity): PlacedItem[] {
  return repositories.flatMap((repository) => repository.items.map((item) => ({ item, repository })));
}

export function unfinished(items: readonly PlacedItem[]): PlacedItem[] {
  return items.filter(({ item }) => item.standing !== 'merged');
}

export function finished(items: readonly PlacedItem[]): PlacedItem[] {
  return items.filter(({ item }) => item.standing === 'merged');
}

/** `LED-42: split ledger · ledger-split` in Markdown: ticket, words, the branch that one goes on with, as code. */
export function itemName({ item, repository }: PlacedItem, activity: Activity, code = codeText): string {
  const { ticket, branch } = item;
  const words = wordsOf(item);
  const about = [ticket === null ? '' : inlineText(ticket, 40), words].filter(Boolean).join(': ');
  const where = activity.repositories.length > 1 ? code(repository.name) : '';
  return [where, about, branch === null ? '' : code(branch)].filter(Boolean).join(' · ');
}

function wordsOf({ key, ticket, branch, title, commits }: WorkItem): string {
  if (title === branch || title === ticket || saysBranch(title, branch)) return '';
  // What has neither ticket nor branch has the words of its newest commit only.
  const more = key === '' && commits.length > 1 ? ` and ${commits.length - 1} more` : '';
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

/** Work items for a summary: what has neither ticket nor branch is told commit by commit. */
export function told({ item, repository }: PlacedItem): PlacedItem[] {
  if (item.key !== '') return [{ item, repository }];
  return item.commits.map((commit) => {
    return { item: { ...item, title: commit.subject, standing: commit.standing, commits: [commit] }, repository };
  });
}
