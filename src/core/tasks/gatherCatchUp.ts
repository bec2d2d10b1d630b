import { intervalFor } from '../activity/interval';
import type { CatchUpInput, ChangedRecord, MovedBranch } from '../drafts/catchUpInput';
import type { NoteChange } from '../handoffs/changesSince';
import type { HandoffNote } from '../handoffs/note';
import type { FilePath } from '../ports';
import { isAboutCode } from '../records/record';
import { recordHref } from '../records/recordHref';
import { MaskedWords } from '../secrets/maskedWords';
import { errorText } from '../text/errorText';
import { dayMs } from '../time/durations';
import { dayBounds, type Instant, wallClockAt } from '../time/zone';
import { type CatchUpFolder, CatchUpNotes, isReader, notesFromMe } from './catchUpNotes';
import { catchUpStart } from './catchUpStart';
import { changedRecords } from './changedRecords';
import { recordsElsewhere } from './recordsElsewhere';
import { isRecordPlace } from './removedRecords';
import type { FolderHistory, OwnCommits, WorkFolder, Workplace } from './workplace';

export interface CatchUpRequest<N extends HandoffNote> {
  /** The page's links begin at the root of the first folder. */
  readonly folders: readonly CatchUpFolder<N>[];
  /** What has changed since a note was written. Never rejects. */
  readonly changesOf: (note: N) => Promise<readonly NoteChange[]>;
  /** Sentences about what may not be read at all. */
  readonly gaps: readonly string[];
}

type Place<N extends HandoffNote> = CatchUpFolder<N> & {
  readonly history: FolderHistory | null;
  readonly own: OwnCommits;
};

/** A file that the reader committed to within this time is one of theirs. */
const ownMs = 90 * dayMs;
const noWork: OwnCommits = { committed: [], files: [] };

/**
 * What happened since the reader's last commit or note. What cannot be read is left out and named among the gaps: a
 * repository that git cannot read never hides the others.
 * @returns null where there is no folder, undefined where the person stopped it
 */
export async function gatherCatchUp<N extends HandoffNote>(
  workplace: Workplace,
  request: CatchUpRequest<N>,
): Promise<CatchUpInput | null | undefined> {
  if (request.folders.length === 0) return null;
  const [found, forge] = await Promise.all([new CatchUp(workplace, request).read(), workplace.forge()]);
  if (workplace.signal.aborted) return undefined;
  const words = new MaskedWords();
  const works = forge.works?.map((each) => ({ ...each, work: words.work(each.work) }));
  return { ...found, gaps: [...found.gaps, ...forge.gaps], ...(works && { forge: works }) };
}

class CatchUp<N extends HandoffNote> {
  private readonly gaps: Set<string>;
  private readonly notes: CatchUpNotes<N>;

  constructor(
    private readonly workplace: Workplace,
    private readonly request: CatchUpRequest<N>,
  ) {
    this.gaps = new Set(request.gaps);
    this.notes = new CatchUpNotes({
      now: workplace.now,
      zone: workplace.zone,
      words: new MaskedWords(),
      changesOf: request.changesOf,
      hrefOf: (folder, path) => this.hrefOf(folder, path),
    });
  }

  async read(): Promise<CatchUpInput> {
    const { now } = this.workplace;
    const { folders } = this.request;
    const reader = folders[0]?.reader ?? null;
    const zone = reader?.zone ?? this.workplace.zone;
    this.workplace.report({ kind: 'own-commits' });
    const places = await Promise.all(folders.map((folder) => this.placeOf(folder)));
    const since = catchUpStart({
      now,
      today: dayBounds(zone, wallClockAt(zone, now).date),
      commits: places.flatMap((place) => place.own.committed),
      notes: folders.flatMap(({ rows }) => notesFromMe(rows).flatMap(({ note }) => note.written ?? [])),
      otherwise: intervalFor({ now, zone, schedule: reader?.schedule ?? null, previous: null }).start,
    });
    this.workplace.report({ kind: 'changes' });
    const [records, branches, deadlines, handoffs] = await Promise.all([
      inEach(places, (place) => this.recordsIn(place, since.instant)),
      inEach(places, (place) => this.branchesIn(place, since.instant, places.length > 1)),
      inEach(folders, (folder) => this.notes.deadlines(folder)),
      inEach(folders, (folder) => this.notes.handoffs(folder, since.instant)),
    ]);
    const answers = folders.flatMap((folder) => this.notes.answers(folder, since.instant));
    const name = reader?.party.name ?? null;
    return { now, zone, name, since, handoffs, answers, records, deadlines, branches, gaps: [...this.gaps] };
  }

  private async placeOf(each: CatchUpFolder<N>): Promise<Place<N>> {
    const history = await each.folder.history();
    const identity = each.reader?.identity;
    if (!history && this.request.gaps.length === 0) {
      const missing = 'changed records and branches are missing';
      this.gaps.add(`The folder ${each.folder.name} is in no git repository that can be read here: ${missing}.`);
    }
    if (!history || !identity) return { ...each, history, own: noWork };
    const since = this.workplace.now - ownMs;
    return { ...each, history, own: await this.answered(each.folder, noWork, () => history.ownWork(identity, since)) };
  }

  /** Records that others changed; the reader knows their own changes. */
  private async recordsIn(
    { folder, reader, history, own }: Place<N>,
    since: Instant,
  ): Promise<readonly ChangedRecord[]> {
    if (!history) return [];
    const { project } = folder;
    const isWanted = (path: FilePath) => isRecordPlace(project, path);
    const identity = reader?.identity ?? null;
    const elsewhere = await this.answered(folder, null, () => recordsElsewhere(project, history, since, identity));
    if (elsewhere !== null) {
      const reason = 'what is checked out does not have them';
      this.gaps.add(`Changed records on ${elsewhere} of ${folder.name} are missing: ${reason}.`);
    }
    const files = project.records().flatMap(({ kind, path, part }) => (isAboutCode(kind) && !part ? [path] : []));
    const changes = await this.answered(folder, [], () => history.changedSince(files, since, identity, isWanted));
    if (changes === null) {
      const reason = 'the history of this clone does not go back so far (git fetch --unshallow)';
      this.gaps.add(`Changed records of ${folder.name} are missing: ${reason}.`);
      return [];
    }
    const hrefOf = (path: FilePath) => this.hrefOf(folder, path);
    const ownFiles = own.files.filter((path) => project.record(path)?.kind !== 'handoff');
    const { pacer } = this.workplace;
    const committed = history.committed.bind(history);
    return this.answered(folder, [], () =>
      changedRecords({ view: project, changes, committed, ownFiles, hrefOf, pacer }),
    );
  }

  private async branchesIn(
    { folder, reader, history }: Place<N>,
    since: Instant,
    isOneOfMany: boolean,
  ): Promise<readonly MovedBranch[]> {
    if (!history) return [];
    const moves = await this.answered(folder, [], () => history.branchesMovedByOthers(since));
    // The reader's own commits are news where a branch was rewritten with them.
    const byOthers = moves.filter(({ state, people }) => {
      return state === 'rewritten' || people.length === 0 || !people.every((name) => isReader(reader, name));
    });
    return byOthers.map((move) => ({ repository: isOneOfMany ? folder.name : null, move }));
  }

  /** A link from the root of the first folder (`/`), because the page is no file that links could be relative to. */
  private hrefOf({ place, project }: WorkFolder, path: FilePath): string {
    return `/${recordHref(this.request.folders[0]?.folder.place ?? '', path, { of: project, place })}`;
  }

  private async answered<T>({ name }: WorkFolder, fallback: T, ask: () => Promise<T>): Promise<T> {
    const { signal, log } = this.workplace;
    try {
      if (!signal.aborted) return await ask();
    } catch (error) {
      if (!signal.aborted) log.warn(`catch up: ${errorText(error)}`);
    }
    this.gaps.add(`Git could not answer for the folder ${name}.`);
    return fallback;
  }
}

async function inEach<P, T>(places: readonly P[], read: (place: P) => Promise<readonly T[]>): Promise<readonly T[]> {
  return (await Promise.all(places.map(read))).flat();
}
