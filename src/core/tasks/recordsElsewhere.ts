import type { Identity } from '../activity/activity';
import type { ProjectView } from '../projectView';
import type { Instant } from '../time/zone';
import { recordsOf, textOf } from './changedParts';
import { isRecordPlace } from './removedRecords';
import type { FolderHistory } from './workplace';

/** The default branch, where others changed records on it since that are not checked out; null where they did not. */
export async function recordsElsewhere(
  view: Pick<ProjectView, 'kindAt'>,
  history: Pick<FolderHistory, 'changedElsewhere' | 'committed'>,
  since: Instant,
  reader: Identity | null,
): Promise<string | null> {
  const found = await history.changedElsewhere(since, reader, (path) => isRecordPlace(view, path));
  for (const path of found?.files ?? []) {
    const kind = view.kindAt(path);
    if (!found || kind === null) continue;
    const text = await textOf((commit, file) => history.committed(commit, file), found.tip, path);
    if (recordsOf(kind, text).length > 0) return found.branch;
  }
  return null;
}
