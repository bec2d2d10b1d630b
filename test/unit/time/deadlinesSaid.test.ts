import { strict as assert } from 'node:assert';
import { findDeadlines } from '../../../src/core/time/deadlines';
import { usual } from './support';

/** A Tuesday morning. */
const context = { now: Date.parse('2026-11-24T10:00Z'), author: usual('Europe/London'), reader: null };

/** What is marked, and each reading that is offered. */
const read = (text: string) =>
  findDeadlines(text, context).map(({ offset, length, fixes }) => {
    return [text.slice(offset, offset + length), ...fixes.map((fix) => fix.text.replace(' Europe/London', ''))];
  });

describe('hours and days as people say them', () => {
  it('are not offered apart where one hour is of the next morning', () => {
    assert.deepEqual(read('By 1am tonight.'), [['1am'], ['tonight']]);
  });

  const said: readonly [text: string, words: string, ...fixes: string[]][] = [
    ['Ping me before 6 tonight.', '6 tonight', 'Tue 24 Nov 18:00'],
    ['The tag goes up at 9 tonight.', '9 tonight', 'Tue 24 Nov 21:00'],
    ['I start the import around 8 tomorrow.', '8 tomorrow', 'Wed 25 Nov 08:00', 'Wed 25 Nov 20:00'],
    ['No later than 9 tomorrow morning.', '9 tomorrow morning', 'Wed 25 Nov 09:00'],
    ['We cut it at 6 on Thursday.', '6 on Thursday', 'Thu 26 Nov 06:00', 'Thu 26 Nov 18:00'],
    ['The trial ends a week from Monday.', 'a week from Monday', 'Mon 7 Dec 17:00', 'Mon 7 Dec 09:00'],
    ['Put room 5 tomorrow at 10:00 in order.', 'tomorrow at 10:00'],
    ['Two days after the release, by noon, we tell them.', 'noon'],
    ['We cut it on Friday, and the next day by 9:00 the flag goes.', '9:00'],
    ['On launch day all must be in by 10:00.', '10:00'],
    ['By a week tomorrow at 9am.', 'a week tomorrow at 9am', 'Wed 2 Dec 09:00'],
    ['Answer me two weeks Friday 17:00.', 'Friday 17:00'],
    ['Heute in einer Woche um 9 Uhr.', 'Heute in einer Woche um 9 Uhr', 'Tue 1 Dec 09:00'],
    ['By 5pm local time on Friday.', '5pm local time on Friday'],
    ['La junta es el jueves 26 a las 10.', 'jueves 26 a las 10', 'Thu 26 Nov 10:00', 'Thu 26 Nov 22:00'],
    ['La revue est jeudi 26 à 10h.', 'jeudi 26 à 10h', 'Thu 26 Nov 10:00'],
    ['Send the list by Wed. EOD.', 'Wed. EOD', 'Wed 25 Nov 17:00'],
    ['The call is Thurs. at 11.', 'Thurs. at 11', 'Thu 26 Nov 11:00', 'Thu 26 Nov 23:00'],
    ['We meet Fri. at 5pm.', 'Fri. at 5pm', 'Fri 27 Nov 17:00'],
    ['Bis Donnerstag 11 Uhr brauche ich eine Antwort.', 'Donnerstag 11 Uhr', 'Thu 26 Nov 11:00'],
    ['Kim hat zugesagt, es bis Donnerstag 11 Uhr zu liefern.', 'Donnerstag 11 Uhr', 'Thu 26 Nov 11:00'],
    ['By Thursday 11:00 everyone must have moved.', 'Thursday 11:00', 'Thu 26 Nov 11:00'],
    ['On se voit demain à 14h30 ?', 'demain à 14h30', 'Wed 25 Nov 14:30'],
    ['Wir sind Fr bis 14 Uhr.', '14 Uhr'],
    ['I am back in two days.', 'in two days', 'Thu 26 Nov 17:00'],
    // Of each day, or of this one.
    ['Cutoff is 15:00.', '15:00'],
    ['Cut-off time: Friday 16:30.', 'Friday 16:30', 'Fri 27 Nov 16:30'],
    ['Abgabeschluss: Freitag, 12 Uhr', 'Freitag, 12 Uhr', 'Fri 27 Nov 12:00'],
    ['Call me between 2 and 4 pm tomorrow.', '4 pm tomorrow'],
    ['Votes are due by Thurs. noon.', 'Thurs. noon', 'Thu 26 Nov 12:00'],
    ['We merged the lexer, please review by Friday 4pm.', 'Friday 4pm', 'Fri 27 Nov 16:00'],
    ['They rolled it out, so we need your word by Friday noon.', 'Friday noon', 'Fri 27 Nov 12:00'],
    ['El corte es el jueves a las 8 de la tarde.', 'jueves a las 8 de la tarde', 'Thu 26 Nov 20:00'],
    ['La copia es el lunes a las 12 de la noche.', 'lunes a las 12'],
    [
      'Nos vemos el viernes a las seis y media de la tarde.',
      'viernes a las seis y media de la tarde',
      'Fri 27 Nov 18:30',
    ],
    ['Nos vemos el viernes a las once.', 'viernes a las once', 'Fri 27 Nov 11:00', 'Fri 27 Nov 23:00'],
    [
      'La revue est vendredi à neuf heures et demie.',
      'vendredi à neuf heures et demie',
      'Fri 27 Nov 09:30',
      'Fri 27 Nov 21:30',
    ],
    ['La revue est vendredi à 0 heures et demie.', 'vendredi à 0 heures et demie', 'Fri 27 Nov 00:30'],
    ['Nos vemos el viernes a las 12 y media.', 'viernes a las 12 y media', 'Fri 27 Nov 12:30'],
    ['La licencia caduca en tres días.', 'en tres días', 'Fri 27 Nov 17:00'],
    ['Answer by 5 Friday please.', '5 Friday', 'Fri 27 Nov 17:00', 'Fri 27 Nov 05:00'],
    ['Please finish in ten minutes to two hours.', 'in ten minutes'],
    ['Please finish in 20 minutes to 2 hours.', 'in 20 minutes'],
    ['By Monday the parts that were split must be merged.', 'Monday'],
    ['By Friday we want what was planned.', 'Friday', 'Fri 27 Nov 17:00', 'Fri 27 Nov 09:00'],
    ['Deadline is Friday, midday.', 'Friday, midday', 'Fri 27 Nov 12:00'],
    ['Demo is at half nine on Monday.', 'half nine on Monday', 'Mon 30 Nov 09:30', 'Mon 30 Nov 21:30'],
    ['Merge at twenty past four tomorrow.', 'twenty past four tomorrow', 'Wed 25 Nov 16:20', 'Wed 25 Nov 04:20'],
    ['Due by Friday, Ten Past Nine.', 'Friday, Ten Past Nine', 'Fri 27 Nov 09:10', 'Fri 27 Nov 21:10'],
    ['Termin: Freitag, Zehn Nach Acht.', 'Freitag, Zehn Nach Acht', 'Fri 27 Nov 08:10', 'Fri 27 Nov 20:10'],
    ['Due by Friday, quarter past one.', 'Friday, quarter past one', 'Fri 27 Nov 13:15', 'Fri 27 Nov 01:15'],
    ['Due by Friday, quarter to four.', 'Friday, quarter to four', 'Fri 27 Nov 15:45', 'Fri 27 Nov 03:45'],
    [
      'Nos vemos el viernes a las cuatro menos cuarto.',
      'viernes a las cuatro menos cuarto',
      'Fri 27 Nov 15:45',
      'Fri 27 Nov 03:45',
    ],
    ['La licencia caduca en dos semanas.', 'en dos semanas', 'Tue 8 Dec 17:00'],
    ['Due by Friday, a quarter past a build.', 'Friday', 'Fri 27 Nov 17:00', 'Fri 27 Nov 09:00'],
    ['Hand over by Fri. 17h00, please.', 'Fri. 17h00', 'Fri 27 Nov 17:00'],
    ['The freeze starts Thu. 26 Nov, 18:00.', 'Thu. 26 Nov, 18:00', 'Thu 26 Nov 18:00'],
    ['Please answer by Fri. 17 tests fail.', 'Fri', 'Fri 27 Nov 17:00', 'Fri 27 Nov 09:00'],
    ['Cutover is Friday @ 17.', 'Friday @ 17', 'Fri 27 Nov 17:00'],
    ['lmk by tmrw', 'tmrw', 'Wed 25 Nov 17:00'],
    ['lmk by thurs', 'thurs', 'Thu 26 Nov 17:00', 'Thu 26 Nov 09:00'],
    ['Termin: morgen, Viertel nach drei.', 'morgen, Viertel nach drei', 'Wed 25 Nov 15:15', 'Wed 25 Nov 03:15'],
    ['Abnahme morgen um dreiviertel neun.', 'morgen um dreiviertel neun', 'Wed 25 Nov 08:45', 'Wed 25 Nov 20:45'],
    ['Deployment heute Abend um acht.', 'heute Abend um acht', 'Tue 24 Nov 20:00'],
    ['Morgen um 17.30 Uhr ist Abnahme.', 'Morgen um 17.30 Uhr', 'Wed 25 Nov 17:30'],
    ['Bitte kommenden Freitag bis 12 Uhr.', 'kommenden Freitag bis 12 Uhr', 'Fri 27 Nov 12:00'],
    ['Bis nächste Woche Mittwoch.', 'nächste Woche Mittwoch', 'Wed 2 Dec 17:00', 'Wed 2 Dec 09:00'],
    ['Montag nächster Woche um 9 Uhr.', 'Montag nächster Woche um 9 Uhr', 'Mon 30 Nov 09:00'],
    ['Abgabe: Fr 27.11., 24 Uhr', 'Fr 27.11., 24 Uhr', 'Sat 28 Nov 00:00'],
    ['Answer by 2026-11-27T17:00:00.', '2026-11-27T17:00:00', 'Fri 27 Nov 17:00'],
    ['It is down tomorrow between 14:00 and 16:00.', 'tomorrow between 14:00 and 16:00', 'Wed 25 Nov 14:00 to 16:00'],
    ['Be here between 9:30 and 10:15 tomorrow.', 'between 9:30 and 10:15 tomorrow', 'Wed 25 Nov 09:30 to 10:15'],
    ['Hand-in: Mon 30/11, 12 noon.', 'Mon 30/11, 12 noon', 'Mon 30 Nov 12:00'],
    ['La junta es hoy a las 18:30 h.', 'hoy a las 18:30 h', 'Tue 24 Nov 18:30'],
    ['Das ist heute Abend um 20 Uhr fällig.', 'heute Abend um 20 Uhr', 'Tue 24 Nov 20:00'],
    // The word before the hour may be its day in a language that is not read.
    ['Deadline: vrijdag 17:00', '17:00'],
    ['Deadline: 金曜日 17:00', '17:00'],
    ['Deadline: пятница, 17:00', '17:00'],
    ['Deadline: 17:00', '17:00', 'Tue 24 Nov 17:00'],
    ['Abgabe am 27.11. um halb zehn.', '27.11. um halb zehn', 'Fri 27 Nov 09:30', 'Fri 27 Nov 21:30'],
  ];
  for (const [text, words, ...fixes] of said) it(text, () => assert.deepEqual(read(text), [[words, ...fixes]]));

  // What is told of a list of deadlines is the likely day, so that it may not be another Friday either.
  for (const text of [
    'by Friday in two weeks',
    '| Task | Due |\n|---|---|\n| Talk | Friday demo notes |',
    'bis Freitag in acht Tagen',
    'avant vendredi en huit',
    'antes del Viernes Santo',
  ])
    it(`has no likely day for: ${text}`, () => {
      assert.deepEqual(
        findDeadlines(text, context).flatMap(({ likely }) => likely ?? []),
        [],
      );
    });
});
