import { strict as assert } from 'node:assert';
import type { Draft } from '../../../src/core/drafts/draft';
import type { HandoffInput } from '../../../src/core/drafts/handoffInput';
import { draftStandup } from '../../../src/core/drafts/standup';
import { draftWeekly } from '../../../src/core/drafts/weekly';
import { hostileDay, hugeDay, ordinaryDay } from './days';
import { assertGolden, handoffInput } from './support';

const days = { ordinary: ordinaryDay, quiet: () => handoffInput(), huge: hugeDay, hostile: hostileDay };

const drafts: Readonly<Record<string, (input: HandoffInput) => Draft>> = { standup: draftStandup, weekly: draftWeekly };

for (const [kind, draft] of Object.entries(drafts)) {
  describe(`a ${kind} draft`, () => {
    for (const [name, day] of Object.entries(days)) {
      it(`reads well: ${name}`, () => assertGolden(`${kind}/${name}.md`, draft(day()).text));
    }

    it('has its prompts as stops', () => {
      const { text, stops } = draft(ordinaryDay());
      const shown = stops.map(({ offset, length }) => text.slice(offset, offset + length));
      assert.deepEqual(shown, text.match(/‹[^›]*›/g));
    });
  });
}

describe('a standup', () => {
  for (const [name, day] of Object.entries(days)) {
    it(`is read in thirty seconds: ${name}`, () => {
      const lines = draftStandup(day())
        .text.split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'));
      assert.ok(lines.length <= 12, String(lines.length));
    });
  }
});
