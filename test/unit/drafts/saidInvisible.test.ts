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
    [
      'the letter',
      '## Watch out\n\n- `a` was never pushed (1 commit)\n\n## Done\n\n- it was not pushed\n',
      true,
      false,
    ],
    ['a name of a branch', '## Watch out\n\n- `not pushed`: the remote has 1 commit that is not here\n', false, false],
    ['a proposal', '## Next\n\n- [ ] `web`: 1 folder of new files not committed: `a/`\n', false, true],
    ['a typed step', '## Next\n\n- [ ] what is not committed and not pushed\n', false, false],
    ['another quote', '> 2 files not committed\n', false, false],
  ];
  for (const [why, text, unpushed, uncommitted] of cases) {
    it(`is found in ${why}`, () => {
      const { line, ...said } = saidInvisible(text);
      assert.deepEqual(said, { unpushed, pushable: unpushed, uncommitted });
      const place = text.split('\n')[line] ?? '';
      assert.equal(line >= 0, unpushed || uncommitted || place.includes('Not visible'), place);
      assert.ok(line < 0 || /Not visible|pushed|not committed/.test(place), place);
    });
  }

  it('offers no push for what has diverged alone, as a draft says it', () => {
    const diverged =
      '- 1 commit on `x` is not pushed, and the remote has 2 commits that are not here: they have diverged\n';
    const never = '- `y` was never pushed (1 commit)\n';
    const said = (rows: string) => {
      const { unpushed, pushable } = saidInvisible(`## Watch out\n\n${rows}`);
      return { unpushed, pushable };
    };
    assert.deepEqual(said(diverged), { unpushed: true, pushable: false });
    assert.deepEqual(said(diverged + never), { unpushed: true, pushable: true });
  });
});
