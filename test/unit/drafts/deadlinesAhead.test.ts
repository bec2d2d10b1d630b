import assert from 'node:assert/strict';
import { deadlinesAhead } from '../../../src/core/drafts/deadlinesAhead';
import { usualDays, usualHours } from '../../../src/core/team/team';

const now = Date.parse('2026-11-20T12:00:00Z');
const search = {
  now,
  written: now,
  until: Date.parse('2026-12-04T12:00:00Z'),
  author: { zone: 'Europe/London', hours: usualHours, days: usualDays },
  reader: null,
};

function found(text: string, changes: Partial<typeof search> = {}): readonly string[] {
  return deadlinesAhead(text, { ...search, ...changes }).map(
    ({ instant, text: words, certain }) => `${new Date(instant).toISOString()} ${certain ? '' : '? '}${words}`,
  );
}

describe('deadlinesAhead', () => {
  const cases: readonly [text: string, expected: readonly string[]][] = [
    [
      '- [ ] Merge it, Ann, due Mon 23 Nov 15:00 Europe/London (00:00 Tue Asia/Tokyo)',
      ['2026-11-23T15:00:00.000Z Merge it, Ann, due Mon 23 Nov 15:00 Europe/London (00:00 Tue Asia/Tokyo)'],
    ],
    ['decide-by: 2026-11-27T17:00:00Z', ['2026-11-27T17:00:00.000Z decide by']],
    ['due Wed 2 Dec 2026 09:00 Asia/Tokyo', ['2026-12-02T00:00:00.000Z due Wed 2 Dec 2026 09:00 Asia/Tokyo']],
    ['Answer by EOD Monday, please.', ['2026-11-23T17:00:00.000Z ? Answer by EOD Monday, please.']],
    ['- [x] Merge it, due Mon 23 Nov 15:00 Europe/London', []],
    ['due Thu 19 Nov 15:00 Europe/London', []],
    ['due Mon 21 Dec 15:00 Europe/London', []],
    ['due Mon 23 Nov 15:00 Nowhere/City', ['2026-11-23T15:00:00.000Z ? due Mon 23 Nov 15:00 Nowhere/City']],
    ['on 31 Nov 15:00 Europe/London', []],
    ['on 30 Nov 24:59 Europe/London', []],
    ['# Handoff to Ann · Mon 23 Nov 15:00 Europe/London', []],
    ['handoff: 2026-11-23T15:00:00Z', []],
    ['Ann Lee is back Mon 23 Nov 09:00 Europe/London (18:00 Asia/Tokyo).', []],
    ['Kenji is next at work Mon 23 Nov 09:00 to 18:00 Asia/Tokyo.', []],
  ];
  for (const [text, expected] of cases) {
    it(`finds ${expected.length} in "${text.slice(0, 50)}"`, () => assert.deepEqual(found(text), expected));
  }

  it('takes a date without a year for the next one after the note', () => {
    const written = Date.parse('2026-12-30T12:00:00Z');
    const late = { now: written, written, until: Date.parse('2027-01-10T12:00:00Z') };
    assert.deepEqual(found('due 4 Jan 09:00 Europe/London', late), [
      '2027-01-04T09:00:00.000Z due 4 Jan 09:00 Europe/London',
    ]);
  });

  it('reads unclear words as they were meant when they were written', () => {
    const written = Date.parse('2026-11-17T12:00:00Z');
    assert.deepEqual(found('I tell you by EOD Thursday.', { written }), []);
    assert.deepEqual(found('I tell you by EOD Tuesday.', { written, now: written }).length, 1);
  });

  it('gives one a line, the earliest', () => {
    const line = 'by 24 Nov 09:00 Asia/Tokyo, at the latest 25 Nov 09:00 Asia/Tokyo';
    assert.deepEqual(found(`${line}\n${line}`).length, 2);
    assert.ok(found(line)[0]?.startsWith('2026-11-24T00:00'));
  });
});
