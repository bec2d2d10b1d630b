import { type Disposable, EventEmitter } from 'vscode';
import { groupedBy } from '../../../core/lists';
import type { FilePath } from '../../../core/ports';
import type { Finding } from '../../../core/rules/finding';
import type { PathHistory } from '../../../core/rules/pathHistory';
import {
  type CheckPlace,
  checkFiles,
  checkWhole,
  type Ground,
  groundOf,
  isSameGround,
} from '../../../core/tasks/check';
import { unlessAborted } from '../../../core/tasks/stopping';
import { errorText } from '../../../core/text/errorText';
import { dateOfNumber } from '../../../core/time/localDate';
import { NodePacer } from '../../../disk/nodePacer';
import { Disposables } from '../../host/disposables';
import type { FeatureServices } from '../../host/featureServices';
import { settingKeys, views } from '../../host/ids';
import { onSettings } from '../../host/settings';
import type { ReportProgress } from '../../host/withStopping';
import type { FolderProject } from '../../workspace/folderProject';
import { progressText } from '../words/progressText';
import type { PlacedFinding } from './model/findingRows';
import { ruleChoices } from './ruleSettings';

/** Milliseconds in which files that were read again count as one change. */
const quiet = 500;

interface CheckedFolder {
  readonly byFile: Map<FilePath, readonly Finding[]>;
  readonly history: PathHistory | null;
  /** Null after a failure: the next change of the folder then checks all of it again. */
  readonly ground: Ground | null;
}

/** What a check could not cover. */
export interface Unchecked {
  /** The person stopped the reading, so nothing is known of files that were not read. */
  readonly reading: boolean;
  /** Git failed, so it is not known whether missing paths ever existed. */
  readonly git: boolean;
}

/** The findings of the rules in all files of the window: first by command, then again for what changes. */
export class WorkspaceFindings implements Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = new EventEmitter<void>();
  /** Null before the command was run, and after its findings were closed. */
  private checked: Map<FolderProject, CheckedFolder> | null = null;
  /** Files that were read again since the last check; null for a whole folder. */
  private waiting = new Map<FolderProject, Set<FilePath> | null>();
  private timer: NodeJS.Timeout | undefined;
  private stop = new AbortController();
  readonly onDidChange = this.changed.event;

  /** @param remember called with what git said of a folder */
  constructor(
    private readonly services: Pick<FeatureServices, 'projects' | 'git' | 'log' | 'now' | 'boundary'>,
    private readonly remember: (project: FolderProject, history: PathHistory) => void,
  ) {
    const { projects } = services;
    this.disposables.add(this.changed);
    this.disposables.add(projects.onDidTake(({ project, paths }) => this.await(project, paths)));
    this.disposables.add(
      onSettings(() => {
        for (const project of projects.folders) this.await(project, null);
      }, [settingKeys.checkRules]),
    );
  }

  get hasRun(): boolean {
    return this.checked !== null;
  }

  /** What the last check of all files could not cover. */
  get unchecked(): Unchecked {
    return {
      reading: this.services.projects.stoppedAt !== null,
      git: [...(this.checked?.values() ?? [])].some(({ history }) => history === noHistory),
    };
  }

  get found(): readonly PlacedFinding[] {
    return [...(this.checked ?? [])].flatMap(([{ folder }, { byFile }]) =>
      [...byFile.values()].flat().map((finding) => ({ folder: folder.uri.toString(), finding })),
    );
  }

  /** Checks all files. @returns false where the person cancelled: the findings are then as before */
  async run(signal: AbortSignal, report: ReportProgress): Promise<boolean> {
    const { projects } = this.services;
    if ((await unlessAborted(projects.whenRead(), signal)) === undefined) return false;
    const checked = new Map<FolderProject, CheckedFolder>();
    try {
      for (const project of projects.folders) checked.set(project, await this.inFolder(project, signal, report));
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    }
    this.forget();
    this.checked = checked;
    this.changed.fire();
    return true;
  }

  /** Drops the findings. Nothing is checked again until the command is run. */
  close(): void {
    this.forget();
    this.checked = null;
    this.changed.fire();
  }

  dispose(): void {
    this.forget();
    this.disposables.dispose();
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = new Map();
    this.stop.abort();
    this.stop = new AbortController();
  }

  private await(project: FolderProject, paths: readonly FilePath[] | null): void {
    if (!this.checked) return;
    const before = this.waiting.get(project);
    this.waiting.set(project, paths === null || before === null ? null : new Set([...(before ?? []), ...paths]));
    this.timer ??= setTimeout(() => this.checkAgain(), quiet);
  }

  private checkAgain(): void {
    const { signal } = this.stop;
    const waiting = this.waiting;
    this.waiting = new Map();
    void this.services.boundary.background('recheck', views.findings, async () => {
      try {
        for (const [project, paths] of waiting) await this.again(project, paths, signal);
      } catch (error) {
        if (signal.aborted) return;
        for (const project of waiting.keys()) this.distrust(project);
        throw error;
      } finally {
        if (!signal.aborted) this.settle();
      }
    });
  }

  private distrust(project: FolderProject): void {
    const known = this.checked?.get(project);
    if (known) this.checked?.set(project, { ...known, ground: null });
  }

  /** Schedules the files that were read again in the meantime, even after a failure. */
  private settle(): void {
    this.timer = this.waiting.size > 0 ? setTimeout(() => this.checkAgain(), quiet) : undefined;
    this.changed.fire();
  }

  /**
   * Checks only the changed files where no record and no file was added, removed or changed: other findings do not
   * depend on them.
   */
  private async again(project: FolderProject, paths: ReadonlySet<FilePath> | null, signal: AbortSignal): Promise<void> {
    const { checked } = this;
    if (!checked) return;
    const open = this.services.projects.folders;
    for (const known of checked.keys()) if (!open.includes(known)) checked.delete(known);
    if (!open.includes(project)) return;
    const before = checked.get(project);
    const ground = groundOf(project.checked.project);
    const only = before?.ground && paths && isSameGround(before.ground, ground) ? [...paths] : undefined;
    const history = before?.history ?? null;
    const findings = await checkFiles(this.placeOf(project, signal), history, only);
    signal.throwIfAborted();
    const byFile = only && before ? before.byFile : new Map<FilePath, readonly Finding[]>();
    for (const path of only ?? []) byFile.delete(path);
    for (const [path, own] of filed(findings)) byFile.set(path, own);
    checked.set(project, { byFile, history, ground });
  }

  private async inFolder(project: FolderProject, signal: AbortSignal, report: ReportProgress): Promise<CheckedFolder> {
    const ground = groundOf(project.checked.project);
    const { findings, history } = await checkWhole({
      ...this.placeOf(project, signal),
      history: await this.historyOf(project, signal),
      report: (done, total) => report(progressText({ done, total })),
    });
    return { byFile: filed(findings), history, ground };
  }

  private placeOf(project: FolderProject, signal: AbortSignal) {
    return {
      ...project.checked,
      today: dateOfNumber(this.services.now()),
      choices: ruleChoices(project.folder.uri),
      pacer: new NodePacer(),
      signal,
    };
  }

  /** Without workspace trust or git, paths that are gone cannot be told from paths that never existed. */
  private async historyOf(project: FolderProject, signal: AbortSignal): Promise<CheckPlace['history']> {
    const { git } = this.services;
    const place = await git.open(project.folder.uri);
    if (place === null) return (await git.isBroken(project.folder.uri)) ? async () => noHistory : null;
    const { readPathHistory } = await import('../../../git/check/pathHistory');
    const { tree } = project.checked.project;
    return async (named) => {
      try {
        const isThere = (path: string) => tree !== null && (tree.has(path) || tree.hasDirectory(path));
        const history = await readPathHistory({ ...place, signal }, named, isThere);
        this.remember(project, history);
        return history;
      } catch (error) {
        signal.throwIfAborted();
        this.services.log.warn(`no history of paths: ${errorText(error)}`);
        return noHistory;
      }
    };
  }
}

/** Stands for a history that git was asked for and could not give. */
const noHistory: PathHistory = { departure: () => null, change: () => null };

function filed(findings: readonly Finding[]): Map<FilePath, readonly Finding[]> {
  return groupedBy(findings, ({ file }) => file);
}
