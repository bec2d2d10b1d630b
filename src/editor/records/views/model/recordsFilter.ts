import { recordLabel } from '../../../../core/names/series';
import type { DocRecord, RecordStatus } from '../../../../core/records/record';
import { wordsIn } from '../../../../core/text/wordsIn';

/** What the Records view shows. Empty sets and an empty text let everything through. */
export interface RecordsFilter {
  readonly statuses: ReadonlySet<RecordStatus>;
  /** In lower case. */
  readonly tags: ReadonlySet<string>;
  /** Words that must all occur in number, title, people, tags or path. */
  readonly text: string;
}

export const noFilter: RecordsFilter = { statuses: new Set(), tags: new Set(), text: '' };

export function isFiltering({ statuses, tags, text }: RecordsFilter): boolean {
  return statuses.size > 0 || tags.size > 0 || text.trim() !== '';
}

/** A test for many records: the words of the filter are prepared once. */
export function matcher(filter: RecordsFilter): (record: DocRecord) => boolean {
  // Building the searched texts of ten thousand records takes half as long as everything else in the view.
  if (!isFiltering(filter)) return () => true;
  const { statuses, tags, text } = filter;
  const hasWords = wordsIn(text);
  return (record) => {
    if (statuses.size > 0 && !statuses.has(record.status)) return false;
    if (tags.size > 0 && !record.tags.some((tag) => tags.has(tag.toLowerCase()))) return false;
    return hasWords([recordLabel(record), record.id, record.title, record.path, ...record.people, ...record.tags]);
  };
}

/** How many records have each tag, most used first. */
export function tagCounts(records: readonly DocRecord[]): readonly (readonly [tag: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { tags } of records) {
    for (const tag of new Set(tags.map((name) => name.toLowerCase()))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
}
