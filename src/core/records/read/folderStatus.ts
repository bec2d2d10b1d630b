import { dirname, segments } from '../../files/paths';
import { isFolderDocument } from '../../names/spelling';
import type { FilePath } from '../../ports';
import type { StatedStatus } from './status';
import { leadingStatus } from './statusWords';

/** Words that a folder of records has for nothing but their status: `current` and `open` may be topics. */
const words =
  /^(?:drafts?|proposed|accepted|approved|implemented|adopted|final|rejected|declined|withdrawn|abandoned|deprecated|obsolete|retired|superseded)$/i;

/**
 * Where the text states no status, the one that the record's folder is named after: `rfcs/accepted/0012-x.md`, or
 * `accepted/2024/x.md`. The folder of a record that is a README counts as its file. Such a status has no text.
 */
export function orOfFolder(stated: StatedStatus, path: FilePath): StatedStatus {
  if (stated.status !== 'none' || stated.text !== null) return stated;
  const above = segments(isFolderDocument(path) ? dirname(dirname(path)) : dirname(path));
  const folder = above.findLast((name) => !/^(?:19|20)\d\d$/.test(name)) ?? '';
  const status = words.test(folder) ? leadingStatus(folder.replace(/s$/i, ''))?.status : undefined;
  return status === undefined ? stated : { ...stated, status };
}
