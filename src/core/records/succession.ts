import type { FilePath } from '../ports';
import type { DocRecord } from './record';

/** Whether a record was rejected or is no longer in force: another one holds in its place, or none. */
export function isRetired(record: Pick<DocRecord, 'status'>): boolean {
  return record.status === 'superseded' || record.status === 'deprecated' || record.status === 'rejected';
}

/** Whether what a record says, such as its scope, holds today: not where it is undecided or retired. */
export function holdsToday(record: Pick<DocRecord, 'status'>): boolean {
  return !isRetired(record) && record.status !== 'draft' && record.status !== 'proposed';
}

/**
 * Where to go instead of a record: the records at the end of what supersedes it, without the steps in between. Empty
 * where nothing replaces it here. Walks with a list, so that cycles and chains of thousands end
 * (docs/security.md#hostile-input, D17).
 */
export function livingSuccessors(
  record: DocRecord,
  find: (path: FilePath) => DocRecord | undefined,
): readonly DocRecord[] {
  const seen = new Set([record.path]);
  const living: DocRecord[] = [];
  const open = [...replacements(record, find)];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    if (seen.has(at.path)) continue;
    seen.add(at.path);
    const next = replacements(at, find);
    if (next.length === 0 && !isRetired(at)) living.push(at);
    open.push(...next);
  }
  return living;
}

/** What takes a record's place in full and already does; a draft replaces nothing yet. */
function replacements(record: DocRecord, find: (path: FilePath) => DocRecord | undefined): readonly DocRecord[] {
  return record.supersededBy.flatMap(({ path, partial, pending }) => {
    const next = partial || pending || path === null ? undefined : find(path);
    return next ? [next] : [];
  });
}
