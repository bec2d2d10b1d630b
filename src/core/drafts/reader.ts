import { joinParts } from '../text/compareText';
import { inlineText } from '../text/escape';
import { isWorking, nextWorkingStart, workFrom } from '../time/workingHours';
import { writeInBothClocks, writePeriodInBothClocks } from '../time/writeClock';
import type { Instant, Period, ZoneName } from '../time/zone';
import type { HandoffInput, Party } from './handoffInput';

/** Who will read a draft first, and when that can be. */
export interface Reader {
  /** As the text names them: `Kenji`, `Platform`, `whoever is next`. */
  readonly name: string;
  /** For a team the member who is at work next, the first where no hours are known; null where there is no one. */
  readonly person: Party | null;
  /** Where a team talks; null for a person, and where the team file does not say. */
  readonly channel: string | null;
  readonly zone: ZoneName | null;
  /** Their present or next time at work up to a break; null where it is not known. */
  readonly period: Period | null;
}

/** How a prompt asks for a time: with the end of the reader's current or next working hours as an example. */
export function whenOf(input: Clocks, reader: Reader): string {
  return reader.period === null ? 'when' : `when, like ${inBothClocks(reader.period.end, input, reader)}`;
}

/** Who reads, and when they are next at work; of a team the first member who is, the writer left out. */
export function readerOf({ to, from, now }: Pick<HandoffInput, 'to' | 'from' | 'now'>): Reader {
  switch (to.kind) {
    case 'anybody':
      return { name: 'whoever is next', person: null, channel: null, zone: null, period: null };
    case 'person':
      return reader(to.person.name, to.person, null, now);
    case 'team': {
      const others = to.members.filter(({ name }) => name !== from.name);
      return reader(to.name, nextAtWork(others, now), to.channel, now);
    }
  }
}

/** Whose clock a draft is written by, and when. */
type Clocks = Pick<HandoffInput, 'zone' | 'now'>;

/** `Mon 23 Nov 08:00 Europe/London (17:00 Asia/Tokyo)`: an instant as the writer and the reader see it. */
export function inBothClocks(instant: Instant, { zone, now }: Clocks, reader: Reader): string {
  return writeInBothClocks(instant, zone, reader.zone, now);
}

/** When the reader can act, when the writer is back and how to reach them; nothing that is not known. */
export function hoursLines(input: Clocks & Pick<HandoffInput, 'from'>, reader: Reader): string[] {
  return [readerLine(input, reader), writerLine(input, reader)].filter((line) => line !== '');
}

function readerLine(input: Clocks, reader: Reader): string {
  return together(atWork(input, reader), reach(reader.name, reader.channel));
}

function atWork(input: Clocks, { name, person, zone, period }: Reader): string {
  if (person === null || period === null) return '';
  const who = name === person.name ? named(name) : `${named(person.name)} (${named(name)})`;
  if (period.start <= input.now) {
    return `${who} is at work until ${writeInBothClocks(period.end, input.zone, zone, input.now)}.`;
  }
  return `${who} is next at work ${writePeriodInBothClocks(period, input.zone, zone, input.now)}.`;
}

function writerLine(input: Clocks & Pick<HandoffInput, 'from'>, reader: Reader): string {
  const { name, schedule, contact } = input.from;
  const back = schedule && nextWorkingStart(schedule, input.now);
  const isBack = back === null ? '' : `${named(name)} is back ${inBothClocks(back, input, reader)}.`;
  return together(isBack, reach(name, contact));
}

function reach(name: string, contact: string | null): string {
  return contact === null ? '' : `To reach ${named(name)}: ${inlineText(contact)}`;
}

function together(...sentences: readonly string[]): string {
  return joinParts(sentences, ' ');
}

function named(name: string): string {
  return inlineText(name, 60);
}

function reader(name: string, person: Party | null, channel: string | null, now: Instant): Reader {
  const schedule = person?.schedule ?? null;
  return { name, person, channel, zone: schedule?.zone ?? null, period: schedule && workFrom(schedule, now) };
}

/** Who works now goes first, then who begins next. */
function nextAtWork(members: readonly Party[], now: Instant): Party | null {
  const starts = members.flatMap((party) => {
    const start = party.schedule && (isWorking(party.schedule, now) ? now : nextWorkingStart(party.schedule, now));
    return start === null ? [] : [{ party, start }];
  });
  return starts.sort((a, b) => a.start - b.start)[0]?.party ?? members[0] ?? null;
}
