import type { Activity, RepositoryActivity, Standing, WorkItem } from '../activity/activity';
import { codeCell, codeText, inlineText } from './escape';

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

export function itemsOf({ repositories }: Activity): PlacedItem[] {
  return repositories.flatMap((repository) => repository.items.map((item) => ({ item, repository })));
}

export function unfinished(items: readonly PlacedItem[]): PlacedItem[] {
  return items.filter(({ item }) => item.standing !== 'merged');
}

export function finished(items: readonly PlacedItem[]): PlacedItem[] {
  return items.filter(({ item }) => item.standing === 'merged');
}

/** `LED-42: split ledger, `LED-42-split`` in Markdown: ticket, words, and the branch that one goes on with. */
export function itemName({ ticket, title, branch }: WorkItem, place: 'line' | 'cell' = 'line'): string {
  const words = title !== branch && title !== ticket ? inlineText(title, 80) : '';
  const name = [ticket === null ? '' : inlineText(ticket, 40), words].filter(Boolean).join(': ');
  const code = branch === null ? '' : place === 'cell' ? codeCell(branch) : codeText(branch);
  return [name, code].filter(Boolean).join(' · ');
}

/** The same without its branch, for who only wants to know what it is about. */
export function shortItemName(item: WorkItem): string {
  return itemName({ ...item, branch: item.ticket === null && item.title === item.branch ? item.branch : null });
}

/** `web: `, before what is said of one of several repositories. */
export function repositoryPrefix(name: string, { repositories }: Activity): string {
  return repositories.length > 1 ? `${codeText(name)}: ` : '';
}
