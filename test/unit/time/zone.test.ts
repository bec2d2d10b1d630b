import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { addDays } from '../../../src/core/time/localDate';
import {
  dayBounds,
  instantAt,
  offsetAt,
  parseInstant,
  wallClockAt,
  type ZoneRefusal,
  zoneRefusal,
} from '../../../src/core/time/zone';
import { anyDate, anyInstant, anyZone, hourMs, minuteMs } from './support';

const iso = (instant: number) => new Date(instant).toISOString().replace(':00.000Z', 'Z');

describe('zones', () => {
  const refusals: readonly [name: string, refusal: ZoneRefusal | null][] = [
    ['Europe/London', null],
    ['America/Argentina/Buenos_Aires', null],
    ['America/Port-au-Prince', null],
    ['Asia/Kathmandu', null],
    ['UTC', null],
    ['EST', 'abbreviation'],
    ['CET', 'abbreviation'],
    ['BST', 'abbreviation'],
    ['PST8PDT', 'abbreviation'],
    ['GMT', 'abbreviation'],
    ['utc', 'abbreviation'],
    ['GMT+2', 'offset'],
    ['UTC-05:00', 'offset'],
    ['+05:30', 'offset'],
    ['-0800', 'offset'],
    ['Etc/GMT+5', 'offset'],
    ['Etc/GMT0', 'offset'],
    ['Europe/Londn', 'unknown'],
    ['London', 'unknown'],
    ['', 'unknown'],
    ['Europe/', 'unknown'],
    ['__proto__/x', 'unknown'],
    ['Europe/London\u0000', 'unknown'],
  ];
  for (const [name, refusal] of refusals) {
    it(`${JSON.stringify(name)} is ${refusal === null ? 'accepted' : `refused: ${refusal}`}`, () => {
      assert.equal(zoneRefusal(name), refusal);
    });
  }

  const lengths: readonly [zone: string, date: string, hours: number][] = [
    ['Europe/London', '2026-03-29', 23],
    ['Europe/London', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['America/Santiago', '2026-09-06', 23],
    ['America/Santiago', '2026-04-04', 25],
    ['Asia/Beirut', '2026-03-29', 23],
    ['Africa/Cairo', '2026-04-24', 23],
    ['America/Havana', '2026-03-08', 23],
    ['America/Havana', '2026-11-01', 25],
    ['Africa/Casablanca', '2026-02-15', 25],
    ['Africa/Casablanca', '2026-03-22', 23],
    ['Asia/Kathmandu', '2026-03-29', 24],
    ['Pacific/Apia', '2011-12-30', 0],
  ];
  for (const [zone, date, hours] of lengths) {
    it(`${date} has ${hours} hours in ${zone}`, () => {
      const { start, end } = dayBounds(zone, date);
      assert.equal((end - start) / hourMs, hours);
      if (hours > 0) assert.equal(wallClockAt(zone, start).date, date);
      assert.ok(wallClockAt(zone, start - 1).date < date);
    });
  }

  const instants: readonly [zone: string, date: string, minute: number, expected: string, why: string][] = [
    ['America/Santiago', '2026-09-06', 0, '2026-09-06T04:00Z', 'midnight is skipped'],
    ['America/Santiago', '2026-09-06', 30, '2026-09-06T04:00Z', 'still skipped'],
    ['America/Santiago', '2026-09-06', 60, '2026-09-06T04:00Z', 'what the clock shows then'],
    ['Asia/Beirut', '2026-03-29', 0, '2026-03-28T22:00Z', 'midnight is skipped'],
    ['Europe/London', '2026-03-29', 90, '2026-03-29T01:00Z', 'skipped: the moment of the change'],
    ['Europe/London', '2026-10-25', 90, '2026-10-25T00:30Z', 'shown twice: the earlier'],
    ['Australia/Lord_Howe', '2026-04-05', 105, '2026-04-04T14:45Z', 'shown twice: the earlier'],
    ['Australia/Lord_Howe', '2026-10-04', 135, '2026-10-03T15:30Z', 'half an hour is skipped'],
    ['America/New_York', '2026-11-01', 24 * 60, '2026-11-02T05:00Z', '24:00 is the next day'],
    ['Asia/Kathmandu', '2026-11-27', 17 * 60, '2026-11-27T11:15Z', 'a quarter of an hour'],
    ['Pacific/Apia', '2011-12-30', 720, '2011-12-30T10:00Z', 'the day is skipped'],
  ];
  for (const [zone, date, minute, expected, why] of instants) {
    it(`minute ${minute} of ${date} in ${zone} is ${expected}: ${why}`, () => {
      assert.equal(iso(instantAt(zone, date, minute)), expected);
    });
  }

  it('is the first instant at which the clock shows that time or a later one', () => {
    fc.assert(
      fc.property(anyZone, anyDate, fc.integer({ min: 0, max: 2 * 1440 }), (zone, date, minute) => {
        const instant = instantAt(zone, date, minute);
        const wanted = Date.parse(`${date}T00:00Z`) + minute * minuteMs;
        const shown = (at: number) => at + offsetAt(zone, at) * minuteMs;
        assert.ok(shown(instant) >= wanted);
        assert.ok(shown(instant - minuteMs) < wanted);
      }),
      { numRuns: 400 },
    );
  });

  it('reads a clock and finds the instant again, but for the second time that a time is shown', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        const { date, minute } = wallClockAt(zone, instant);
        const again = instantAt(zone, date, minute);
        assert.ok(again <= instant && instant - again <= hourMs);
        assert.deepEqual(wallClockAt(zone, again), { date, minute });
      }),
      { numRuns: 400 },
    );
  });

  it('has each day begin where the one before ends', () => {
    fc.assert(
      fc.property(anyZone, anyDate, (zone, date) => {
        assert.equal(dayBounds(zone, date).end, dayBounds(zone, addDays(date, 1)).start);
      }),
      { numRuns: 200 },
    );
  });

  it('takes an instant only with its offset', () => {
    assert.equal(parseInstant('2026-11-20T17:42:00Z'), Date.UTC(2026, 10, 20, 17, 42));
    assert.equal(parseInstant('2026-11-20T17:42+05:45'), Date.UTC(2026, 10, 20, 11, 57));
    for (const text of ['2026-11-20T17:42', '2026-11-20', '20 Nov 2026 17:42 UTC', '2026-13-40T17:42Z', ''])
      assert.equal(parseInstant(text), null, text);
  });
});
