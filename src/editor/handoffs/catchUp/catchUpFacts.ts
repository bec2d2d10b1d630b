import { l10n, workspace } from 'vscode';
import { intervalFor } from '../../../core/activity/interval';
import type { CatchUpInput, ChangedRecord, MovedBranch } from '../../../core/drafts/catchUpInput';
import type { FilePath } from '../../../core/ports';
import { dayBounds, type Instant, wallClockAt, type ZoneName } from '../../../core/time/zone';
import { NodePacer } from '../../../disk/nodePacer';
import type { GitOptions } from '../../../git/runner';
import type { Writer } from '../../team/writer';
import type { FolderProject } from '../../workspace/folderProject';
import type { OpenRepository } from '../../workspace/lazyGit';
import { folderChanges } from '../folderChanges';
import type { CatchUpParts } from './catchMeUp';
import { branchesMovedByOthers, type OwnWork, ownWork } from './catchUpGit';
import { CatchUpNotes } from './catchUpNotes';
import { catchUpStart } from './catchUpStart';
import { changedRecords, toldKind } from './changedRecords';

const dayMs = 86_400_000;
/** What somebody committed to within this time is a file of theirs. */
const ownMs = 90 * dayMs;

/** One workspace folder of a catch-up. */
interface Place {
  readonly project: FolderProject;
  /** Null where git cannot be asked. */
  readonly git: OpenRepository | null;
  readonly own: OwnWork;
}

const noWork: OwnWork = { committed: [], files: [] };

/** Reads what a catch-up is written from. What cannot be read is left out and said. */
export class CatchUpFacts {
  private readonly gaps = new Set<string>();
  private readonly now: Instant;
  private readonly options: GitOptions;
  private readonly notes: CatchUpNotes;

  constructor(
    private readonly parts: CatchUpParts,
    private readonly signal: AbortSignal,
    private readonly report: (step: string) => void,
  ) {
    this.now = parts.services.now();
    this.options = { priority: 'interactive', signal };
    this.notes = new CatchUpNotes(parts, this.now);
  }

  /** Null where no folder is open. */
  async read(): Promise<CatchUpInput | null> {
    const { projects } = this.parts.services;
    const [first] = projects.folders;
    if (!first) return null;
    if (!workspace.isTrusted)
      this.gaps.add('Restricted Mode: git was not read, so changed records and branches are missing.');
    const writer = this.parts.store.writerIn(first.folder);
    const zone = this.parts.store.zoneIn(first.folder);
    this.report(l10n.t('reading your commits'));
    const places = await Promise.all(projects.folders.map((project) => this.placeOf(project)));
    const since = this.startOf(places, writer, zone);
    this.report(l10n.t('reading what changed'));
    const [records, branches, deadlines, handoffs] = await Promise.all([
      this.each(places, (place) => this.recordsIn(place, since.instant)),
      this.each(places, (place) => this.branchesIn(place, places.length > 1)),
      this.each(places, (place) => this.notes.deadlinesIn(place.project)),
      this.notes.handoffs(since.instant),
    ]);
    const name = writer?.party.name ?? 'you';
    const answers = this.notes.answers(since.instant);
    return { now: this.now, zone, name, since, handoffs, answers, records, deadlines, branches, gaps: [...this.gaps] };
  }

  private async placeOf(project: FolderProject): Promise<Place> {
    const { folder } = project;
    const git = await this.parts.services.git.open(folder.uri);
    const identity = this.parts.store.writerIn(folder)?.identity;
    if (!git || !identity) return { project, git, own: noWork };
    const own = await this.asking(folder.name, noWork, () => ownWork(git, identity, this.now - ownMs, this.options));
    return { project, git, own };
  }

  private startOf(places: readonly Place[], writer: Writer | null, zone: ZoneName): CatchUpInput['since'] {
    const { now } = this;
    const schedule = writer?.schedule ?? null;
    const own = this.parts.tree.rows.filter(({ direction }) => direction === 'from-me');
    return catchUpStart({
      now,
      today: dayBounds(zone, wallClockAt(zone, now).date),
      commits: places.flatMap((place) => place.own.committed),
      notes: own.flatMap(({ note }) => note.written ?? []),
      otherwise: intervalFor({ now, zone, schedule, previous: null }).start,
    });
  }

  private async recordsIn({ project, git, own }: Place, since: Instant): Promise<readonly ChangedRecord[]> {
    if (!git) return [];
    const { view, folder } = project;
    const files = view.records().flatMap(({ kind, path }) => (toldKind(kind) ? [path] : []));
    const changes = await this.asking(folder.name, [], () => folderChanges(git, files, since, this.options));
    const hrefOf = (path: FilePath) => this.notes.hrefOf(project, path);
    const ownFiles = own.files.filter((path) => view.record(path)?.kind !== 'handoff');
    return changedRecords({ view, changes, ownFiles, hrefOf, pacer: new NodePacer() });
  }

  private async branchesIn({ project, git }: Place, isOneOfMany: boolean): Promise<readonly MovedBranch[]> {
    if (!git) return [];
    const { name } = project.folder;
    const moves = await this.asking(name, [], () => branchesMovedByOthers(git, this.options));
    return moves.map((move) => ({ repository: isOneOfMany ? name : null, move }));
  }

  private async each<T>(
    places: readonly Place[],
    read: (place: Place) => Promise<readonly T[]>,
  ): Promise<readonly T[]> {
    return (await Promise.all(places.map(read))).flat();
  }

  /** One repository that git cannot tell of never hides the others. */
  private async asking<T>(name: string, fallback: T, ask: () => Promise<T>): Promise<T> {
    const guarded = this.parts.services.boundary.provider<[], T | undefined>('catch up', undefined, () => ask());
    const answer = this.signal.aborted ? undefined : await guarded();
    if (answer === undefined) this.gaps.add(`git could not answer for ${name}.`);
    return answer ?? fallback;
  }
}
