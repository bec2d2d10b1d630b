import assert from 'node:assert/strict';
import fc from 'fast-check';
import { intervalFor } from '../../../src/core/activity/interval';
import type { Schedule } from '../../../src/core/team/team';
import { dayBounds, wallClockAt } from '../../../src/core/time/zone';
import { anyInstant, anySchedule, usual } from '../time/support';
import { at } from './support';

const london = usual('Europe/London');
const jerusalem: Schedule = { ...usual('Asia/Jerusalem'), days: ['sun', 'mon', 'tue', 'wed', 'thu'] };
const night: Schedule = { ...usual('America/New_York'), hours: { start: 22 * 60, end: 30 * 60 } };
const backFromLeave: Schedule = { ...london, away: [{ from: '2026-11-16', to: '2026-11-20' }] };
const santiago: Schedule = { ...usual('America/Santiago'), days: ['sun'] };

const startOf = (schedule: Schedule | null, now: string, zone = 'Europe/London') =>
  new Date(intervalFor({ now: at(now), zone, schedule, previous: null }).start).toISOString().slice(0, 16);

describe('intervalFor', () => {
  const cases: readonly [when: string, schedule: Schedule | null, now: string, start: string][] = [
    ['17:30 on Friday: that day', london, '2026-11-20T17:30Z', '2026-11-20T00:00'],
    ['02:00 in the night after: the day before', london, '2026-11-20T02:00Z', '2026-11-19T00:00'],
    ['09:05 on Monday: Friday and the weekend as well', london, '2026-11-23T09:05Z', '2026-11-20T00:00'],
    ['08:00 on Monday: Friday', london, '2026-11-23T08:00Z', '2026-11-20T00:00'],
    ['12:59 on Tuesday: Monday and the weekend before it', london, '2026-11-24T12:59Z', '2026-11-21T00:00'],
    ['18:00 on Monday: that day and the weekend before it', london, '2026-11-23T18:00Z', '2026-11-21T00:00'],
    ['18:00 on the day back from leave: that day alone', backFromLeave, '2026-11-23T18:00Z', '2026-11-23T00:00'],
    ['13:00 on Tuesday: that day', london, '2026-11-24T13:00Z', '2026-11-24T00:00'],
    ['Sunday: Friday', london, '2026-11-22T12:00Z', '2026-11-20T00:00'],
    ['09:05 on Sunday where the week begins then: Thursday', jerusalem, '2026-11-22T07:05Z', '2026-11-18T22:00'],
    ['17:00 on Sunday there: that day, Friday and Saturday', jerusalem, '2026-11-22T15:00Z', '2026-11-19T22:00'],
    ['the morning after a week away: the day before it', backFromLeave, '2026-11-23T09:05Z', '2026-11-13T00:00'],
    ['the second half of a night shift: the day on which it began', night, '2026-11-21T09:00Z', '2026-11-20T05:00'],
    ['the first half of one: the shift before', night, '2026-11-21T04:00Z', '2026-11-19T05:00'],
    ['nobody says when they work: Monday to Friday', null, '2026-11-23T09:05Z', '2026-11-20T00:00'],
    ['they never work: today', { ...london, days: [] }, '2026-11-21T12:00Z', '2026-11-21T00:00'],
    ['a day of 25 hours', { ...london, days: ['sun'] }, '2026-10-25T23:30Z', '2026-10-24T23:00'],
    ['a day without midnight', santiago, '2026-09-06T22:00Z', '2026-09-06T04:00'],
  ];
  for (const [when, schedule, now, start] of cases) it(when, () => assert.equal(startOf(schedule, now), start));

  it('takes the zone that it is given where there is no schedule', () => {
    assert.equal(startOf(null, '2026-11-20T08:00Z', 'Asia/Tokyo'), '2026-11-19T15:00');
  });

  const request = { now: at('2026-11-20T17:30Z'), zone: 'Europe/London', schedule: london };
  const hours = (count: number) => request.now - count * 3_600_000;

  it('goes on from the last handoff, however long ago', () => {
    for (const written of [hours(1), hours(2_000)]) {
      const { start, end, from } = intervalFor({ ...request, previous: { written } });
      assert.deepEqual({ start, end, from }, { start: written, end: request.now, from: 'handoff' });
    }
  });

  it('passes over a handoff that is not before what is told', () => {
    assert.equal(intervalFor({ ...request, previous: { written: request.now } }).from, 'working-day');
  });

  it('does as it is told before anything else', () => {
    const previous = { written: hours(1) };
    const given = { start: hours(50), end: hours(20) };
    assert.deepEqual(intervalFor({ ...request, previous, given }), { ...given, from: 'given' });
    assert.equal(
      intervalFor({ ...request, previous: null, given: { end: at('2026-11-18T18:00Z') } }).start,
      at('2026-11-18'),
    );
    assert.equal(intervalFor({ ...request, previous: null, given: { start: hours(-5) } }).start, request.now);
  });

  it('begins where a day of the person begins and before it ends', () => {
    fc.assert(
      fc.property(anySchedule, anyInstant, (schedule, now) => {
        const { start, end } = intervalFor({ now, zone: 'UTC', schedule, previous: null });
        assert.ok(start <= end && end === now);
        assert.equal(dayBounds(schedule.zone, wallClockAt(schedule.zone, start).date).start, start);
      }),
    );
  });
});
