import assert from 'node:assert/strict';
import { reminderAt } from '../../../../src/editor/handoffs/drafting/model/reminderAt';
import { member } from '../team/teamFixtures';

const zone = 'Europe/London';
const ann = { ...member('Ann', zone), zone };

describe('the reminder', () => {
  const cases: readonly (readonly [now: string, ends: string | null, next: string | null, when: string])[] = [
    ['2026-11-20T12:00:00Z', null, '2026-11-20T16:30:00Z', 'in the middle of the day'],
    ['2026-11-20T16:30:00Z', '2026-11-20T17:00:00Z', '2026-11-20T17:00:00Z', 'half an hour before the end'],
    ['2026-11-20T17:00:00Z', null, '2026-11-23T09:00:00Z', 'at the end of the week'],
    ['2026-03-29T10:00:00Z', null, '2026-03-30T08:00:00Z', 'on the day when the clocks change'],
  ];
  for (const [now, ends, next, when] of cases) {
    it(`${ends ? 'is there' : 'is not there'} ${when}`, () => {
      const state = reminderAt(ann, Date.parse(now));
      const text = (instant: number | null) => instant && new Date(instant).toISOString().replace('.000', '');
      assert.deepEqual([text(state.ends), text(state.next)], [ends, next]);
    });
  }

  it('never looks again for somebody who works on no day', () => {
    assert.deepEqual(reminderAt({ ...ann, days: [] }, Date.parse('2026-11-20T12:00:00Z')), { ends: null, next: null });
  });
});
