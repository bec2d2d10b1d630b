import { strict as assert } from 'node:assert';
import { lasting, writeDay, writePeriodInBothClocks } from '../../../src/core/time/writeClock';

const at = (text: string) => Date.parse(text);
const now = at('2026-11-20T17:42:00Z');

describe('a period in both clocks', () => {
  const cases: readonly [
    why: string,
    start: string,
    end: string,
    own: string,
    other: string | null,
    expected: string,
  ][] = [
    ['one clock', '2026-11-23T09:00Z', '2026-11-23T17:00Z', 'UTC', null, 'Mon 23 Nov 09:00 to 17:00 UTC'],
    ['the same clock', '2026-11-23T09:00Z', '2026-11-23T17:00Z', 'UTC', 'UTC', 'Mon 23 Nov 09:00 to 17:00 UTC'],
    [
      'the same day',
      '2026-11-23T00:00Z',
      '2026-11-23T08:00Z',
      'Europe/London',
      'Asia/Tokyo',
      'Mon 23 Nov 00:00 to 08:00 Europe/London (09:00 to 17:00 Asia/Tokyo)',
    ],
    [
      'over my midnight',
      '2026-11-23T00:00Z',
      '2026-11-23T08:00Z',
      'America/New_York',
      'Asia/Tokyo',
      'Sun 22 Nov 19:00 to 03:00 Mon America/New_York (09:00 Mon to 17:00 Asia/Tokyo)',
    ],
    [
      'over theirs',
      '2026-11-23T13:00Z',
      '2026-11-23T21:00Z',
      'Europe/London',
      'Asia/Tokyo',
      'Mon 23 Nov 13:00 to 21:00 Europe/London (22:00 to 06:00 Tue Asia/Tokyo)',
    ],
    ['another year', '2027-01-04T09:00Z', '2027-01-04T17:00Z', 'UTC', null, 'Mon 4 Jan 2027 09:00 to 17:00 UTC'],
    [
      'a night of 25 hours',
      '2026-10-24T21:00Z',
      '2026-10-25T06:00Z',
      'Europe/London',
      null,
      'Sat 24 Oct 22:00 to 06:00 Sun Europe/London',
    ],
  ];
  for (const [why, start, end, own, other, expected] of cases) {
    it(`is right: ${why}`, () => {
      assert.equal(writePeriodInBothClocks({ start: at(start), end: at(end) }, own, other, now), expected);
    });
  }

  it('has the day of the zone that is asked for', () => {
    assert.equal(writeDay(at('2026-11-20T23:30:00Z'), 'Asia/Tokyo', now), 'Sat 21 Nov');
  });
});

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
