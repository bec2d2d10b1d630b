import { equal } from 'node:assert/strict';
import { branchInHead } from '../../../src/git/branchInHead';

describe('the branch in a HEAD file', () => {
  const rows: readonly (readonly [text: string, branch: string | null])[] = [
    ['ref: refs/heads/fix/retry', 'fix/retry'],
    ['4f2a9c1d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39', null],
    ['ref: refs/heads/.invalid', null],
    ['', null],
  ];
  for (const [text, branch] of rows) it(`of "${text}" is ${branch}`, () => equal(branchInHead(text), branch));
});
