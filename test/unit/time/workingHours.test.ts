import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Schedule } from '../../../src/core/team/team';
import { weekdays } from '../../../src/core/time/localDate';
import {
  isWorking,
  lastWorkingDayStart,
  nextWorkingStart,
  periodAt,
  workFrom,
  workingPeriods,
} from '../../../src/core/time/workingHours';
import { anyInstant, anySchedule, hourMs, usual } from './support';

const at = (text: string) => Date.parse(text);
const london = usual('Europe/London');
const cairo: Schedule = { ...usual('Africa/Cairo'), days: ['sun', 'mon', 'tue', 'wed', 'thu'] };
const night: Schedule = { ...usual('America/New_York'), hours: { start: 22 * 60, end: 30 * 60 } };
const shifted: Schedule = { ...usual('Australia/Lord_Howe'), days: ['sun'], hours: { start: 60, end: 180 } };

const split: Schedule = {
  ...london,
  hours: { start: 9 * 60, end: 18 * 60 },
  shifts: Object.fromEntries([
    ...london.days.map((day) => [
      day,
      [
        { start: 9 * 60, end: 12 * 60 },
        { start: 14 * 60, end: 18 * 60 },
      ],
    ]),
    ['fri', [{ start: 9 * 60, end: 13 * 60 }]],
  ]),
};
const travelling: Schedule = { ...london, travel: [{ from: '2026-11-25', to: '2026-11-26', zone: 'Asia/Tokyo' }] };

describe('working hours', () => {
  const working: readonly [who: string, schedule: Schedule, instant: string, expected: boolean][] = [
    ['London on a Friday', london, '2026-11-27T09:00Z', true],
    ['London at five', london, '2026-11-27T17:00Z', false],
    ['London on a Saturday', london, '2026-11-28T12:00Z', false],
    ['Cairo on a Sunday', cairo, '2026-11-29T08:00Z', true],
    ['Cairo on a Friday', cairo, '2026-11-27T08:00Z', false],
    ['the break of a split day', split, '2026-11-26T13:00Z', false],
    ['its second part', split, '2026-11-26T17:59Z', true],
    ['a Friday with hours of its own', split, '2026-11-27T13:30Z', false],
    ['Tokyo during a travel there', travelling, '2026-11-25T00:30Z', true],
    ['London during a travel to Tokyo', travelling, '2026-11-25T14:00Z', false],
    ['London after it', travelling, '2026-11-27T14:00Z', true],
    ['a night shift after midnight', night, '2026-11-28T10:59Z', true],
    ['a night shift on Monday morning', night, '2026-11-30T08:00Z', false],
    ['a day off', { ...london, away: [{ from: '2026-11-25', to: '2026-11-27' }] }, '2026-11-27T12:00Z', false],
    ['the day after', { ...london, away: [{ from: '2026-11-25', to: '2026-11-26' }] }, '2026-11-27T12:00Z', true],
  ];
  for (const [who, schedule, instant, expected] of working) {
    it(`${who}: ${expected ? 'at work' : 'not at work'}`, () => {
      assert.equal(isWorking(schedule, at(instant)), expected);
    });
  }

  it('goes on after a break, and where a travel begins', () => {
    assert.equal(nextWorkingStart(split, at('2026-11-26T12:30Z')), at('2026-11-26T14:00Z'));
    assert.equal(nextWorkingStart(travelling, at('2026-11-24T18:00Z')), at('2026-11-25T00:00Z'));
    assert.equal(lastWorkingDayStart(split, at('2026-11-26T12:30Z')), at('2026-11-26T00:00Z'));
    assert.equal(lastWorkingDayStart(travelling, at('2026-11-25T10:00Z')), at('2026-11-24T15:00Z'));
  });

  it('is shorter or longer where the clocks change within it', () => {
    const hoursOn = (date: string) => {
      const [period] = workingPeriods(shifted, at(`${date}T00:00+10:30`), at(`${date}T12:00+10:30`));
      return period && (period.end - period.start) / hourMs;
    };
    assert.deepEqual(['2026-04-05', '2026-10-04', '2026-10-11'].map(hoursOn), [2.5, 1.5, 2]);
  });

  it('has no period where the clocks skip all of it', () => {
    const skipped: Schedule = { ...usual('America/Santiago'), days: ['sun'], hours: { start: 0, end: 60 } };
    const [first] = workingPeriods(skipped, at('2026-09-05T12:00Z'), at('2026-09-14T00:00Z'));
    assert.equal(first?.start, at('2026-09-13T00:00-03:00'));
  });

  const starts: readonly [why: string, schedule: Schedule, from: string, expected: string | null][] = [
    ['Friday after work is Monday', london, '2026-11-27T17:30Z', '2026-11-30T09:00Z'],
    ['before work is today', london, '2026-11-27T08:59Z', '2026-11-27T09:00Z'],
    ['the very moment counts', london, '2026-11-27T09:00Z', '2026-11-27T09:00Z'],
    ['over the clock change', london, '2026-10-23T17:00Z', '2026-10-26T09:00Z'],
    ['in spring', london, '2026-03-27T17:00Z', '2026-03-30T08:00Z'],
    ['a Sunday', cairo, '2026-11-26T16:00Z', '2026-11-29T07:00Z'],
    ['no day at all', { ...london, days: [] }, '2026-11-27T12:00Z', null],
    ['away for ever', { ...london, away: [{ from: '2000-01-01', to: '2900-01-01' }] }, '2026-11-27T12:00Z', null],
  ];
  for (const [why, schedule, from, expected] of starts) {
    it(`next start: ${why}`, () => {
      assert.equal(nextWorkingStart(schedule, at(from)), expected === null ? null : at(expected));
    });
  }

  const lasts: readonly [why: string, schedule: Schedule, now: string, expected: string | null][] = [
    ['in the evening it is today', london, '2026-11-27T17:42Z', '2026-11-27T00:00Z'],
    ['on Monday before work it is Friday', london, '2026-11-30T08:30Z', '2026-11-27T00:00Z'],
    ['on Sunday it is Friday', london, '2026-11-29T12:00Z', '2026-11-27T00:00Z'],
    ['in Cairo on Saturday it is Thursday', cairo, '2026-11-28T12:00Z', '2026-11-25T22:00Z'],
    [
      'days off are passed over',
      { ...london, away: [{ from: '2026-11-26', to: '2026-11-29' }] },
      '2026-11-30T08:00Z',
      '2026-11-25T00:00Z',
    ],
    ['a day of 25 hours', { ...london, days: ['sun'] }, '2026-10-25T20:00Z', '2026-10-24T23:00Z'],
    [
      'a day without midnight',
      { ...usual('America/Santiago'), days: ['sun'] },
      '2026-09-06T20:00Z',
      '2026-09-06T04:00Z',
    ],
    ['who never works', { ...london, days: [] }, '2026-11-27T12:00Z', null],
  ];
  for (const [why, schedule, now, expected] of lasts) {
    it(`last working day: ${why}`, () => {
      assert.equal(lastWorkingDayStart(schedule, at(now)), expected === null ? null : at(expected));
    });
  }

  it('counts a night for the day on which it begins', () => {
    assert.equal(isWorking(night, at('2026-11-29T03:30Z')), false);
    assert.equal(periodAt(night, at('2026-11-28T10:00Z'))?.start, at('2026-11-28T03:00Z'));
  });

  it('goes on over shifts that follow each other, and tells no end of work round the clock', () => {
    const all = { start: 0, end: 24 * 60 };
    const until = (schedule: Schedule, now: string) => workFrom(schedule, at(now))?.end ?? null;
    const touching = [
      { start: 9 * 60, end: 12 * 60 },
      { start: 12 * 60, end: 17 * 60 },
    ];
    assert.equal(until({ ...london, shifts: { fri: touching } }, '2026-11-27T10:00Z'), at('2026-11-27T17:00Z'));
    assert.equal(until({ ...london, hours: all }, '2026-11-24T10:00Z'), at('2026-11-28T00:00Z'));
    assert.equal(until({ ...london, hours: all }, '2026-11-28T10:00Z'), at('2026-12-05T00:00Z'));
    assert.equal(until({ ...london, hours: all, days: [...weekdays] }, '2026-11-24T10:00Z'), null);
    assert.equal(until(split, '2026-11-26T10:00Z'), at('2026-11-26T12:00Z'));
  });

  it('begins to work at the next start and not between', () => {
    fc.assert(
      fc.property(anySchedule, anyInstant, (schedule, instant) => {
        const start = nextWorkingStart(schedule, instant);
        if (start === null) return;
        assert.ok(start >= instant);
        assert.equal(isWorking(schedule, start), true);
        const between = workingPeriods(schedule, instant, start).filter((period) => period.start >= instant);
        assert.deepEqual(between, []);
      }),
      { numRuns: 200 },
    );
  });

  it('had begun to work on the last working day', () => {
    fc.assert(
      fc.property(anySchedule, anyInstant, (schedule, instant) => {
        const start = lastWorkingDayStart(schedule, instant);
        if (start === null) return;
        const next = nextWorkingStart(schedule, start);
        assert.ok(start <= instant && next !== null && next <= instant);
      }),
      { numRuns: 200 },
    );
  });
});
