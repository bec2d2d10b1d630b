import { memberNamed } from '../drafts/addressee';
import type { AnswerToMe, CatchUpInput, HandoffToMe } from '../drafts/catchUpInput';
import type { NoteChange } from '../handoffs/changesSince';
import type { HandoffNote } from '../handoffs/note';
import type { ReceivedNote } from '../handoffs/receiver';
import { foldName } from '../names/people';
import type { FilePath } from '../ports';
import type { MaskedWords } from '../secrets/maskedWords';
import { isLocated, type Schedule } from '../team/team';
import type { Instant } from '../time/zone';
import { deadlinesOf, textsWithDeadlines } from './notedDeadlines';
import type { WorkFolder } from './workplace';
import type { Writer } from './writer';

/** One folder of a catch-up, with its handoffs, each as to, from or not for the reader. */
export interface CatchUpFolder<N extends HandoffNote> {
  readonly folder: WorkFolder;
  /** Null where neither the team file nor git knows who it is. */
  readonly reader: Writer | null;
  readonly rows: readonly ReceivedNote<N>[];
}

interface NotesServices<N extends HandoffNote> {
  readonly now: Instant;
  /** The machine's zone. */
  readonly zone: string;
  readonly words: MaskedWords;
  /** What has changed since a note was written. Never rejects. */
  readonly changesOf: (note: N) => Promise<readonly NoteChange[]>;
  readonly hrefOf: (folder: WorkFolder, path: FilePath) => string;
}

/** What the notes of a folder say to the reader of a catch-up. */
export class CatchUpNotes<N extends HandoffNote> {
  constructor(private readonly services: NotesServices<N>) {}

  /** Notes to the reader that they have not read, or that were written since. */
  handoffs({ folder, reader, rows }: CatchUpFolder<N>, since: Instant): Promise<readonly HandoffToMe[]> {
    const toMe = rows.filter(({ direction, unread, note }) => {
      return direction === 'to-me' && (unread || (note.written ?? 0) > since);
    });
    return Promise.all(
      toMe.map(async ({ note, unread }) => ({
        href: this.services.hrefOf(folder, note.path),
        title: this.services.words.text(note.title),
        from: note.from,
        written: note.written,
        zone: scheduleOf(reader, note.from)?.zone ?? null,
        first: this.services.words.text(note.next.find(({ done }) => !done)?.text ?? '') || null,
        unread,
        changes: (await this.services.changesOf(note)).map((change) => this.withoutSecrets(change)),
      })),
    );
  }

  /** Replies of others to the reader's notes. */
  answers({ folder, reader, rows }: CatchUpFolder<N>, since: Instant): readonly AnswerToMe[] {
    return notesFromMe(rows).flatMap(({ note, unread }) => {
      const isNew = ({ at }: { readonly at: Instant | null }, index: number) =>
        (at ?? 0) > since || (unread && index === note.replies.length - 1);
      const byOthers = note.replies.filter(isNew).filter(({ by }) => !isReader(reader, by));
      return byOthers.map(({ by, at, text }) => ({
        by,
        at,
        text: this.services.words.text(text),
        title: this.services.words.text(note.title),
        href: this.services.hrefOf(folder, note.path),
        zone: scheduleOf(reader, by)?.zone ?? null,
      }));
    });
  }

  /** Deadlines in notes to and from the reader, and in decisions that wait. */
  async deadlines({ folder, reader, rows }: CatchUpFolder<N>): Promise<CatchUpInput['deadlines']> {
    const { now, zone } = this.services;
    const found = await deadlinesOf(textsWithDeadlines(rows, folder.project.records(), now), {
      now,
      machineZone: zone,
      files: folder.files,
      scheduleOf: (name) => scheduleOf(reader, name),
      hrefOf: (path) => this.services.hrefOf(folder, path),
    });
    return found.map((each) => ({
      ...each,
      text: this.services.words.text(each.text),
      title: this.services.words.text(each.title),
    }));
  }

  private withoutSecrets(change: NoteChange): NoteChange {
    return change.kind === 'item' ? { ...change, text: this.services.words.text(change.text) } : change;
  }
}

export function notesFromMe<N extends HandoffNote>(rows: readonly ReceivedNote<N>[]): readonly ReceivedNote<N>[] {
  return rows.filter(({ direction }) => direction === 'from-me');
}

export function isReader(reader: Writer | null, name: string): boolean {
  return reader?.signatures.has(foldName(name)) ?? false;
}

/** The schedule of a person by the name that a text uses; null where the team file does not know them or their zone. */
function scheduleOf(reader: Writer | null, name: string | null): Schedule | null {
  const member = name === null ? null : memberNamed(name, reader?.team ?? null);
  return member && isLocated(member) ? member : null;
}
