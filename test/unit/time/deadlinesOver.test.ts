import { strict as assert } from 'node:assert';
import { findDeadlines } from '../../../src/core/time/deadlines';
import { usual } from './support';

/** What is marked; now is a Tuesday morning. */
const marked = (text: string) => {
  const context = { now: Date.parse('2026-11-24T10:00Z'), author: usual('Europe/London'), reader: null };
  return findDeadlines(text, context).map(({ offset, length }) => text.slice(offset, offset + length));
};

describe('what is over, quoted, a habit or a name is left alone', () => {
  const left = [
    'We had until Friday, but nobody came.',
    'They fixed the outage by 5pm.',
    'He left by 6pm.',
    'She wrote it by Friday 17:00 last week.',
    // A Wednesday this year, and that weekday a year ago.
    'By Tuesday 25 November at 9:00.',
    'They had promised it by Friday 17:00 but failed.',
    'We had agreed to answer by Thursday 3pm but nobody did.',
    'Am Donnerstag um 17 Uhr fiel der Strom aus.',
    'Jeudi à 17h on a coupé le courant.',
    'Von Montag bis Freitag, 8 bis 16 Uhr.',
    'Wir haben bis Freitag gewartet.',
    'On Thurs. at 11 we restarted it.',
    'The import ran at 16:00 and finished by 18:00.',
    'On Thursday at 9:00 the worker restarted.',
    'Am Donnerstag um 9 Uhr startete der Knoten neu.',
    'Jeudi à 9h le serveur a redémarré.',
    'El jueves a las 9:00 se reinició el nodo.',
    'Der Schalter ist von 9 bis 17 Uhr besetzt.',
    'Das Lager ist von 9:00 bis 17:00 offen.',
    'Abierto desde las 9:00 hasta las 18:00.',
    'El lunes las dos ramas se unen.',
    'La tâche tourne pour trois heures jeudi.',
    'It was merged by Bo on Thursday 14:00.',
    'The deploy went out Thursday 09:00 without issues.',
    'Last Thursday at 10:00 the pager went off.',
    'Since Thursday 10:00 the queue is empty.',
    'The release of Friday 17:00 was bad.',
    '> by EOD please',
    '"Due Friday" was all the ticket said.',
    'Patched by Thu Nguyen in 3.1.',
    'Our office is open 9:00 to 17:00 Monday to Friday.',
    'Chaque jeudi à 9h nous déployons.',
    'Am Donnerstag um 17 Uhr haben wir ausgerollt.',
    'La copia falló el jueves a las 10:00.',
    'Le build était cassé jusqu’à vendredi.',
    'Timeout after 30 seconds; retry in 5 minutes by default.',
    'Memory went down by 3h of work and grew by 1700 rows.',
    '- [x] Rotate the key by EOD Thursday',
    '~~Review by Thursday 5pm~~',
    'Use <code>by EOD Thursday</code>.',
    'Office hours: Mon–Fri 09:00–17:00.',
    'Ouvert du lundi au vendredi 9h.',
    'Until Friday the export wasn’t there.',
    'Avant vendredi c’était lent.',
    'Antes del viernes estaba bien.',
    'Samedi et dimanche à 9h nous déployons.',
    'Sábado y domingo a las 9:00 cerramos.',
    'By default the window closes at midnight.',
    'As of Thursday 17:00 it was still red.',
    'I moved it on Thursday at 11:00.',
    'It was moved on Thursday at 11:00.',
    'They asked me on Thursday at 5pm whether it works.',
    'As agreed on Thursday at 10:00, we go with it.',
    'Per our call on Thursday at 10:00, the flag stays.',
    'It took until Friday 18:00 to fix.',
    'The old flag we kept until Thursday.',
    'Nobody noticed before Friday 17:00.',
    'Das lief bis Freitag 18 Uhr.',
    'Ich habe es am Donnerstag um 11 Uhr verschoben.',
    'J’ai déplacé la réunion jeudi à 11h.',
    'Ha durado: funcionó hasta el viernes a las 18:00.',
    'Refunds are paid within 14 days.',
    'The cache is refreshed within the hour.',
    'Ready by week 2 of the course.',
    'The deploy on Friday at 18:00 failed.',
    'The night job (Thu 18:00) crashed twice.',
    'On Friday at 18:00 our deploy failed.',
    'The copy succeeded: ETA 2h per table.',
    'Standups Mon/Wed/Fri.',
    'Lunch took half an hour.',
    'Finished in CW 46; read week 48 of the course.',
    'Until Friday it was fine, now it is broken.',
    'By Friday it was clear that this takes longer.',
    'Bis Freitag lief alles gut.',
    'Am Montag um 10 haben wir deployed.',
    'It expires in 7 days from creation.',
    'Access is given until the next Monday after the review.',
    'The sale starts on Cyber Monday at 6:00.',
    'We must be ready by Good Friday.',
    'À finir avant le lundi de Pâques.',
    'Terminado antes del Viernes Santo.',
    'Our release is the first Tuesday of every month at 10:00.',
    'We cut costs by half one year later.',
    'By half an hour.',
    'Expected by: ten minutes to two days after the merge.',
    'Done until 5 Friday deploys are through, please wait.',
    'Halve it before 6 Monday builds pile up.',
  ];
  for (const text of left) it(text, () => assert.deepEqual(marked(text), []));
});

it('marks what was moved to a time, and what is kept until one', () => {
  for (const text of [
    'We moved it to Thursday 11:00.',
    'It was postponed until Thursday 11:00.',
    'The review was pushed to Thursday 11:00.',
    'It is to be moved on Thursday 11:00.',
    'Logs are kept until Thursday 11:00.',
    'I was told to finish by Thursday 11:00.',
    'Ich habe es auf Donnerstag 11:00 verschoben.',
  ]) {
    assert.deepEqual(marked(text), [/\S+ 11:00/.exec(text)?.[0]]);
  }
});
