import { realpath } from 'node:fs/promises';
import { l10n } from 'vscode';
import type { ActivitySource } from '../../core/activity/activitySource';
import { basename } from '../../core/files/paths';
import type { ForgeFacts, WorkFolder, Workplace, WorkStep } from '../../core/tasks/workplace';
import type { ZoneName } from '../../core/time/zone';
import { DiskFiles } from '../../disk/diskFiles';
import { NodePacer } from '../../disk/nodePacer';
import { GitActivity } from '../../git/activity/gitActivity';
import { GitFolderHistory } from '../../git/activity/gitFolderHistory';
import type { FeatureServices } from '../host/featureServices';
import { visibleText, withoutLinks } from '../host/visibleText';
import type { ReportProgress } from '../host/withStopping';
import { folderFiles } from '../workspace/folderFiles';
import type { FolderProject } from '../workspace/folderProject';

interface WindowParts {
  readonly services: FeatureServices;
  /** The folders that the task is about; the open folders may change while it runs. */
  readonly projects: readonly FolderProject[];
  /** The machine's zone. */
  readonly zone: ZoneName;
  readonly forge: () => Promise<ForgeFacts>;
  readonly signal: AbortSignal;
  readonly report: ReportProgress;
}

/** A folder of this window in the form that tasks need, with its project. */
interface WindowFolder extends WorkFolder {
  readonly opened: FolderProject;
}

interface WindowWorkplace extends Workplace {
  readonly folders: readonly WindowFolder[];
}

/** The folders in the form that tasks need, in the order of the projects. */
export async function windowWorkplace(parts: WindowParts): Promise<WindowWorkplace> {
  const { services, projects, zone, forge, signal, report } = parts;
  const { now, log } = services;
  const folders = await Promise.all(projects.map((project) => workFolder(project, services, signal)));
  return {
    now: now(),
    zone,
    folders,
    activity: await activitySource(services, projects),
    filesAt: (directory) => new DiskFiles(directory),
    forge,
    report: (step) => report(withoutLinks(words(step))),
    pacer: new NodePacer(),
    log,
    signal,
  };
}

async function workFolder(
  project: FolderProject,
  { git, projects }: FeatureServices,
  signal: AbortSignal,
): Promise<WindowFolder> {
  const { folder, view } = project;
  const { uri, name } = folder;
  return {
    opened: project,
    name,
    directory: uri.scheme === 'file' ? await realpath(uri.fsPath).catch(() => null) : null,
    place: uri.path.replace(/^\//, ''),
    files: folderFiles(uri, new Set()),
    project: view,
    readCited: () => projects.whenRead(),
    async history() {
      const place = await git.open(uri);
      const options = { priority: 'interactive', signal } as const;
      return place && new GitFolderHistory(place.runner, place.repository, place.prefix, options);
    },
  };
}

const noSource: ActivitySource = {
  read: async () => ({ reason: 'unanswered', detail: 'git is not asked here' }),
  patches: async () => new Map(),
  mergedByHand: async () => new Map(),
  landedAs: async () => null,
  rangePatch: async () => null,
};

/** One runner serves all folders. Where git must not be asked, the source gives nothing. */
async function activitySource({ git }: FeatureServices, projects: readonly FolderProject[]): Promise<ActivitySource> {
  for (const { folder } of projects) {
    const runner = await git.runnerFor(folder.uri);
    if (runner) return new GitActivity(runner);
  }
  return noSource;
}

function words(step: WorkStep): string {
  switch (step.kind) {
    case 'history':
      return l10n.t('reading the history of {0}', visibleText(basename(step.folder.replaceAll('\\', '/')), 60));
    case 'commits':
      return step.count === 1
        ? l10n.t('looking at 1 commit of {0}', visibleText(step.repository, 60))
        : l10n.t('looking at {0} commits of {1}', step.count, visibleText(step.repository, 60));
    case 'records':
      return l10n.t('reading records');
    case 'own-commits':
      return l10n.t('reading your commits');
    case 'changes':
      return l10n.t('reading what changed');
  }
}
