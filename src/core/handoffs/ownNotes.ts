import type { Identity } from '../activity/activity';
import { foldName } from '../names/people';
import type { Member, Team } from '../team/team';
import { type Instant, wallClockAt, type ZoneName } from '../time/zone';
import type { HandoffNote } from './note';

/**
 * The names under which a note may name its writer, as `foldName` writes them: name, addresses, login, and
 * the first name where it is the only one in the team.
 * @param known what git knows of the writer, beside the team file
 */
export function signatures(
  name: string,
  member: Member | null,
  team: Team | null,
  known: Pick<Identity, 'addresses' | 'logins'> = { addresses: [], logins: [] },
): ReadonlySet<string> {
  const first = firstName(name);
  const isShared = (team?.members ?? []).some((other) => other !== member && firstName(other.name) === first);
  const all = [
    name,
    member?.name,
    member?.github,
    ...(member?.addresses ?? []),
    ...known.addresses,
    ...known.logins,
    ...(isShared ? [] : [first]),
  ];
  return new Set(all.map((text) => foldName(text ?? '')).filter((text) => text !== ''));
}

/** @param names as `foldName` writes them; a note without a writer is by none of them */
export function isBy(note: HandoffNote, names: ReadonlySet<string>): boolean {
  return note.from !== null && names.has(foldName(note.from));
}

/**
 * Whether a note may be drafted again: it is by one of these names, of the day of `now`, and unanswered. A colleague's
 * words, a day that is over and a note that its reader has read back are never rewritten.
 * @param names as `foldName` writes them
 */
export function isOpenDraft(note: HandoffNote, names: ReadonlySet<string>, zone: ZoneName, now: Instant): boolean {
  const { written, replies } = note;
  if (written === null || replies.length > 0 || !isBy(note, names)) return false;
  return wallClockAt(zone, written).date === wallClockAt(zone, now).date;
}

/**
 * The notes that a new note of a day continues (docs/adr/0009). `previous`: the writer's last note of an earlier day; a
 * note written today to another person is no reason to tell the next person less. `todays`: the note already written
 * today to the same person.
 */
export interface Continuation<N> {
  readonly previous: N | null;
  readonly todays: N | null;
}

/**
 * Which of the writer's own notes a new note continues. Days are those of the zone; notes without an instant do not
 * count.
 * @param to the addressee's name, or null for whoever is next
 */
export function continuation<N extends HandoffNote>(
  own: readonly N[],
  to: string | null,
  zone: ZoneName,
  now: Instant,
): Continuation<N> {
  const dayOf = (instant: Instant) => wallClockAt(zone, instant).date;
  const today = dayOf(now);
  const dated = own.flatMap((note) => (note.written === null ? [] : [{ note, written: note.written }]));
  const sorted = dated.sort((a, b) => b.written - a.written);
  const isSame = ({ to: names }: HandoffNote) =>
    to === null ? names.length === 0 : names.some((name) => foldName(name) === foldName(to));
  return {
    previous: sorted.find(({ written }) => dayOf(written) < today)?.note ?? null,
    todays: sorted.find(({ note, written }) => dayOf(written) === today && isSame(note))?.note ?? null,
  };
}

/** The end of the interval that a note covers, where the next note begins; null where the note does not say. */
export function toldUntil(note: HandoffNote): Instant | null {
  return note.covers?.end ?? note.written;
}

/** Full hashes of the note's tips in all repositories, after which the next note begins. */
export function toldTips(note: HandoffNote | null): readonly string[] {
  return Object.values(note?.tips ?? {}).flatMap((branches) => Object.values(branches));
}

function firstName(name: string): string {
  return foldName(name.trim().split(/\s/, 1)[0] ?? '');
}
