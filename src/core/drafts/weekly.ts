import { inlineText } from '../text/escape';
import { writeDay } from '../time/writeClock';
import { compose, type Draft, type DraftLine, separate } from './draft';
import type { HandoffInput } from './handoffInput';
import { landedFacts } from './landedFacts';
import { box } from './parts/boxes';
import { isChanged, recordRow } from './parts/decisions';
import { ask } from './prompts';
import { blockedRows } from './standup';
import { upTo } from './words';
import {
  finished,
  itemsOf,
  shortItemName,
  sizeOf,
  standingOf,
  standingWords,
  told,
  toldInRows,
  unfinished,
} from './workItem';

const maxShipped = 12;
const maxNext = 6;

/** Shipped, next, blockers, by work item: what a week was about and not each commit of it. */
export function draftWeekly(input: HandoffInput): Draft {
  const { now, zone, activity } = input;
  const [first, last] = [activity.interval.start, activity.interval.end].map((each) => writeDay(each, zone, now));
  const title = `# Weekly update · ${inlineText(input.from.name, 60)} · ${first} to ${last}`;
  return compose(
    separate([[title], shipped(input), next(input), box('## Blockers', ...blockedRows(input)), decided(input)]),
  );
}

function shipped({ activity }: HandoffInput): DraftLine[] {
  const { single, rows: merges } = toldInRows(finished(itemsOf(activity)), activity);
  const room = maxShipped - merges.length;
  const rows = told(single, room).map((placed) => {
    // The heading says that it is merged.
    const facts = landedFacts(placed).filter((fact) => fact !== standingWords.merged);
    return `- ${shortItemName(placed, activity)}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
  });
  const shown: DraftLine[] = [...upTo(room, rows, andMore), ...merges];
  return box('## Shipped', ...(shown.length > 0 ? shown : [['- ', ask('none, or: what others can use now')]]));
}

function next({ activity }: HandoffInput): DraftLine[] {
  const rows = unfinished(itemsOf(activity)).map((placed): DraftLine => {
    const state = `${sizeOf(placed.item)}, ${standingOf(placed.item)}`;
    return [`- ${shortItemName(placed, activity)} (${state}): `, ask('what comes next, by when')];
  });
  const other = rows.length > 0 ? 'what else comes next, by when' : 'what comes next, by when';
  return box('## Next', ...upTo(maxNext, rows, andMore), ['- ', ask(other)]);
}

/** Records that the week changed; those that are only tied to a file are no news. */
function decided({ records }: HandoffInput): DraftLine[] {
  const rows = records.filter(isChanged).map((record) => `- ${recordRow(record)}`);
  return rows.length > 0 ? box('## Decisions', ...rows) : [];
}

function andMore(more: number): string {
  return `- and ${more} more`;
}
