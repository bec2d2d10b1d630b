import type { Activity } from '../activity/activity';
import { landedFacts } from './landedFacts';
import { upTo } from './words';
import {
  finished,
  itemsOf,
  type PlacedItem,
  shortItemName,
  told,
  toldInRows,
  undoneRows,
  unfinished,
} from './workItem';

/** A row for each work item with how far it has come, at most `most`; finished work goes first. */
export function workRows(activity: Activity, most: number): readonly string[] {
  const { single, rows: merges } = toldInRows(itemsOf(activity), activity);
  const undone = undoneRows(activity).map((row) => `- ${row}`);
  const room = most - merges.length - undone.length;
  const work = told(single, room);
  const rows = [...finished(work), ...unfinished(work)].map((placed) => `- ${rowOf(placed, activity)}`);
  return [...upTo(room, rows, (more) => `- and ${more} more`), ...merges, ...undone];
}

function rowOf(placed: PlacedItem, activity: Activity): string {
  return `${shortItemName(placed, activity)} (${landedFacts(placed).toReversed().join(', ')})`;
}
