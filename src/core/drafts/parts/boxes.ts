import { codeCell, inlineText } from '../../text/escape';
import type { DraftLine } from '../draft';
import type { HandoffInput } from '../handoffInput';
import { ask, choose, itemStates } from '../prompts';
import { type Reader, whenOf } from '../reader';
import { itemName, itemsOf, unfinished } from '../workItem';

const maxItems = 6;
const maxCarried = 8;

/** A list that a person fills; `none` has to be typed too, so that an empty one is never taken for it. */
export function box(heading: string, ...items: readonly DraftLine[]): DraftLine[] {
  return [heading, '', ...items];
}

/** The boxes that only the writer can fill, in the order in which the reader needs them (docs/adr/0019). */
export function boxes(input: HandoffInput, reader: Reader): DraftLine[][] {
  return [
    box('## Next', ...carried(input.carried?.next, '- [ ] '), [
      '- [ ] ',
      ask('what'),
      ', ',
      ask('who'),
      ', due ',
      ask(whenOf(input, reader)),
    ]),
    stateTable(input),
    box('## Blocked or waiting', ...carried(input.carried?.waiting, '- '), [
      '- ',
      ask('none, or: what, on whom, since when'),
    ]),
    box('## Time-critical', ['- ', ask('none, or: what happens, and when in both clocks')]),
    box('## Questions for you', [
      '- ',
      ask('none, or: the question; needed by when, in both clocks; if nobody answers, I will …'),
    ]),
  ];
}

/** What the note before left open, to be kept, changed or deleted. */
function carried(texts: readonly string[] = [], mark: string): DraftLine[] {
  const rows = texts.slice(0, maxCarried).map((text): DraftLine => {
    return [`${mark}${inlineText(text, 200)} (from the last note) `, ask('still open?')];
  });
  const more = texts.length - rows.length;
  return more > 0 ? [...rows, `${mark}and ${more} more from the last note`] : rows;
}

/** A state for each item that is not merged. Work that git does not know is asked for where there is no other. */
function stateTable(input: HandoffInput): DraftLine[] {
  const items = unfinished(itemsOf(input.activity));
  if (items.length === 0) {
    return box('## State', ['- ', ask(`none, or: item; ${itemStates.join(' / ')}; if … then …`)]);
  }
  const rows = items.slice(0, maxItems).map((placed): DraftLine => {
    const contingency = ['if ', ask('what may happen'), ', then ', ask('what to do')];
    return [`| ${itemName(placed, input.activity, codeCell)} | `, choose(itemStates), ' | ', ...contingency, ' |'];
  });
  const more = items.length - rows.length;
  const rest = more > 0 ? ['', `And ${more} more that are not merged, under "Done since the last note" below.`] : [];
  return ['## State', '', '| item | state | if … then … |', '| --- | --- | --- |', ...rows, ...rest];
}
