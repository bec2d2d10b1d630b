import assert from 'node:assert/strict';
import { lasting } from '../../../src/core/time/lasting';

describe('how long something has lasted', () => {
  const minute = 60_000;
  const rows: readonly (readonly [ms: number, words: string])[] = [
    [-5, 'a moment'],
    [59_999, 'a moment'],
    [minute, '1 minute'],
    [59 * minute, '59 minutes'],
    [60 * minute, '1 hour'],
    [(48 * 60 - 1) * minute, '47 hours'],
    [48 * 60 * minute, '2 days'],
    [51 * 24 * 60 * minute, '51 days'],
  ];
  for (const [ms, words] of rows) it(`is ${words}`, () => assert.equal(lasting(ms), words));
});
