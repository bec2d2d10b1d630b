import { basename, dirname } from '../../files/paths';
import { isFolderDocument } from '../../names/spelling';
import type { FilePath } from '../../ports';
import type { RecordStatus } from '../record';
import type { StatedStatus } from './status';
import { leadingStatus } from './statusWords';

/** Words that a folder of records has for nothing but their status: `current` and `open` may be topics. */
const words =
  /^(?:drafts?|proposed|accepted|approved|implemented|adopted|final|rejected|declined|withdrawn|abandoned|deprecated|obsolete|retired|superseded)$/i;

/** A folder that is named after a status. */
export interface StatusFolder {
  readonly path: FilePath;
  readonly status: RecordStatus;
}

/**
 * The folder named after a status that a record lies in: `rfcs/accepted/0012-x.md`, or `accepted/2024/x.md`. The folder of
 * a record that is a README counts as its file.
 */
export function statusFolderOf(record: FilePath): StatusFolder | null {
  let path = dirname(isFolderDocument(record) ? dirname(record) : record);
  while (/^(?:19|20)\d\d$/.test(basename(path))) path = dirname(path);
  const name = basename(path);
  const status = words.test(name) ? leadingStatus(name.replace(/s$/i, ''))?.status : undefined;
  return status === undefined ? null : { path, status };
}

/** The status of the record's folder, where the text states none. Such a status has no text. */
export function orOfFolder(stated: StatedStatus, record: FilePath): StatedStatus {
  if (stated.status !== 'none' || stated.text !== null) return stated;
  const folder = statusFolderOf(record);
  return folder === null ? stated : { ...stated, status: folder.status };
}
