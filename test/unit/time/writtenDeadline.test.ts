import { equal } from 'node:assert/strict';
import { usualSchedule } from '../../../src/core/team/team';
import { writtenDeadline } from '../../../src/core/time/writtenDeadline';

describe('a deadline as a record keeps it', () => {
  const now = Date.parse('2026-11-29T12:00:00Z');
  const forms: readonly (readonly [typed: string, written: string])[] = [
    ['2026-12-04', '2026-12-04 Europe/London'],
    ['2026-12-04 9:00', '2026-12-04 09:00 Europe/London'],
    ['Friday 17:00', '2026-12-04 17:00 Europe/London'],
    ['Friday', '2026-12-04 17:00 Europe/London'],
    // What may be several times is the person's to say.
    ['midnight on Friday', 'midnight on Friday'],
    ['04/12', '04/12'],
    ['Friday at 8', 'Friday at 8'],
    ['Friday 17:00 IST', 'Friday 17:00 IST'],
    ['between 14:00 and 16:00 on Friday', 'between 14:00 and 16:00 on Friday'],
    ['Friday 14:00-16:00', 'Friday 14:00-16:00'],
    // No such day or hour.
    ['2026-02-30', '2026-02-30'],
    ['2026-12-04 25:00', '2026-12-04 25:00'],
    // Nothing that is typed is lost.
    ['Friday 17:00, then we vote', '2026-12-04 17:00 Europe/London, then we vote'],
    ['when all have answered', 'when all have answered'],
  ];
  for (const [typed, written] of forms) {
    it(`of ${typed} is ${written}`, () =>
      equal(writtenDeadline(typed, { now, author: usualSchedule('Europe/London') }), written));
  }
});
