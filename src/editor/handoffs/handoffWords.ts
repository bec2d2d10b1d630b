import { l10n } from 'vscode';
import { memberNamed } from '../../core/drafts/addressee';
import type { HandoffNote, Reply } from '../../core/handoffs/note';
import type { Receiver } from '../../core/handoffs/receiver';
import { foldName } from '../../core/names/people';
import type { Team } from '../../core/team/team';
import { joinParts } from '../../core/text/compareText';
import type { Instant, ZoneName } from '../../core/time/zone';
import { dayWord, localTime } from '../host/clockWords';
import { visibleText } from '../host/visibleText';
import type { HandoffGroup, HandoffRow } from './model/handoffsModel';

/** Who reads, and in which zone: what the words of a row depend on. */
export interface Reader {
  readonly receiver: Receiver;
  readonly team: Team | null;
  readonly zone: ZoneName;
  readonly now: Instant;
}

const longestName = 60;

export function groupName(key: HandoffGroup<HandoffNote>['key']): string {
  switch (key) {
    case 'to-me':
      return l10n.t('To me');
    case 'from-me':
      return l10n.t('From me');
    case 'others':
      return l10n.t('Between others');
    case 'all':
      return l10n.t('All');
  }
}

/**
 * Only the other side, since the group's heading names the rest: `Kenji Mori`, `→ Kenji Mori`, `Ana Souza → Ledger`.
 */
export function labelText({ note, direction }: HandoffRow<HandoffNote>, reader: Reader): string {
  const isToMeAlone =
    direction === 'to-me' && note.to.length === 1 && reader.receiver.own.has(foldName(note.to[0] ?? ''));
  if (isToMeAlone) return senderText(note, reader);
  return direction === 'from-me' ? `→ ${receiversText(note, reader)}` : partiesText(note, reader);
}

/** `Kenji Mori → you`. */
function partiesText(note: HandoffNote, reader: Reader): string {
  return `${senderText(note, reader)} → ${receiversText(note, reader)}`;
}

/** `Kenji Mori to you`: a screen reader does not speak an arrow as a word. */
function spokenParties(note: HandoffNote, reader: Reader): string {
  return l10n.t('{0} to {1}', senderText(note, reader), receiversText(note, reader));
}

function senderText({ from }: HandoffNote, reader: Reader): string {
  return from === null ? l10n.t('somebody') : personText(from, reader);
}

function receiversText({ to }: HandoffNote, reader: Reader): string {
  const addressees = to.slice(0, 3).map((name) => personText(name, reader));
  const more = to.length > 3 ? [l10n.t('{0} more', to.length - 3)] : [];
  return to.length === 0 ? l10n.t('whoever is next') : [...addressees, ...more].join(', ');
}

/** The name in the team file of the member or team that a note names; `you` for the reader. */
function personText(name: string, { receiver, team }: Reader): string {
  const folded = foldName(name);
  if (receiver.own.has(folded)) return l10n.t('you');
  const group = team?.teams.find((one) => foldName(one.name) === folded);
  return visibleText(memberNamed(name, team)?.name ?? group?.name ?? name, longestName);
}

/** `yesterday 17:42` on the reader's clock; empty where the instant is not known. */
export function whenText(instant: Instant | null, { zone, now }: Reader): string {
  return instant === null ? '' : `${dayWord(instant, zone, now)} ${localTime(instant, zone)}`;
}

/**
 * The state of a note in words, for before it is opened: `unread`, `new answer, read back by Kenji Mori today 09:05`.
 */
export function stateText(row: HandoffRow<HandoffNote>, reader: Reader): string {
  const { direction, readBack } = row;
  const answered = readBack
    ? readBackText(readBack, reader)
    : direction === 'from-me'
      ? l10n.t('not read back yet')
      : '';
  return joinParts([newsText(row), answered], ', ');
}

/** `unread`; for the person's own note `new answer`. */
function newsText({ direction, unread }: Pick<HandoffRow<HandoffNote>, 'direction' | 'unread'>): string {
  if (!unread) return '';
  return direction === 'from-me' ? l10n.t('new answer') : l10n.t('unread');
}

/**
 * The first open item of a note's next actions, in the note's words; empty where there is none.
 * @param longest in characters: a row has one line, but a person who is to restate the item needs all of it
 */
export function nextText({ next }: HandoffNote, longest = 120): string {
  return visibleText(next.find(({ done }) => !done)?.text ?? '', longest);
}

export function rowSentence(row: HandoffRow<HandoffNote>, reader: Reader): string {
  return joinParts(
    [spokenParties(row.note, reader), stateText(row, reader), whenText(row.note.written, reader), nextText(row.note)],
    ', ',
  );
}

/** Plain text, since all of it may be another person's words. */
export function rowTooltip(row: HandoffRow<HandoffNote>, reader: Reader): string {
  const { note } = row;
  const items = note.next.slice(0, 5).map(({ text, done }) => `${done ? '☑' : '☐'} ${visibleText(text, 200)}`);
  const heading = [partiesText(note, reader), whenText(note.written, reader), newsText(row)];
  const replies = note.replies.slice(-3).map((reply) => readBackText(reply, reader));
  return joinParts([visibleText(note.title, 200), joinParts(heading, ' · '), ...items, ...replies], '\n');
}

function readBackText({ by, at }: Reply, reader: Reader): string {
  const name = personText(by, reader);
  return at === null ? l10n.t('read back by {0}', name) : l10n.t('read back by {0} {1}', name, whenText(at, reader));
}
