import { deepEqual } from 'node:assert/strict';
import { type PushedHead, pushedHead, type RemoteBranch } from '../../../src/core/pullRequests/pushedHead';

const at = (remote: string, name: string, tip: string): RemoteBranch => ({ remote, name, tip });
const main = at('origin', 'main', 'base');

const cases: readonly (readonly [what: string, found: readonly RemoteBranch[], expected: PushedHead])[] = [
  ['nowhere', [], { kind: 'never' }],
  ['nowhere, and made from origin/main', [main], { kind: 'never' }],
  ['made from origin/main, and pushed', [main, at('origin', 'topic', 'head')], pushed('origin', 'topic')],
  ['without the last commit', [at('origin', 'topic', 'old')], { kind: 'behind', remote: 'origin', name: 'topic' }],
  ['under another name', [at('fork', 'ann/topic', 'head')], pushed('fork', 'ann/topic')],
  [
    'old at one remote, whole at another',
    [at('origin', 'topic', 'old'), at('fork', 'topic', 'head')],
    pushed('fork', 'topic'),
  ],
  ['called main in a fork', [at('fork', 'main', 'head')], pushed('fork', 'main')],
];

function pushed(remote: string, name: string): PushedHead {
  return { kind: 'pushed', remote, name };
}

describe('where a forge can take a branch from', () => {
  for (const [what, found, expected] of cases) {
    it(`is found where the branch is ${what}`, () => {
      const base = { name: 'main', remote: 'origin', tip: 'base', found: 'default' } as const;
      deepEqual(pushedHead({ head: 'head', base }, found), expected);
    });
  }
});
