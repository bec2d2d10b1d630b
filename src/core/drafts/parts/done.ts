import type { HandoffInput } from '../handoffInput';
import { count } from '../words';
import { finished, isOnlyMerged, itemsOf, mergedRow, shortItemName, told } from '../workItem';

/** What has landed, by work item; a row each, without the mark of a list. What others wrote is one row. */
export function done({ activity }: HandoffInput, most: number): readonly string[] {
  const items = finished(itemsOf(activity));
  const own = told(
    items.filter((placed) => !isOnlyMerged(placed)),
    most,
  );
  return [
    ...own.map((placed) => {
      const { key, commits } = placed.item;
      const size = key === '' ? '' : `, ${count(commits.length, 'commit')}`;
      return `${shortItemName(placed, activity)} · merged${size}`;
    }),
    ...mergedRow(items.filter(isOnlyMerged), activity).map((row) => row.replace(/^- /, '')),
  ];
}
