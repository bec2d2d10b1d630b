import assert from 'node:assert/strict';
import { deadlinesAhead } from '../../../src/core/time/deadlinesAhead';
import { usual } from './support';

/** Friday morning in London. */
const now = Date.parse('2026-11-20T09:00:00Z');
const context = { now, author: usual('Europe/London'), reader: null };
const fortnight = now + 14 * 86_400_000;

describe('deadlines ahead', () => {
  const told = (text: string) =>
    deadlinesAhead(text, context, fortnight).map(({ instant, certain, text: words }) => {
      return `${new Date(instant).toISOString().slice(0, 16)} ${certain ? 'certain' : 'probable'} ${words}`;
    });

  const rows: readonly (readonly [written: string, told: readonly string[]])[] = [
    [
      '- [ ] **Merge** it, Kenji, due Mon 23 Nov 17:00 Asia/Tokyo (08:00 Europe/London)',
      ['2026-11-23T08:00 certain Merge it, Kenji, due Mon 23 Nov 17:00 Asia/Tokyo (08:00 Europe/London)'],
    ],
    ['Comments by 2026-11-27 17:00 UTC.', ['2026-11-27T17:00 certain Comments by 2026-11-27 17:00 UTC.']],
    ['Deadline: 2026-11-27T17:00:00+01:00', ['2026-11-27T16:00 certain Deadline: 2026-11-27T17:00:00+01:00']],
    ['| freeze | before 24 Nov 2026 09:00 UTC |', ['2026-11-24T09:00 certain freeze | before 24 Nov 2026 09:00 UTC']],
    ['Answer by EOD Friday.', ['2026-11-20T17:00 probable Answer by EOD Friday.']],
    ['- [x] due Mon 23 Nov 17:00 Asia/Tokyo', []],
    ['- [ ] ‹what›, due ‹when, like Mon 23 Nov 17:00 Asia/Tokyo›', []],
    ['Kenji is at work until Mon 23 Nov 17:00 Asia/Tokyo.', []],
    ['It was due Mon 16 Nov 17:00 Asia/Tokyo.', []],
    ['It is due Mon 14 Dec 17:00 Asia/Tokyo.', []],
    ['It is due 31 Nov 17:00 UTC, or 23 Nov 17:00 Mars/Base.', []],
    ['```\ndue Mon 23 Nov 17:00 Asia/Tokyo\n```', []],
  ];
  for (const [written, expected] of rows) {
    it(`finds ${expected.length === 0 ? 'none' : 'one'} in ${JSON.stringify(written)}`, () => {
      assert.deepEqual(told(written), expected);
    });
  }

  it('takes a day without a year for the next one where this year’s is long over', () => {
    const december = Date.parse('2026-12-28T09:00:00Z');
    const [found] = deadlinesAhead('due 4 Jan 09:00 UTC', { ...context, now: december }, december + 14 * 86_400_000);
    assert.equal(found?.instant, Date.parse('2027-01-04T09:00:00Z'));
  });

  it('gives the nearest first', () => {
    assert.deepEqual(
      deadlinesAhead('Due 25 Nov 09:00 UTC.\nDue 24 Nov 09:00 UTC.', context, fortnight).map(({ text }) => text),
      ['Due 24 Nov 09:00 UTC.', 'Due 25 Nov 09:00 UTC.'],
    );
  });

  it('stays quick', () => {
    const start = performance.now();
    deadlinesAhead(
      `${'due 1 Nov '.repeat(20_000)}\n${'2026-11-27 '.repeat(20_000)}\n${'‹'.repeat(100_000)}`,
      context,
      fortnight,
    );
    assert.ok(performance.now() - start < 1000);
  });
});
