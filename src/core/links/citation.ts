import { recordLabel } from '../names/series';
import { encodeName } from '../permalinks/encodeName';
import type { DocRecord } from '../records/record';

/** What would end a path where references are looked for (`findPaths.ts`), or the comment that it is written into. */
const ending = /[\s\p{C}"'`()<>[\]{},;|=*%]/gu;

/** What cites a record in a comment: `ADR-0012`, or its path where it has no label, percent-encoded where it has to be. */
export function citationOf(record: Pick<DocRecord, 'id' | 'idPrefix' | 'kind' | 'path'>): string {
  return recordLabel(record) ?? record.path.replace(ending, (one) => encodeName(one));
}
