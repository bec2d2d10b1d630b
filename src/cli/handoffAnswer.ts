import { gatherActivity } from '../core/activity/gatherActivity';
import { ticketsOf } from '../core/activity/tickets';
import { addresseeNamed } from '../core/drafts/addressee';
import type { Draft } from '../core/drafts/draft';
import { draftHandoff } from '../core/drafts/handoff';
import type { HandoffInput } from '../core/drafts/handoffInput';
import { draftStandup } from '../core/drafts/standup';
import { draftWeekly } from '../core/drafts/weekly';
import { neverCancelled } from '../core/ports';
import type { Instant, ZoneName } from '../core/time/zone';
import { GitActivity } from '../git/activity/gitActivity';
import { gitTrouble } from './gitTrouble';
import { type HandoffFormat, handoffArguments } from './handoffArguments';
import { factsAnswer } from './handoffFacts';
import { handoffInterval } from './handoffInterval';
import { openHandoffPlace } from './handoffPlace';
import { touchedBy } from './handoffRecords';
import { writerOf } from './handoffWriter';

/** What the machine says: the time, and its zone for those of whom no other is known. */
export interface MachineClock {
  readonly now: Instant;
  readonly zone: ZoneName;
}

const drafts: Readonly<Record<HandoffFormat, (input: HandoffInput) => Draft>> = {
  handoff: draftHandoff,
  standup: draftStandup,
  weekly: draftWeekly,
};

/**
 * The draft as Markdown, or what it is written from as JSON. An interval that has ended is told as of its end.
 * @throws UsageError for wrong words, Error where there is no repository or git cannot answer
 */
export async function answerHandoff(argv: readonly string[], clock: MachineClock): Promise<string> {
  const args = handoffArguments(argv);
  const place = await openHandoffPlace(args.directory);
  const git = args.authors.length > 0 ? null : await place.identity();
  const writer = writerOf(args.authors, git, place.team);
  const zone = args.zone ?? writer.zone ?? clock.zone;
  const { interval, previous, told } = handoffInterval(args, writer, place.notes, zone, clock.now);
  const activity = await gatherActivity(
    new GitActivity(place.runner),
    [place.root],
    writer.identity,
    interval,
    told,
    neverCancelled,
    ticketsOf(args.tickets ?? place.team?.ticketKeys ?? []),
  );
  const [missing] = activity.missing;
  if (missing && activity.repositories.length === 0) throw gitTrouble(missing.detail);
  const input: HandoffInput = {
    now: interval.end,
    zone,
    from: writer.party,
    to: addresseeNamed(args.to, place.team),
    activity,
    ...(await touchedBy(place, activity, writer, previous)),
  };
  return args.json ? `${JSON.stringify(factsAnswer(input), null, 2)}\n` : drafts[args.format](input).text;
}
