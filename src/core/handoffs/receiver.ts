import { foldName } from '../names/people';
import { groupsOf, type Member, type Team } from '../team/team';
import type { HandoffNote } from './note';

/** The names under which notes may speak of whoever is at the keyboard, as `foldName` writes them. */
export interface Receiver {
  /** The person's own names; empty where it is not known who they are. */
  readonly own: ReadonlySet<string>;
  /** Names of the teams that the person is in, and of their channels. */
  readonly teams: ReadonlySet<string>;
}

/** Whose business a note is. `others`: it is between other people. */
export type Direction = 'to-me' | 'from-me' | 'others';

/** A handoff as its reader finds it. */
export interface ReceivedNote<N extends HandoffNote> {
  readonly note: N;
  readonly direction: Direction;
  readonly unread: boolean;
}

/** Addressees that are nobody in particular. */
const anybody = new Set(['anybody', 'anyone', 'everybody', 'everyone', 'all', 'next', 'whoever-is-next', 'team']);

/** @param names the person's own names, in any letter case */
export function receiverOf(names: Iterable<string>, member: Member | null, team: Team | null): Receiver {
  const own = new Set([...names].map(foldName).filter((name) => name !== ''));
  const groups = member === null ? [] : groupsOf(member.name, team);
  return { own, teams: new Set(groups.flatMap(({ name, channel }) => [foldName(name), foldName(channel ?? name)])) };
}

/** A note of one's own is never for oneself, whoever it is addressed to. */
export function directionOf({ from, to }: Pick<HandoffNote, 'from' | 'to'>, { own, teams }: Receiver): Direction {
  if (from !== null && own.has(foldName(from))) return 'from-me';
  const names = to.map(foldName);
  const isMine = names.length === 0 || names.some((name) => own.has(name) || teams.has(name) || anybody.has(name));
  return isMine ? 'to-me' : 'others';
}
