import { inlineText } from '../text/escape';
import { writeDay } from '../time/writeClock';
import { compose, type Draft, type DraftLine, separate } from './draft';
import type { HandoffInput } from './handoffInput';
import { box } from './parts/boxes';
import { lostRows } from './parts/watchOut';
import { ask } from './prompts';
import { inBothClocks, type Reader, readerOf } from './reader';
import { upTo } from './words';
import { itemsOf, repositoryPrefix, shortItemName, unfinished } from './workItem';
import { workRows } from './workRows';

const maxDone = 5;
const maxDoing = 3;

/** Done, doing, blocked, in thirty seconds: at most twelve lines that say something. */
export function draftStandup(input: HandoffInput): Draft {
  const reader = readerOf(input);
  const title = `# Standup · ${inlineText(input.from.name, 60)} · ${writeDay(input.now, input.zone, input.now)}`;
  const parts = [[title], doneLines(input, reader), doingLines(input), box('## Blocked', ...blockedRows(input))];
  return compose(separate(parts));
}

function doneLines(input: HandoffInput, reader: Reader): DraftLine[] {
  const shown: readonly DraftLine[] = workRows(input.activity, maxDone);
  const since = inBothClocks(input.activity.interval.start, input, reader);
  return [
    '## Done',
    '',
    `Since ${since}:`,
    '',
    ...(shown.length > 0 ? shown : [['- ', ask('none, or: what is done')]]),
  ];
}

function doingLines({ activity }: HandoffInput): DraftLine[] {
  const rows = unfinished(itemsOf(activity)).map((placed): DraftLine => {
    return [`- ${shortItemName(placed, activity)}: `, ask('what comes next')];
  });
  const shown = upTo<DraftLine>(maxDoing, rows, (more) => `- and ${more} more`);
  return box('## Doing', ...(shown.length > 0 ? shown : [['- ', ask('what comes next')]]));
}

/** Reverted work of the writer's is listed too, because it waits for their answer. */
export function blockedRows({ activity }: HandoffInput): readonly DraftLine[] {
  const lost = activity.repositories.flatMap((repository) =>
    lostRows(repository).map((row) => `- ${repositoryPrefix(repository.name, activity)}${row}`),
  );
  return [
    ...lost,
    ['- ', ask(lost.length > 0 ? 'what else, on whom, since when' : 'none, or: what, on whom, since when')],
  ];
}
