import { deepEqual } from 'node:assert/strict';
import { type PushedHead, pushedHead, type RemoteBranch } from '../../../src/core/pullRequests/pushedHead';

const at = (remote: string, name: string, ahead: number, behind = 0): RemoteBranch => ({ remote, name, ahead, behind });
const main = at('origin', 'main', 3);

const cases: readonly (readonly [what: string, found: readonly RemoteBranch[], expected: PushedHead])[] = [
  ['nowhere', [], { kind: 'never' }],
  ['nowhere, and made from origin/main', [main], { kind: 'never' }],
  ['made from origin/main, and pushed', [main, at('origin', 'topic', 0)], of('pushed', 'origin', 'topic')],
  ['without the last commit', [at('origin', 'topic', 1)], of('behind', 'origin', 'topic')],
  ['there with more than is here', [at('origin', 'topic', 0, 2)], of('pushed', 'origin', 'topic')],
  ['there with other commits', [at('origin', 'topic', 1, 2)], of('diverged', 'origin', 'topic')],
  ['under another name', [at('fork', 'ann/topic', 0)], of('pushed', 'fork', 'ann/topic')],
  [
    'old at one remote, whole at another',
    [at('origin', 'topic', 1), at('fork', 'topic', 0)],
    of('pushed', 'fork', 'topic'),
  ],
  ['called main in a fork', [at('fork', 'main', 0)], of('pushed', 'fork', 'main')],
];

function of(kind: 'pushed' | 'behind' | 'diverged', remote: string, name: string): PushedHead {
  return { kind, remote, name };
}

describe('where a forge can take a branch from', () => {
  for (const [what, found, expected] of cases) {
    it(`is found where the branch is ${what}`, () => {
      const base = { name: 'main', remote: 'origin', tip: 'base', found: 'default' } as const;
      deepEqual(pushedHead({ base }, found), expected);
    });
  }
});
