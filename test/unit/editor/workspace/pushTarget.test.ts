import assert from 'node:assert/strict';
import { type KnownBranch, pushTarget, refspec } from '../../../../src/editor/workspace/pushTarget';

describe('where a branch would be pushed to', () => {
  const origin = (name: string) => ({ remote: 'origin', name });
  const cases: readonly [why: string, branch: string, known: KnownBranch, target: unknown][] = [
    [
      'what it follows',
      'split',
      { upstream: origin('split'), ahead: 2, behind: 1 },
      { remote: 'origin', name: 'split', ahead: 2, behind: 1, absent: false },
    ],
    [
      'another name there',
      'split',
      { upstream: origin('ann/split'), ahead: 1 },
      { remote: 'origin', name: 'ann/split', ahead: 1, behind: 0, absent: false },
    ],
    [
      'its own name where it follows the branch that it was made from',
      'split',
      { upstream: origin('main'), ahead: 1, behind: 4 },
      { remote: 'origin', name: 'split', ahead: null, behind: 0, absent: false },
    ],
    [
      'main for main',
      'main',
      { upstream: origin('main'), ahead: 1 },
      { remote: 'origin', name: 'main', ahead: 1, behind: 0, absent: false },
    ],
    ['the usual remote', 'split', {}, { remote: 'fork', name: 'split', ahead: null, behind: 0, absent: false }],
    [
      'a name that is not there any more, which is said',
      'split',
      { upstream: origin('split') },
      { remote: 'origin', name: 'split', ahead: null, behind: 0, absent: true },
    ],
    ['nowhere, with nothing new', 'split', { upstream: origin('split'), ahead: 0 }, null],
    ['nowhere, with nothing of its own yet', 'split', { upstream: origin('main'), ahead: 0 }, null],
  ];
  for (const [why, branch, known, target] of cases) {
    it(`is ${why}`, () => assert.deepEqual(pushTarget(branch, known, 'fork'), target));
  }

  it('is nowhere without a remote', () => assert.equal(pushTarget('split', {}, undefined), null));

  it('is no push by force, whatever the branch is called', () => {
    assert.equal(refspec('+main', '+main'), 'refs/heads/+main:refs/heads/+main');
  });
});
