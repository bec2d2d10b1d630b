import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { findDeadlines } from '../../../src/core/time/deadlines';
import type { DeadlineContext } from '../../../src/core/time/timeMeanings';
import { isLinear } from '../support/floors';
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
    ['Bis Freitag 17 Uhr meiner Zeit.', 'no-zone', 'Freitag 17 Uhr meiner Zeit', friday],
    ['Bis Freitag 17 Uhr meiner Zeitzone.', 'no-zone', 'Freitag 17 Uhr meiner Zeitzone', friday],
    ['by Friday 5pm your time', 'no-zone', 'Friday 5pm your time', 'Fri 27 Nov 08:00 Europe/London (17:00 Asia/Tokyo)'],
    ['by Friday 12pm Eastern', 'abbreviation', 'Friday 12pm Eastern', friday],
    ['by Friday noon Eastern Time', 'abbreviation', 'Friday noon Eastern Time', friday],
    ['Needed by: **Friday**', 'no-time', 'Friday', friday, fridayStart],
    ['before Friday', 'no-time', 'Friday', fridayStart, friday],
    ['| Due | Friday |', 'no-time', 'Friday', friday, fridayStart],
    ['no later than tomorrow', 'no-time', 'tomorrow', tomorrow],
    ['by next Friday', 'no-time', 'next Friday', 'Fri 4 Dec 17:00 Europe/London (02:00 Sat Asia/Tokyo)', friday],
    ['by EOW', 'vague', 'EOW', friday],
    ['Ready by the end of Friday', 'end-of-day', 'end of Friday', friday],
    ['due by CW 49', 'vague', 'CW 49'],
    ['Done by 2026-W49', 'vague', '2026-W49'],
    ['Bitte bis Ende KW 49.', 'vague', 'Ende KW 49'],
    ['Réponse avant la semaine 49', 'vague', 'semaine 49'],
    ['Please answer in 2 business days.', 'vague', 'in 2 business days'],
    ['Bitte binnen drei Werktagen antworten.', 'vague', 'binnen drei Werktagen'],
    [
      'Please roll it back within the hour.',
      'from-now',
      'within the hour',
      'Tue 24 Nov 11:00 Europe/London (20:00 Asia/Tokyo)',
    ],
    ['Needed by: within 24 hours', 'from-now', 'within 24 hours', 'Wed 25 Nov 10:00 Europe/London (19:00 Asia/Tokyo)'],
    ['First thing Friday we talk', 'no-zone', 'First thing Friday', fridayStart],
    ['by 27 November at 5pm.', 'no-zone', '27 November at 5pm', friday],
    ['The window closes at 17:00 on 27 November.', 'no-zone', '17:00 on 27 November', friday],
    ['by 5:00 on Friday', 'no-zone', '5:00 on Friday', friday, 'Fri 27 Nov 05:00 Europe/London (14:00 Asia/Tokyo)'],
    ['ready by halb eins', 'no-zone', 'halb eins', 'Tue 24 Nov 12:30 Europe/London (21:30 Asia/Tokyo)'],
    ["Réponse d'ici 2 heures", 'from-now', '2 heures', 'Tue 24 Nov 12:00 Europe/London (21:00 Asia/Tokyo)'],
    ['ETA: in two hrs', 'from-now', 'in two hrs', 'Tue 24 Nov 12:00 Europe/London (21:00 Asia/Tokyo)'],
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
    ['ETA 2h', 'from-now', '2h', 'Tue 24 Nov 12:00 Europe/London (21:00 Asia/Tokyo)'],
    ['ETA: 30 min', 'from-now', '30 min', 'Tue 24 Nov 10:30 Europe/London (19:30 Asia/Tokyo)'],
    ['ETA in 2h', 'from-now', 'in 2h', 'Tue 24 Nov 12:00 Europe/London (21:00 Asia/Tokyo)'],
    ['ETA 18h', 'no-zone', '18h', 'Tue 24 Nov 18:00 Europe/London (03:00 Wed Asia/Tokyo)'],
    ['Back in half an hour.', 'from-now', 'in half an hour', 'Tue 24 Nov 10:30 Europe/London (19:30 Asia/Tokyo)'],
    [
      'I will be back in an hour and a half',
      'from-now',
      'in an hour and a half',
      'Tue 24 Nov 11:30 Europe/London (20:30 Asia/Tokyo)',
    ],
    ['Call at 17:00 sharp on Friday', 'no-zone', '17:00 sharp on Friday', friday],
    ['Call tomorrow 17:00 sharp.', 'no-zone', 'tomorrow 17:00', tomorrow],
    ['Ship by Mon/Tue', 'vague', 'Mon/Tue'],
    ['Please review by Thursday/Friday.', 'vague', 'Thursday/Friday'],
    ['Friday 17:00 retry what failed', 'no-zone', 'Friday 17:00'],
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
  it('ends a week of Sunday to Thursday on Thursday', () => {
    const author = { ...usual('UTC'), days: ['sun', 'mon', 'tue', 'wed', 'thu'] as const };
    const at = { ...context, author, reader: null };
    assert.deepEqual(found('by end of week', at), [['vague', 'end of week', 'Thu 26 Nov 17:00 UTC']]);
    assert.deepEqual(found('by next week', at)[0]?.slice(2), ['Thu 3 Dec 17:00 UTC', 'Sun 29 Nov 17:00 UTC']);
  });

  for (const text of clear) it(`leaves alone: ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), []));

  /** What is marked, and each reading that is offered, in the author's clock alone; now is a Tuesday. */
  const read = (text: string) => {
    return findDeadlines(text, { ...context, reader: null }).map(({ offset, length, fixes }) => {
      return [text.slice(offset, offset + length), ...fixes.map((fix) => fix.text.replace(' Europe/London', ''))];
    });
  };

  describe('a fix takes all words that belong to the time', () => {
    const whole: readonly [text: string, words: string, ...fixes: string[]][] = [
      ['Merge by Friday the 27th at 10.', 'Friday the 27th at 10', 'Fri 27 Nov 10:00', 'Fri 27 Nov 22:00'],
      ['Open until Friday (4 December), 9am.', 'Friday (4 December), 9am', 'Fri 4 Dec 09:00'],
      ['Needed by **Thursday** at 5pm.', '**Thursday** at 5pm', 'Thu 26 Nov 17:00'],
      ['Ship by Thursday lunchtime.', 'Thursday lunchtime', 'Thu 26 Nov 13:00'],
      ['by first thing tomorrow', 'first thing tomorrow', 'Wed 25 Nov 09:00'],
      ['by Thursday week', 'Thursday week', 'Thu 3 Dec 17:00', 'Thu 3 Dec 09:00'],
      ['by 7 in the evening on Thursday', '7 in the evening on Thursday', 'Thu 26 Nov 19:00'],
      ['Pair with me Thursday 2-3pm.', 'Thursday 2-3pm', 'Thu 26 Nov 14:00 to 15:00'],
      ['by EOD Thursday in Madrid', 'EOD Thursday in Madrid', 'Thu 26 Nov 16:00'],
      ['Window: Monday 22:00-02:00.', 'Monday 22:00-02:00', 'Mon 30 Nov 22:00 to 02:00 Tue'],
      ['Pair Thursday 2:30-3:30', 'Thursday 2:30-3:30', 'Thu 26 Nov 14:30 to 15:30', 'Thu 26 Nov 02:30 to 03:30'],
      ['by Thursday 5pm, and the demo at 18:00 CET', 'Thursday 5pm', 'Thu 26 Nov 17:00'],
      ['by 9am PST/noon EST on Thursday', '9am PST/noon EST on Thursday', 'Thu 26 Nov 17:00'],
    ];
    for (const [text, ...expected] of whole) it(text, () => assert.deepEqual(read(text), [expected]));

    const unknown = [
      'by Friday the 26th',
      'by Thursday or Friday',
      'by 5pm your time',
      'by Thursday 9-ish',
      'by the weekend',
    ];
    for (const text of unknown) {
      it(`offers none where the instant is not known: ${text}`, () => {
        const [found] = findDeadlines(text, { ...context, reader: null });
        assert.deepEqual(found?.fixes, []);
      });
    }

    it('says nothing where the word before a day is not understood', () => {
      assert.deepEqual(findDeadlines('by early Thursday', context), []);
    });

    const otherwise = [
      'Please ship by Thursday 5pm NYC.',
      'by Thursday 5pm over there',
      'by Thursday 5pm server time',
      'by Thursday 5pm (Friday 2am for you)',
      'by Thursday 5pm, Friday 2am in Tokyo',
      'by EOD Thursday, i.e. 18:00',
      'By end of day Thursday at the latest, Sydney time.',
      'By Thursday 17:00 if possible (Berlin time).',
      'By Thursday 5pm, ideally, PT.',
      "By Thursday 17:00 (that's 08:00 PT).",
      'Please merge by Thursday 17:00 and ping me (my clock: Lisbon).',
      'Bis Donnerstag 17 Uhr, wenn möglich, Tokioter Zeit.',
      'Meeting 7:30/8:30 Thursday.',
      'by Thursday, 3pm IST (India).',
      'Sync Wed/Thu 10:00.',
      'Window: Wednesday 22:00 to Thursday 02:00.',
      'two hours before Thursday 5pm',
      'zwei Stunden vor Donnerstag 17 Uhr',
      'Bis Donnerstag 17 Uhr eurer Zeit.',
      'Bis Donnerstag 17 Uhr unserer Zeitrechnung.',
      'Avant jeudi 18h chez vous.',
      'The vendor answers by Thursday 5pm their time.',
      'Call with Kenji: Thursday 8:30 his own time.',
      'Ready by Friday in two weeks.',
      'Report due by the last Friday of the month.',
      'Wir liefern bis Freitag in acht Tagen.',
      'Bis zum ersten Montag im Dezember.',
      'Die Abnahme endet in acht Tagen.',
      'Réponse avant vendredi en huit.',
      'La coupure sera dans quinze jours.',
      'Antes del viernes en ocho.',
      'can you take it by 5pm-ish?',
    ];
    for (const text of otherwise) {
      it(`offers none where words beside the time may say another: ${text}`, () => {
        const all = findDeadlines(text, context);
        assert.notEqual(all.length, 0);
        assert.deepEqual(
          all.flatMap(({ fixes }) => fixes),
          [],
        );
      });
    }

    it('offers no later day where the clocks skip the hour of a weekday', () => {
      const beforeChange = { ...context, now: Date.parse('2026-03-27T15:00Z'), author: usual('Europe/Berlin') };
      assert.deepEqual(findDeadlines('by Sunday 02:30', beforeChange)[0]?.fixes, []);
    });

    it('reads the words of a part of the day before a filler of the same spelling', () => {
      assert.deepEqual(read('Antes del jueves a las 9 de la mañana.'), [
        ['jueves a las 9 de la mañana', 'Thu 26 Nov 09:00'],
      ]);
    });

    it('offers both hours that the clocks repeat, and none that they skip', () => {
      const newYork = {
        ...context,
        now: Date.parse('2027-03-01T15:00Z'),
        author: usual('America/New_York'),
        reader: null,
      };
      const repeated = findDeadlines('by 7 Nov 2027 1:30am', newYork)[0]?.fixes.map(({ instant }) => instant);
      assert.deepEqual(repeated, [Date.parse('2027-11-07T05:30Z'), Date.parse('2027-11-07T06:30Z')]);
      assert.deepEqual(findDeadlines('by 14 Mar 2027 2:30am', newYork)[0]?.fixes, []);
    });
  });

  describe('times without "by", and in other languages', () => {
    const marked: readonly [text: string, words: string][] = [
      ['The embargo lifts Thursday at 06:00.', 'Thursday at 06:00'],
      ['Kickoff: Mon 30 Nov, 9.30am', 'Mon 30 Nov, 9.30am'],
      ['Reminder: retro tomorrow at 4.', 'tomorrow at 4'],
      ['The offer expires in 12 hours.', 'in 12 hours'],
      ['Access will be revoked in 2 weeks.', 'in 2 weeks'],
      ['Review needed by the 30th.', '30th'],
      ['You have until 18h.', '18h'],
      ['The backlog closes at end of month.', 'end of month'],
      ['Can you approve it by half past four?', 'half past four'],
      ['Freeze starts at 1800 on Friday.', '1800 on Friday'],
      ['| Task | Due |\n|---|---|\n| Sign | Thursday |', 'Thursday'],
      ['| Was | Bis |\n|---|---|\n| Freigabe | Mittwoch |', 'Mittwoch'],
      ['Bitte bis Donnerstag um 15 Uhr antworten.', 'Donnerstag um 15 Uhr'],
      ['Abgabe bis morgen früh.', 'morgen früh'],
      ['Frist: Freitag, 27. November, 12 Uhr', 'Freitag, 27. November, 12 Uhr'],
      ['Das Fenster schließt in drei Stunden.', 'in drei Stunden'],
      ['Réponse attendue d’ici jeudi 17h30.', 'jeudi 17h30'],
      ['Merci de répondre avant demain soir.', 'demain soir'],
      ['La fenêtre ferme dans deux heures.', 'dans deux heures'],
      ['Lo necesito para mañana a las 10.', 'mañana a las 10'],
      ['El plazo termina el viernes a las 14:00.', 'viernes a las 14:00'],
      ['Se cierra en tres días.', 'en tres días'],
    ];
    for (const [text, words] of marked) {
      it(text.split('\n').at(-1) ?? '', () =>
        assert.deepEqual(
          read(text).map(([found]) => found),
          [words],
        ),
      );
    }
  });

  describe('an hour whose zone is said elsewhere is clear', () => {
    const clear = [
      'All clocks below are UTC.\n\n- merge by Thursday 17:00',
      'All times in UTC.\n\n- merge by Thursday 17:00',
      'Alle Zeiten in MEZ.\n\n- DNS: Donnerstag 17 Uhr',
      'Alle Zeiten in unserer Zeitzone.\n\n- DNS: Donnerstag 17 Uhr',
      '| Step | When (UTC) |\n|---|---|\n| DNS | Thursday 17:00 |',
      '| Step | Due | Zone |\n|---|---|---|\n| DNS | Thu 17:00 | Tokyo |',
      'Due Thu 26 Nov 17:00 CET (UTC+1).',
      'Deadline: 16:00 UTC / 17:00 CET on Thursday',
    ];
    for (const text of clear) it(text, () => assert.deepEqual(read(text), []));

    it('but not that of another table, or of a column beside it', () => {
      const text = '| A | When (UTC) |\n|---|---|\n| x | Thu 17:00 |\n\n| A | When |\n|---|---|\n| y | Thu 18:00 |';
      assert.deepEqual(read(text), [['Thu 18:00', 'Thu 26 Nov 18:00']]);
    });
  });

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

  const hostile = [
    'by ',
    'by 1',
    '<!--',
    '](',
    '`',
    '<a',
    'deadline ',
    'by EOD Friday ',
    'x://',
    'end of ',
    '00:00',
    'in 1 ',
    'was by ',
    '"a ',
    '“',
    '1-1',
    'Fri 1 ',
    'between 1 and ',
    'A a',
    'merged a ',
  ];
  for (const piece of hostile) {
    it(`takes time that grows with the text: ${JSON.stringify(piece)} repeated`, () => {
      // A line that is much longer is left out.
      assert.ok(isLinear((size) => findDeadlines(`${piece.repeat(size / piece.length)}\n`, context), 19_000));
    });
  }
});
