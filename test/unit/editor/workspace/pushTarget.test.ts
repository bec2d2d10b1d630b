import assert from 'node:assert/strict';
import type { RemoteBranch } from '../../../../src/core/pullRequests/pushedHead';
import {
  type Followed,
  isOvertaken,
  type PushTarget,
  pushTarget,
  refspec,
} from '../../../../src/editor/workspace/pushTarget';

describe('where a branch would be pushed to', () => {
  const origin = (name: string): Followed => ({ remote: 'origin', name });
  const there = (name: string, ahead: number, behind = 0): RemoteBranch => ({ remote: 'origin', name, ahead, behind });
  const to = (name: string, more: Partial<PushTarget>): PushTarget => {
    return { remote: 'origin', name, ahead: null, behind: 0, absent: false, followed: true, ...more };
  };
  const cases: readonly (readonly [
    why: string,
    branch: string,
    upstream: Followed | undefined,
    found: readonly RemoteBranch[],
    target: PushTarget | null,
  ])[] = [
    ['what it follows', 'split', origin('split'), [there('split', 2)], to('split', { ahead: 2 })],
    [
      'what it follows, with what is only there',
      'split',
      origin('split'),
      [there('split', 2, 1)],
      to('split', { ahead: 2, behind: 1 }),
    ],
    ['another name there', 'split', origin('ann/split'), [there('ann/split', 1)], to('ann/split', { ahead: 1 })],
    [
      'its own name where it follows the branch that it was made from',
      'split',
      origin('main'),
      [there('main', 1, 4)],
      to('split', { followed: false }),
    ],
    [
      'its own name where it follows the branch that it was made from, and was pushed without following it',
      'split',
      origin('main'),
      [there('main', 3, 4), there('split', 1, 2)],
      to('split', { ahead: 1, behind: 2, followed: false }),
    ],
    ['main for main', 'main', origin('main'), [there('main', 1)], to('main', { ahead: 1 })],
    ['the usual remote', 'split', undefined, [], to('split', { remote: 'fork', followed: false })],
    ['a name that is not there any more, which is said', 'split', origin('split'), [], to('split', { absent: true })],
    ['nowhere, with nothing new', 'split', origin('split'), [there('split', 0)], null],
    ['nowhere, with nothing of its own yet', 'split', origin('main'), [there('main', 0, 3)], null],
    ['nowhere, pushed without being followed', 'split', origin('main'), [there('main', 1), there('split', 0)], null],
  ];
  for (const [why, branch, upstream, found, target] of cases) {
    it(`is ${why}`, () => assert.deepEqual(pushTarget(branch, upstream, found, 'fork'), target));
  }

  it('is nowhere without a remote', () => assert.equal(pushTarget('split', undefined, [], undefined), null));

  it('is no push by force, whatever the branch is called', () => {
    assert.equal(refspec('+main', '+main'), 'refs/heads/+main:refs/heads/+main');
  });

  it('is told from a refusal of the server', () => {
    const refused = (line: string) => `To /tmp/origin\n ! ${line}\nerror: failed to push some refs to '/tmp/origin'\n`;
    assert.ok(isOvertaken(refused('[rejected]        split -> split (fetch first)')));
    assert.ok(isOvertaken(refused('[rejected]        split -> split (non-fast-forward)')));
    assert.ok(!isOvertaken(refused('[remote rejected] main -> main (protected branch hook declined)')));
  });
});
