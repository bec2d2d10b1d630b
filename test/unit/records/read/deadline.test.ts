import { equal } from 'node:assert/strict';
import { deadlineInstant } from '../../../../src/core/records/read/deadline';

describe('the instant of a deadline', () => {
  const forms: readonly (readonly [written: string, instant: string | null])[] = [
    ['2026-12-04 17:00 Europe/London', '2026-12-04T17:00:00.000Z'],
    ['2026-12-04 17:00 (Asia/Tokyo)', '2026-12-04T08:00:00.000Z'],
    ['2026-12-04T17:00:00Z', '2026-12-04T17:00:00.000Z'],
    ['2026-12-04T17:00+02:00', '2026-12-04T15:00:00.000Z'],
    ['2026-12-04T17:00-0500', '2026-12-04T22:00:00.000Z'],
    ['2026-12-04 17:00 UTC', '2026-12-04T17:00:00.000Z'],
    ['2026-12-04 17:00 EST', null],
    ['2026-12-04 17:00', null],
    ['2026-12-04', null],
    ['2026-12-04 17:00 Mars/Base', null],
    ['2026-12-04 25:00 UTC', null],
  ];
  for (const [written, instant] of forms) {
    it(`of ${written} is ${instant}`, () => {
      const found = deadlineInstant(written, '2026-12-04');
      equal(found === null ? null : new Date(found).toISOString(), instant);
    });
  }
});
