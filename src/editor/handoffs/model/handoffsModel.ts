import type { HandoffNote, Reply } from '../../../core/handoffs/note';
import { type Direction, directionOf, type ReceivedNote, type Receiver } from '../../../core/handoffs/receiver';
import { append } from '../../../core/lists';
import { foldName } from '../../../core/names/people';
import { dayMs } from '../../../core/time/durations';
import type { Instant } from '../../../core/time/zone';

/** One note as the view lists it. */
export interface HandoffRow<N extends HandoffNote> extends ReceivedNote<N> {
  /**
   * The newest reply that counts. For the reader's own note: another person's. For another's note: the reader's, else
   * any.
   */
  readonly readBack: Reply | null;
  /** What is stored as seen when the note is opened. Once the stamp differs, the note is unread again. */
  readonly stamp: string;
}

export interface HandoffGroup<N extends HandoffNote> {
  /** `all` where the reader is not known: then no note is to or from them. */
  readonly key: Direction | 'all';
  readonly rows: readonly HandoffRow<N>[];
}

export interface HandoffsQuestion<N extends HandoffNote> {
  readonly notes: readonly N[];
  readonly receiverFor: (note: N) => Receiver;
  /** The stamp of a note when it was last seen, if it was. */
  readonly seen: (note: N) => string | undefined;
  readonly now: Instant;
}

/** A note older than this is never unread, so a new reader of a repository does not start with its whole past. */
const recentMs = 30 * dayMs;

const order = ['to-me', 'from-me', 'others', 'all'] as const;

/** The groups that have rows: unread first, then the newest, then by path. */
export function handoffGroups<N extends HandoffNote>(question: HandoffsQuestion<N>): readonly HandoffGroup<N>[] {
  const groups = new Map<HandoffGroup<N>['key'], HandoffRow<N>[]>();
  for (const note of question.notes) {
    const receiver = question.receiverFor(note);
    const row = rowOf(note, receiver, question);
    const key = receiver.own.size === 0 ? 'all' : row.direction;
    append(groups, key, row);
  }
  return order.flatMap((key) => {
    const rows = groups.get(key);
    return rows ? [{ key, rows: rows.sort(byUrgency) }] : [];
  });
}

/** The number on the badge: unread notes to the reader, without the answers to their own notes. */
export function unreadToMe(rows: readonly HandoffRow<HandoffNote>[]): number {
  return rows.filter(({ unread, direction }) => unread && direction === 'to-me').length;
}

function rowOf<N extends HandoffNote>(
  note: N,
  receiver: Receiver,
  { seen, now }: Pick<HandoffsQuestion<N>, 'seen' | 'now'>,
): HandoffRow<N> {
  const direction = directionOf(note, receiver);
  const writer = note.from === null ? '' : foldName(note.from);
  const mine = newest(note.replies.filter(({ by }) => receiver.own.has(foldName(by))));
  const theirs = newest(note.replies.filter(({ by }) => !receiver.own.has(foldName(by)) && foldName(by) !== writer));
  const readBack = direction === 'from-me' ? theirs : (mine ?? theirs);
  const latest = direction === 'from-me' ? (readBack?.at ?? null) : note.written;
  const stamp = stampOf(note, direction, readBack);
  const isKnown = receiver.own.size > 0 && direction !== 'others';
  const isAnswered = direction === 'to-me' && mine !== null;
  const isRecent = isKnown && !isAnswered && latest !== null && now - latest < recentMs;
  return { note, direction, unread: isRecent && seen(note) !== stamp, readBack: isKnown ? readBack : null, stamp };
}

/** The reader's own note is unread again with each answer, another's when it was written anew. */
function stampOf({ written }: HandoffNote, direction: Direction, readBack: Reply | null): string {
  return direction === 'from-me' ? `answer ${readBack?.at ?? ''}` : `note ${written ?? ''}`;
}

function newest(replies: readonly Reply[]): Reply | null {
  return replies.reduce<Reply | null>(
    (best, next) => (best === null || (next.at ?? 0) >= (best.at ?? 0) ? next : best),
    null,
  );
}

function byUrgency<N extends HandoffNote>(a: HandoffRow<N>, b: HandoffRow<N>): number {
  if (a.unread !== b.unread) return a.unread ? -1 : 1;
  const [first, second] = [a.note.written ?? 0, b.note.written ?? 0];
  return second - first || (a.note.path < b.note.path ? 1 : -1);
}
