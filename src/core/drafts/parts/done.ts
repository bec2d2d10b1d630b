import type { HandoffInput } from '../handoffInput';
import { landedFacts } from '../landedFacts';
import { finished, itemsOf, shortItemName, told, toldInRows, undoneRows } from '../workItem';

/** What has landed, by work item; a row each, without the mark of a list. What others wrote is one row. */
export function done({ activity }: HandoffInput, most: number): readonly string[] {
  const { single, rows } = toldInRows(finished(itemsOf(activity)), activity);
  return [
    ...told(single, most).map((placed) => `${shortItemName(placed, activity)} · ${landedFacts(placed).join(', ')}`),
    ...rows.map((row) => row.replace(/^- /, '')),
    ...undoneRows(activity),
  ];
}
