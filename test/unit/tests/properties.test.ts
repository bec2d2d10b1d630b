import { equal } from 'node:assert/strict';
import fc from 'fast-check';

it('the cases that properties make are those of a seed that is given', () => {
  equal(fc.readConfigureGlobal().seed, Number(process.env.MERIDIAN_SEED ?? 1));
});
