import { inlineText } from '../text/escape';
import { writeDay, writeInBothClocks } from '../time/writeClock';
import type { Instant, ZoneName } from '../time/zone';
import { compose, type Draft, separate } from './draft';
import type { HandoffInput } from './handoffInput';
import { isChanged, recordRow } from './parts/decisions';
import { listed } from './words';
import { itemsOf } from './workItem';
import { workRows } from './workRows';

/** What everybody of a team did, each in their own interval. */
export interface TeamInput {
  readonly now: Instant;
  /** The reader's clock. */
  readonly zone: ZoneName;
  /** One for each member, in the order of the team file. */
  readonly members: readonly HandoffInput[];
}

/** What git cannot know of others. There are no prompts, because one person cannot answer for the others. */
const caveat = 'From git as it was last fetched: what others have not pushed is not in it.';
const rowsOfDay = 5;
const rowsOfWeek = 10;

/** A standup of everybody, in one report. */
export function draftTeamStandup(input: TeamInput): Draft {
  const title = `# Team standup · ${writeDay(input.now, input.zone, input.now)}`;
  return compose(separate([[title], [caveat], ...membersIn(input, rowsOfDay), without(input)]));
}

/** A week of everybody, in one report, with the decisions that it brought. */
export function draftTeamWeekly(input: TeamInput): Draft {
  const { now, zone, members } = input;
  const first = Math.min(now, ...members.map(({ activity }) => activity.interval.start));
  const title = `# Team update · ${writeDay(first, zone, now)} to ${writeDay(now, zone, now)}`;
  return compose(separate([[title], [caveat], ...membersIn(input, rowsOfWeek), without(input), ...decided(members)]));
}

function membersIn({ members }: TeamInput, most: number): readonly (readonly string[])[] {
  return members
    .filter(hasWork)
    .flatMap(({ from, activity, zone, now }) => [
      [`## ${inlineText(from.name, 60)}`],
      [`Since ${writeInBothClocks(activity.interval.start, zone, null, now)}:`],
      workRows(activity, most),
    ]);
}

function without({ members }: TeamInput): readonly string[] {
  const names = members.filter((member) => !hasWork(member)).map(({ from }) => inlineText(from.name, 60));
  return names.length > 0 ? [`No commits found of ${listed(names)}.`] : [];
}

function hasWork({ activity }: HandoffInput): boolean {
  return itemsOf(activity).length > 0;
}

function decided(members: readonly HandoffInput[]): readonly (readonly string[])[] {
  const changed = members.flatMap(({ records }) => records.filter(isChanged));
  const byPath = new Map(changed.map((record) => [record.href, `- ${recordRow(record)}`]));
  return byPath.size > 0 ? [['## Decisions'], [...byPath.values()]] : [];
}
