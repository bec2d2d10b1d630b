import { changesSince, type NoteChange } from '../../core/handoffs/changesSince';
import { type Cancellation, neverCancelled } from '../../core/ports';
import type { Instant } from '../../core/time/zone';
import { withSignal } from '../../git/abort';
import type { LazyGit } from '../workspace/lazyGit';
import type { Projects } from '../workspace/projects';
import type { FolderNote } from './handoffStore';
import { sinceFacts } from './sinceFacts';

/** What changed since a note was written; without git what the note itself says. */
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

/** A row and the lines above a text ask for the same a moment apart. */
const freshMs = 15_000;

/** Finds out on demand what is no longer as a note says. */
export class NoteChanges {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly git: LazyGit,
    private readonly projects: Projects,
    private readonly now: () => Instant,
  ) {}

  /** Never rejects. */
  async of(note: FolderNote, cancellation: Cancellation = neverCancelled): Promise<FoundChanges> {
    const found = await this.shared(note, cancellation);
    // What somebody else stopped asking for is still wanted here.
    const isWanted = found.git === 'stopped' && !cancellation.isCancellationRequested;
    return isWanted ? this.shared(note, cancellation) : found;
  }

  /** Of the branches that the note asks to go on with; where it names none, of all that it gave the tips of. */
  async movedBranches(note: FolderNote, cancellation: Cancellation): Promise<number> {
    const { changes } = await this.of(note, cancellation);
    const moved = changes.filter((change) => change.kind === 'branch').filter(({ what }) => what !== 'unknown');
    return note.branches.length === 0 ? moved.length : moved.filter(({ named }) => named).length;
  }

  forget(): void {
    this.known.clear();
  }

  private shared(note: FolderNote, cancellation: Cancellation): Promise<FoundChanges> {
    const id = note.uri.toString();
    const known = this.known.get(id);
    if (known?.note === note && this.now() - known.at < freshMs) return known.found;
    const found = this.find(note, cancellation);
    this.known.set(id, { note, at: this.now(), found });
    return found;
  }

  private async find(note: FolderNote, cancellation: Cancellation): Promise<FoundChanges> {
    const nothing = { branches: {}, records: [] };
    const view = this.projects.locate(note.uri)?.project.view;
    try {
      const facts = view && (await withSignal(cancellation, (signal) => sinceFacts(this.git, view, note, signal)));
      return { changes: changesSince(note, facts ?? nothing), git: facts ? 'asked' : 'not-asked' };
    } catch {
      // The runner has logged why.
      this.known.delete(note.uri.toString());
      return { changes: changesSince(note, nothing), git: cancellation.isCancellationRequested ? 'stopped' : 'failed' };
    }
  }
}
