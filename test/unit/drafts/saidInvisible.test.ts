import assert from 'node:assert/strict';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import { saidInvisible } from '../../../src/core/drafts/readiness/saidInvisible';
import { ordinaryDay } from './days';
import { handoffInput } from './support';

describe('what a note says that nobody else sees', () => {
  const cases: readonly [why: string, text: string, unpushed: boolean, uncommitted: boolean][] = [
    ['a draft of a day', draftHandoff(ordinaryDay()).text, true, true],
    ['a draft where all is pushed', draftHandoff(handoffInput()).text, false, false],
    ['a branch alone', '> **Not visible to you yet**\r\n>\r\n> - `x` was never pushed (1 commit)\r\n', true, false],
    ['what is said elsewhere', '> **Not visible to you yet**\n>\n> - a stash\n\nIt was not pushed.\n', false, false],
    ['another quote', '> 2 files not committed\n', false, false],
  ];
  for (const [why, text, unpushed, uncommitted] of cases) {
    it(`is found in ${why}`, () => {
      const { line, ...said } = saidInvisible(text);
      assert.deepEqual(said, { unpushed, uncommitted });
      assert.equal(text.split('\n')[line]?.includes('Not visible') ?? false, /^> \*\*Not/m.test(text));
    });
  }
});
