import type { FolderHistory, WorkFolder, Workplace } from '../core/tasks/workplace';
import type { Instant, ZoneName } from '../core/time/zone';
import { DiskFiles } from '../disk/diskFiles';
import { NodePacer } from '../disk/nodePacer';
import { GitActivity } from '../git/activity/gitActivity';
import { GitFolderHistory } from '../git/activity/gitFolderHistory';
import type { HandoffPlace } from './handoffPlace';
import { readCited } from './readCited';
import { quiet } from './terminal';

/** The machine's time, and its zone for a person whose zone is not known. */
export interface MachineClock {
  readonly now: Instant;
  readonly zone: ZoneName;
}

/** The repository as the only folder of a workplace. It has no forge and no progress, and is never cancelled. */
export function commandLineWorkplace(
  { root, repository, files, project, runner }: HandoffPlace,
  { now, zone }: MachineClock,
): { readonly workplace: Workplace; readonly folder: WorkFolder } {
  const folder: WorkFolder = {
    name: root,
    directory: root,
    place: '',
    files,
    project,
    readCited: (paths) => readCited(project, files, paths),
    history: async (): Promise<FolderHistory> => new GitFolderHistory(runner, repository, '', {}),
  };
  const workplace: Workplace = {
    now,
    zone,
    folders: [folder],
    activity: new GitActivity(runner),
    filesAt: (directory) => new DiskFiles(directory),
    forge: async () => ({ works: null, gaps: [] }),
    report() {},
    pacer: new NodePacer(),
    log: quiet,
    signal: new AbortController().signal,
  };
  return { workplace, folder };
}
