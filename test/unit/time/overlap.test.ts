import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { clockWarning, nextOverlap, overlapIn, weekOverlap } from '../../../src/core/time/overlap';
import { isWorking } from '../../../src/core/time/workingHours';
import { anyInstant, anySchedule, hourMs, usual } from './support';

const at = (text: string) => Date.parse(text);
const [london, newYork, kolkata] = [usual('Europe/London'), usual('America/New_York'), usual('Asia/Kolkata')];
const hoursOf = (periods: readonly { start: number; end: number }[]) =>
  periods.map(({ start, end }) => (end - start) / hourMs);

describe('overlap', () => {
  it('is five times what a day has in common', () => {
    const week = weekOverlap([london, newYork], at('2026-06-17T12:00Z'));
    assert.equal(week?.monday, '2026-06-15');
    assert.deepEqual(hoursOf(week?.periods ?? []), [3, 3, 3, 3, 3]);
    assert.equal(week?.shift, null);
  });

  it('is right to the half hour', () => {
    assert.equal(weekOverlap([london, kolkata], at('2026-12-09T12:00Z'))?.minutes, 5 * 150);
    assert.equal(weekOverlap([london, kolkata], at('2026-06-17T12:00Z'))?.minutes, 5 * 210);
  });

  const shifts: readonly [
    why: string,
    zones: readonly string[],
    instant: string,
    expected: readonly number[] | null,
  ][] = [
    ['New York is ahead in March', ['Europe/London', 'America/New_York'], '2026-03-11', [15, 20, 15]],
    ['the third of those weeks', ['Europe/London', 'America/New_York'], '2026-03-25', [15, 20, 15]],
    ['London is back in October', ['America/New_York', 'Europe/London'], '2026-10-28', [15, 20, 15]],
    ['together again', ['Europe/London', 'America/New_York'], '2026-11-11', null],
    ['the first week of another half year', ['Europe/London', 'Asia/Kolkata'], '2026-10-28', [17.5, 12.5, 12.5]],
    ['the half year itself', ['Europe/London', 'Asia/Kolkata'], '2026-12-09', null],
    ['one change at once', ['Europe/London', 'Europe/Berlin'], '2026-03-31', null],
    ['an hour apart on one night', ['America/New_York', 'America/Chicago'], '2026-03-11', null],
    ['nothing in common, whatever the clocks', ['America/New_York', 'Asia/Kolkata'], '2026-03-11', null],
    ['no clocks that change', ['Asia/Kathmandu', 'Asia/Kolkata'], '2026-03-31', null],
    ['a month of Ramadan', ['Africa/Casablanca', 'Africa/Lagos'], '2026-03-04', [40, 35, 40]],
  ];
  for (const [why, zones, instant, expected] of shifts) {
    it(`${expected ? 'warns' : 'is quiet'}: ${why}`, () => {
      const shift = weekOverlap(zones.map(usual), at(`${instant}T12:00Z`))?.shift ?? null;
      assert.deepEqual(shift && [shift.before, shift.now, shift.after].map((minutes) => minutes / 60), expected);
    });
  }

  it('warns in the week before, too', () => {
    const both = [london, newYork];
    const warned = (instant: string) => {
      const warning = clockWarning(both, at(`${instant}T12:00Z`));
      return warning && [warning.when, warning.before / 60, warning.now / 60];
    };
    assert.deepEqual(warned('2026-02-25'), null);
    assert.deepEqual(warned('2026-03-04'), ['next-week', 15, 20]);
    assert.deepEqual(warned('2026-03-11'), ['this-week', 15, 20]);
    assert.equal(clockWarning([], at('2026-03-04')), null);
  });

  it('warns of a change within the week of who works at the weekend', () => {
    const sunday = { days: ['mon', 'tue', 'wed', 'thu', 'sun'] as const };
    const week = weekOverlap(
      [
        { ...london, ...sunday },
        { ...kolkata, ...sunday },
      ],
      at('2026-10-21T12:00Z'),
    );
    assert.deepEqual(hoursOf(week?.periods ?? []), [3.5, 3.5, 3.5, 3.5, 2.5]);
    assert.deepEqual(week?.shift && [week.shift.now, week.shift.after], [16.5 * 60, 12.5 * 60]);
  });

  it('leaves away dates out of the comparison, not out of the week', () => {
    const away = { ...london, away: [{ from: '2026-06-15', to: '2026-06-18' }] };
    const week = weekOverlap([away, newYork], at('2026-06-17T12:00Z'));
    assert.deepEqual([week?.minutes, week?.shift], [180, null]);
    const inMarch = { ...london, away: [{ from: '2026-03-02', to: '2026-03-12' }] };
    const { minutes, shift } = weekOverlap([inMarch, newYork], at('2026-03-11T12:00Z')) ?? {};
    assert.deepEqual([minutes, shift], [240, { before: 900, now: 1200, after: 900 }]);
  });

  it('goes on where a shift ends and the next one begins', () => {
    const noon = [
      { start: 9 * 60, end: 12 * 60 },
      { start: 12 * 60, end: 17 * 60 },
    ];
    assert.deepEqual(nextOverlap([london, { ...london, shifts: { fri: noon } }], at('2026-11-27T10:00Z')), {
      start: at('2026-11-27T10:00Z'),
      end: at('2026-11-27T17:00Z'),
    });
  });

  it('has a next time, or none', () => {
    assert.deepEqual(nextOverlap([london, newYork], at('2026-11-27T18:00Z')), {
      start: at('2026-11-30T14:00Z'),
      end: at('2026-11-30T17:00Z'),
    });
    assert.equal(nextOverlap([london, newYork], at('2026-11-30T15:00Z'))?.start, at('2026-11-30T15:00Z'));
    assert.equal(nextOverlap([newYork, kolkata], at('2026-11-27T18:00Z')), null);
    assert.equal(weekOverlap([], at('2026-11-27T18:00Z')), null);
  });

  it('is the same from both sides, and all of them are at work in it', () => {
    fc.assert(
      fc.property(anySchedule, anySchedule, anyInstant, (one, other, instant) => {
        const week = instant + 7 * 24 * hourMs;
        const common = overlapIn([one, other], instant, week);
        const sorted = (periods: typeof common) => periods.toSorted((a, b) => a.start - b.start);
        assert.deepEqual(sorted(common), sorted(overlapIn([other, one], instant, week)));
        for (const { start, end } of common) {
          for (const moment of [start, end - 1]) {
            assert.ok(instant <= moment && moment < week && isWorking(one, moment) && isWorking(other, moment));
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
