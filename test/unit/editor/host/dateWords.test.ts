import { equal } from 'node:assert/strict';
import { DateWords } from '../../../../src/editor/host/dateWords';

const day = { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
const at = Date.UTC(2025, 8, 5, 17);

describe('a date in a view', () => {
  it('regression: has in English the order that drafts have, whatever the engine puts around it', () => {
    equal(new DateWords('en', day).of(at), '5 Sep 2025');
    equal(new DateWords('en-US', { ...day, weekday: 'short' }).of(at), 'Fri 5 Sep 2025');
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    equal(new DateWords('en', { ...day, ...clock, weekday: 'short' }).of(at), 'Fri 5 Sep 2025, 17:00');
    const week = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
    const range = new DateWords('en', week).between(at, at + 30 * 86_400_000);
    equal(range.replace(/\s/g, ' '), '5 Sep – 5 Oct');
  });

  it('is otherwise as the language has it', () => equal(new DateWords('de', day).of(at), '5. Sept. 2025'));
});
