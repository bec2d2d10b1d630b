import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { findDeadlines } from '../../../src/core/time/deadlines';
import type { DeadlineContext } from '../../../src/core/time/timeMeanings';
import { countFloors } from '../support/floors';
import { anyInstant, anyZone, usual } from './support';

/** A Tuesday morning. */
const context: DeadlineContext = {
  now: Date.parse('2026-11-24T10:00Z'),
  author: usual('Europe/London'),
  reader: 'Asia/Tokyo',
};

const found = (text: string, at = context) =>
  findDeadlines(text, at).map(({ code, offset, length, fixes }) => {
    return [code, text.slice(offset, offset + length), ...fixes.map((fix) => fix.text)];
  });

const friday = 'Fri 27 Nov 17:00 Europe/London (02:00 Sat Asia/Tokyo)';
const fridayStart = 'Fri 27 Nov 09:00 Europe/London (18:00 Asia/Tokyo)';
const tomorrow = 'Wed 25 Nov 17:00 Europe/London (02:00 Thu Asia/Tokyo)';

describe('deadlines', () => {
  const unclear: readonly [text: string, code: string, words: string, ...fixes: string[]][] = [
    ['Please answer by EOD Friday.', 'end-of-day', 'EOD Friday', friday],
    ['COB Friday', 'end-of-day', 'COB Friday', friday],
    ['- Friday EOD: merge', 'end-of-day', 'Friday EOD', friday],
    ['due by the end of the business day tomorrow', 'end-of-day', 'end of the business day tomorrow', tomorrow],
    ['Call me tomorrow 5pm', 'no-zone', 'tomorrow 5pm', tomorrow],
    ['by 5 p.m. on Friday', 'no-zone', '5 p.m. on Friday', friday],
    ['until 17:00', 'no-zone', '17:00', 'Tue 24 Nov 17:00 Europe/London (02:00 Wed Asia/Tokyo)'],
    ['by 9:00', 'no-zone', '9:00', 'Wed 25 Nov 09:00 Europe/London (18:00 Asia/Tokyo)'],
    ['The deadline for comments is 27 November, 17:00.', 'no-zone', '27 November, 17:00', friday],
    ['due 2026-11-27 17:00', 'no-zone', '2026-11-27 17:00', friday],
    ['by Tuesday 9:30', 'no-zone', 'Tuesday 9:30', 'Tue 1 Dec 09:30 Europe/London (18:30 Asia/Tokyo)'],
    ['by 17:00 my time on Friday', 'no-zone', '17:00 my time on Friday', friday],
    ['by Friday 5pm your time', 'no-zone', 'Friday 5pm your time', 'Fri 27 Nov 08:00 Europe/London (17:00 Asia/Tokyo)'],
    ['by Friday 12pm Eastern', 'abbreviation', 'Friday 12pm Eastern', friday],
    ['by Friday noon Eastern Time', 'abbreviation', 'Friday noon Eastern Time', friday],
    ['Needed by: **Friday**', 'no-time', 'Friday', friday, fridayStart],
    ['before Friday', 'no-time', 'Friday', fridayStart, friday],
    ['| Due | Friday |', 'no-time', 'Friday', friday, fridayStart],
    ['no later than tomorrow', 'no-time', 'tomorrow', tomorrow],
    ['by next Friday', 'no-time', 'next Friday', 'Fri 4 Dec 17:00 Europe/London (02:00 Sat Asia/Tokyo)', friday],
    ['by EOW', 'vague', 'EOW', friday],
    [
      'by next week',
      'vague',
      'next week',
      'Fri 4 Dec 17:00 Europe/London (02:00 Sat Asia/Tokyo)',
      'Mon 30 Nov 17:00 Europe/London (02:00 Tue Asia/Tokyo)',
    ],
    [
      'due 03/04',
      'date-order',
      '03/04',
      'Sat 3 Apr 2027 17:00 Europe/London (01:00 Sun Asia/Tokyo)',
      'Thu 4 Mar 2027 17:00 Europe/London (02:00 Fri Asia/Tokyo)',
    ],
    ['by Friday 12:00 ET', 'abbreviation', 'Friday 12:00 ET', friday],
    [
      'by 17:00 EST',
      'abbreviation',
      '17:00 EST',
      'Tue 24 Nov 22:00 Europe/London (07:00 Wed Asia/Tokyo)',
      'Wed 25 Nov 06:00 Europe/London (15:00 Asia/Tokyo)',
    ],
  ];
  for (const [text, ...expected] of unclear) {
    it(`finds ${expected[0]}: ${text}`, () => assert.deepEqual(found(text), [expected]));
  }

  const clear = [
    'by Fri 27 Nov 17:00 Europe/London (02:00 Sat Asia/Tokyo)',
    'due 2026-11-27T17:00Z, until 2026-11-27T17:00+01:00, before 17:00 UTC, by 17:00 GMT+2, by 5pm New York time',
    'due 2026-11-27, by 27 November 2026 and before Nov 27',
    '| Date | 2026-11-27 |',
    'At the end of the day, we use it today and tomorrow.',
    'Until today nobody knew; due to the outage on Friday it was Monday.',
    'by `EOD Friday`, by https://example.org/by/Friday or [the plan](by-Friday.md "by")',
    'Meetings are on Friday 17:00, open from 9:00 until 17:00.',
    'The job runs daily by 17:00, and the report is due every Friday.',
    'by Monday.com, by today’s rules, by Sun Microsystems, by fri, by sat, by May, by 3/4, by 16:90, before 12:34:56',
    'The deadline was Friday.',
    'due 2024-11-22 17:00',
    '<!-- by EOD Friday -->',
    '<!-- answer\nby EOD Friday\n--> ok',
    '<!-- answer\nby EOD Friday --> ok',
    '```\nby EOD Friday\n```',
    'For example:\n\n    by EOD Friday',
    '---\ndue: by EOD Friday\n---\n',
  ];
  for (const text of clear) it(`leaves alone: ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), []));

  it('tells where it is in the text', () => {
    const text = '---\na: b\n---\r\n# Plan\r\n\r\n- one by EOD Friday\r\n- two `code` by tomorrow\r\n';
    assert.deepEqual(found(text), [
      ['end-of-day', 'EOD Friday', friday],
      ['no-time', 'tomorrow', tomorrow],
    ]);
  });

  it('writes one clock where the reader has the same, or is not known', () => {
    for (const reader of [null, 'Europe/London']) {
      assert.deepEqual(found('by EOD Friday', { ...context, reader })[0]?.[2], 'Fri 27 Nov 17:00 Europe/London');
    }
  });

  it('ends the day when the author does, by the author’s clock', () => {
    const early = { ...usual('Asia/Kathmandu'), hours: { start: 7 * 60, end: 15 * 60 + 30 } };
    assert.deepEqual(
      found('by EOD tomorrow', { ...context, author: early })[0]?.[2],
      'Wed 25 Nov 15:30 Asia/Kathmandu (18:45 Asia/Tokyo)',
    );
  });

  it('is content with what it writes, whenever and wherever', () => {
    const words = fc.constantFrom('by EOD', 'due next week', 'before Monday 9am', 'by 03/04', 'deadline: 17:00 IST');
    fc.assert(
      fc.property(words, anyInstant, anyZone, anyZone, (text, now, zone, reader) => {
        for (const { offset, length, fixes } of findDeadlines(text, { now, author: usual(zone), reader })) {
          assert.ok(fixes.length > 0);
          for (const fix of fixes) {
            assert.ok(fix.instant > now);
            const mended = text.slice(0, offset) + fix.text + text.slice(offset + length);
            assert.deepEqual(found(mended, { now, author: usual(zone), reader }), []);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  const hostile = ['by ', 'by 1', '<!--', '](', '`', '<a', 'deadline ', 'by EOD Friday ', 'x://', 'end of ', '00:00'];
  for (const piece of hostile) {
    it(`takes time that grows with the text: ${JSON.stringify(piece)} repeated`, () => {
      const line = piece.repeat(19_000 / piece.length);
      const floors = countFloors();
      findDeadlines(`${line}\n`.repeat(5), context);
      assert.ok(floors() < 200);
    });
  }
});
