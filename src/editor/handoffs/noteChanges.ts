import { workspace } from 'vscode';
import { placeOfName, repositoryNames } from '../../core/activity/gatherActivity';
import { join } from '../../core/files/paths';
import { type BranchMove, type CurrentFacts, changesSince, type NoteChange } from '../../core/handoffs/changesSince';
import { type FileChange, filesOf, recordsNow } from '../../core/handoffs/recordsNow';
import { type FilePath, neverCancelled } from '../../core/ports';
import type { ProjectView } from '../../core/projectView';
import type { Instant } from '../../core/time/zone';
import { GitUnanswered } from '../../git/result';
import type { GitOptions } from '../../git/runner';
import type { LazyGit, OpenRepository } from '../workspace/lazyGit';
import type { Projects } from '../workspace/projects';
import type { FolderNote } from './handoffStore';

/** What changed since a note was written; without git, only what the note itself shows. */
export interface FoundChanges {
  readonly changes: readonly NoteChange[];
  /** `not-asked`: Restricted Mode, or no repository. `failed`: git was asked and could not say. `stopped`: cancelled. */
  readonly git: 'asked' | 'not-asked' | 'failed' | 'stopped';
}

interface Known {
  readonly note: FolderNote;
  readonly at: Instant;
  readonly found: Promise<FoundChanges>;
}

/** Milliseconds for which an answer is used again: a row and the lenses ask for the same a moment apart. */
const freshMs = 15_000;

/** Finds, when asked, what is no longer as a note says. */
export class NoteChanges {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly git: LazyGit,
    private readonly projects: Projects,
    private readonly now: () => Instant,
  ) {}

  /** Rejects only for an error in Meridian itself: where git fails, `git` says so. */
  async of(note: FolderNote, signal: AbortSignal = neverCancelled): Promise<FoundChanges> {
    const found = await this.shared(note, signal);
    // Another caller cancelled the shared search, but this one still wants it.
    const isWanted = found.git === 'stopped' && !signal.aborted;
    return isWanted ? this.shared(note, signal) : found;
  }

  /**
   * How many branches moved, of those that the note asks to go on with; where it names none, of all whose tips it has.
   */
  async movedBranches(note: FolderNote, signal: AbortSignal): Promise<number> {
    const { changes } = await this.of(note, signal);
    const moved = changes.filter((change) => change.kind === 'branch').filter(({ what }) => what !== 'unknown');
    return note.branches.length === 0 ? moved.length : moved.filter(({ named }) => named).length;
  }

  forget(): void {
    this.known.clear();
  }

  private shared(note: FolderNote, signal: AbortSignal): Promise<FoundChanges> {
    const id = note.uri.toString();
    const known = this.known.get(id);
    if (known?.note === note && this.now() - known.at < freshMs) return known.found;
    const found = this.find(note, signal);
    this.known.set(id, { note, at: this.now(), found });
    return found;
  }

  private async find(note: FolderNote, signal: AbortSignal): Promise<FoundChanges> {
    const nothing = { branches: {}, records: [] };
    const view = this.projects.locate(note.uri)?.project.view;
    try {
      const facts = view && (await sinceFacts(this.git, view, note, signal));
      return { changes: changesSince(note, facts ?? nothing), git: facts ? 'asked' : 'not-asked' };
    } catch (error) {
      this.known.delete(note.uri.toString());
      const git = signal.aborted ? 'stopped' : 'failed';
      // The runner has logged git's own failures; anything else is an error in Meridian.
      if (git === 'failed' && !(error instanceof GitUnanswered)) throw error;
      return { changes: changesSince(note, nothing), git };
    }
  }
}

/**
 * The present state, from git and the records, of what a note names. Null where git must not be asked, and where the
 * note is in no repository.
 * @throws GitUnanswered
 */
async function sinceFacts(
  git: LazyGit,
  view: ProjectView,
  note: FolderNote,
  signal: AbortSignal,
): Promise<CurrentFacts | null> {
  const own = await git.open(note.folder.uri);
  if (!own) return null;
  const options: GitOptions = { priority: 'interactive', signal };
  const records = note.records.flatMap((path) => view.record(path) ?? []).filter(({ kind }) => kind !== 'handoff');
  const [branches, changes, removed] = await Promise.all([
    movesOf(git, own, note, options),
    changesTo(own, note, filesOf(records), options),
    removedOf(own, view, note, options),
  ]);
  return { branches, records: [...recordsNow(records, changes, (path) => view.record(path)), ...removed] };
}

async function removedOf(
  place: OpenRepository,
  view: ProjectView,
  { written, records }: FolderNote,
  options: GitOptions,
): Promise<CurrentFacts['records']> {
  if (written === null || records.every((path) => view.record(path))) return [];
  const [{ GitFolderHistory }, { removedSince }] = await Promise.all([
    import('../../git/activity/gitFolderHistory'),
    import('../../core/tasks/removedRecords'),
  ]);
  const history = new GitFolderHistory(place.runner, place.repository, place.prefix, options);
  return removedSince(view, records, written, history);
}

async function movesOf(
  git: LazyGit,
  own: OpenRepository,
  { tips, path }: FolderNote,
  options: GitOptions,
): Promise<CurrentFacts['branches']> {
  const named = Object.entries(tips);
  if (named.length === 0) return {};
  const { branchMoves } = await import('../../git/activity/branchMoves');
  const repositories = await openRepositories(git, own);
  const names = repositoryNames(repositories.map(({ repository }) => repository.root));
  const moves = named.map(async ([name, branches]): Promise<readonly [string, readonly BranchMove[]]> => {
    const called = repositories[placeOfName(name, names)];
    // A clone may have another name than the writer's.
    const place = called ?? (named.length === 1 ? own : undefined);
    if (!place) return [name, []];
    const noted = { note: join(own.prefix, path), tips: branches };
    return [name, await branchMoves(place.runner, place.repository, noted, options)];
  });
  return Object.fromEntries(await Promise.all(moves));
}

/** Each repository of the window once. */
async function openRepositories(git: LazyGit, own: OpenRepository): Promise<readonly OpenRepository[]> {
  const others = await Promise.all((workspace.workspaceFolders ?? []).map(({ uri }) => git.open(uri)));
  const all = [own, ...others.filter((place) => place !== null)];
  return [...new Map(all.map((place) => [place.repository.commonDirectory, place])).values()];
}

/**
 * Commits that changed the files since the note was written, without those that also changed the note: it reports them.
 */
async function changesTo(
  place: OpenRepository,
  { written, path: note }: FolderNote,
  files: readonly FilePath[],
  options: GitOptions,
): Promise<readonly FileChange[]> {
  if (written === null || files.length === 0) return [];
  const { GitFolderHistory } = await import('../../git/activity/gitFolderHistory');
  const history = new GitFolderHistory(place.runner, place.repository, place.prefix, options);
  const changes = await history.changesTo([...files, note], written);
  const reported = new Set(changes.flatMap(({ path, hash }) => (path === note ? [hash] : [])));
  return changes.filter(({ hash }) => !reported.has(hash));
}
