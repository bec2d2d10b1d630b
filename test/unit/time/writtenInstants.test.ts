import assert from 'node:assert/strict';
import fc from 'fast-check';
import { usualDays, usualHours } from '../../../src/core/team/team';
import { findDeadlines } from '../../../src/core/time/deadlines';
import { writeInBothClocks, writePeriodInBothClocks } from '../../../src/core/time/writeClock';
import { writtenInstants } from '../../../src/core/time/writtenInstants';
import { anyInstant, anyZone, minuteMs } from './support';

describe('a time as documents have it', () => {
  const repeated: readonly [instant: string, zone: string, other: string | null, written: string][] = [
    ['2026-10-25T00:30Z', 'Europe/London', null, 'Sun 25 Oct 01:30 +01:00 Europe/London'],
    ['2026-10-25T01:30Z', 'Europe/London', null, 'Sun 25 Oct 01:30 +00:00 Europe/London'],
    ['2026-10-25T02:00Z', 'Europe/London', null, 'Sun 25 Oct 02:00 Europe/London'],
    ['2026-10-24T23:59Z', 'Europe/London', null, 'Sun 25 Oct 00:59 Europe/London'],
    [
      '2026-11-01T06:30Z',
      'Europe/London',
      'America/New_York',
      'Sun 1 Nov 06:30 Europe/London (01:30 -05:00 America/New_York)',
    ],
    ['2026-04-04T15:15Z', 'Australia/Lord_Howe', null, 'Sun 5 Apr 01:45 +10:30 Australia/Lord_Howe'],
    ['2026-03-29T01:00Z', 'Europe/London', null, 'Sun 29 Mar 02:00 Europe/London'],
  ];
  for (const [instant, zone, other, written] of repeated) {
    it(`is ${written}`, () => {
      assert.equal(writeInBothClocks(Date.parse(instant), zone, other, Date.parse(instant)), written);
    });
  }

  it('is read as the same instant, whatever the clocks did, and is clear', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, anyZone, (instant, zone, other) => {
        const text = writeInBothClocks(instant, zone, other, instant);
        assert.deepEqual(
          writtenInstants(text, instant).map((found) => found.instant),
          [instant],
          text,
        );
        const author = { zone: 'UTC', hours: usualHours, days: usualDays };
        assert.deepEqual(
          findDeadlines(`- Merge it, due ${text}`, { now: instant - 1, author, reader: null }),
          [],
          text,
        );
      }),
    );
  });

  it('is read as the beginning of a period, and no end of it is a deadline', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 12 * 60 }), anyZone, anyZone, (start, minutes, zone, other) => {
        const text = writePeriodInBothClocks({ start, end: start + minutes * minuteMs }, zone, other, start);
        const found = writtenInstants(text, start).map(({ instant }) => instant);
        assert.deepEqual(found, [start], text);
        const author = { zone: 'UTC', hours: usualHours, days: usualDays };
        const marked = findDeadlines(`The window opens ${text}`, { now: start - 1, author, reader: null });
        assert.deepEqual(marked, [], text);
      }),
    );
  });

  it('may have an offset before the place, and needs no leading zero', () => {
    const [found] = writtenInstants('by 25 Oct 1:30 +00:00 Europe/London', Date.parse('2026-10-01T00:00Z'));
    assert.equal(found?.instant, Date.parse('2026-10-25T01:30Z'));
  });
});
