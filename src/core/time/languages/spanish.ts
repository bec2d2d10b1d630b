import { minutesOfDay } from '../localDate';
import {
  clock,
  type DayPart,
  dateNamed,
  day,
  eitherHalf,
  endOfDay,
  hourAndQuarter,
  looseDay,
  monthDay,
  numberWord,
  part,
  type Reading,
  relativeDay,
  span,
  type TimePart,
  weekdayNamed,
  words,
} from '../timePart';
import type { TimeLanguage } from './timeLanguage';

const weekdays = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];
const anyWeekday = weekdays.join('|');
const months = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre|setiembre',
  'octubre',
  'noviembre',
  'diciembre',
];
const anyMonth = months.join('|');
const numbers = ['un|una', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'];
const number = `(\\d{1,3}|${numbers.join('|')})`;
const halves = 'mañana|madrugada|tarde|noche';
const quarters: Readonly<Record<string, number>> = { 'y cuarto': 15, 'y media': 30, 'menos cuarto': -15 };
const units = { minuto: 'minute', hora: 'hour', día: 'day', semana: 'week' } as const;

/** `a las 8`: the article may already have been read as a filler between day and hour. */
const theHour = '(?:las? |(?<=\\blas? ))';

const readings: readonly Reading[] = [
  [
    words(
      `${theHour}(\\d{1,2}|${numbers.join('|')})(?:[:.]([0-5]\\d)| (y media|y cuarto|menos cuarto))? (?:de|por) la (${halves})`,
    ),
    ([, hour = '', minutes = '0', quarter = '', half = '']) =>
      hourOf(numberWord(hour, numbers), Number(minutes) + quarterOf(quarter), half),
  ],
  [
    words(`${theHour}(\\d{1,2}|${numbers.join('|')}) (y media|y cuarto|menos cuarto)`),
    ([, hour = '', quarter]) => hourAndQuarter(numberWord(hour, numbers), quarterOf(quarter)),
  ],
  // A number in words is an hour only beside a day.
  [
    words(`(?<=\\ba las )(${numbers.slice(1).join('|')})`),
    ([, hour = '']) => clock(eitherHalf(numberWord(hour, numbers)), true),
  ],
  [
    words('(?:las |la )([01]?\\d|2[0-4])[:.]([0-5]\\d)'),
    ([, hours, minutes]) => clock(Number(hours) * 60 + Number(minutes)),
  ],
  [words('(?:el )?mediodía'), () => clock(minutesOfDay / 2)],
  [words('(?:la )?medianoche'), () => clock([minutesOfDay, 0])],
  [words('(?:el )?(?:fin|final) (?:del|de la|de) (?:día|jornada)'), () => endOfDay],
  [words('hoy'), () => relativeDay(0)],
  [words('pasado mañana'), () => relativeDay(2)],
  [words('(?:por|de|en) la (mañana|tarde|noche)'), ([, name]) => part(partOf(name))],
  [words('mañana'), () => relativeDay(1)],
  [words('ayer'), () => relativeDay(-1)],
  [words('esta (mañana|tarde|noche)'), ([, name]) => [relativeDay(0), part(partOf(name), false)]],
  [words('(?:el )?(?:final|finales) de (?:la |esta )?semana'), () => day({ kind: 'week', weeks: 0, end: true })],
  [words('(?:la )?(?:próxima semana|semana (?:próxima|que viene))'), () => day({ kind: 'week', weeks: 1, end: false })],
  [words('(?:el )?(?:fin|final|finales) de(?:l| este)? mes'), () => day({ kind: 'month-end', months: 0 })],
  [words(`(?:en|dentro de) ${number} días? (?:hábil(?:es)?|laborables?)`), () => looseDay],
  [words('(?:la )?semana \\d{1,2}'), () => looseDay],
  [
    words('(?:en|dentro de) (?:ocho|8|quince|15) días'),
    // Means one week as often as two.
    () => looseDay,
  ],
  [
    words(`(?:en|dentro de) ${number} (minuto|hora|día|semana)s?`),
    ([, many = '', unit = '']) => span(numberWord(many, numbers), units[unit.toLowerCase() as keyof typeof units]),
  ],
  [
    words(`(?:primer|segundo|tercer|último) (?:${anyWeekday}) (?:del mes|de(?:l mes de)? (?:${anyMonth}))`),
    () => looseDay,
  ],
  [words(`(?:${anyWeekday}) en ocho`), () => looseDay],
  // `el jueves 26 a las 10`
  [new RegExp(`(?<=(?:${anyWeekday}) )(\\d{1,2})(?= a las? )`, 'iuy'), ([, date]) => monthDay(date)],
  [
    words(`(próximo )?(${anyWeekday})(?! santo| de pascua| negro)( próximo| que viene)?`),
    ([, before, name = '', after]) =>
      weekdayNamed(name, weekdays, before === undefined && after === undefined ? null : 'next'),
  ],
  [
    words(`(\\d{1,2}) de (${anyMonth})(?: (?:de )?([12]\\d{3}))?`),
    ([, date = '', name = '', year]) => dateNamed(date, name, months, year),
  ],
];

export const spanish: TimeLanguage = {
  readings,
  cues: {
    before: ['a más tardar', 'para', 'vence'],
    beforeStart: ['antes', 'hasta'],
    announced: ['fecha límite', 'plazo'],
    between: ['la', 'el', 'los', 'las', 'del', 'de', 'al', 'a', 'el día'],
    first: [
      '(?:en|dentro de) (?:\\d|una? |dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)',
      'hoy|mañana',
      'esta tarde|esta noche',
      anyWeekday,
    ],
  },
  tense: {
    weekdays: anyWeekday,
    recurring: ['cada', 'todos los', 'todas las', 'siempre', 'horarios?:'],
    and: ['y'],
    to: ['a'],
    past: [
      'habría(?:s|mos|is|n)? \\p{L}{2,14}[ai]do',
      'fue|fueron|estaba|estaban|había|habían',
      '\\p{L}{2,20}(?:[^i]ó|aron|ieron)',
    ],
    setForLater: ['aplazad[oa]|ampliad[oa]', 'previst[oa]', 'programad[oa]'],
    conditional: ['cuando'],
    pastAfter: ['pasad[oa]', 'fue', 'fueron'],
    sinceBefore: ['en vez del?', 'ayer', 'desde'],
    records: ['registro|log|traza|captura|informe|copia|mensaje|correo|error|fallo|caída|acta|alerta'],
    around: [
      // "El lunes a las 9 se reinició el nodo".
      '\u0001,? (?:(?:el|la|los|las) [\\p{L}-]+ )?(?:(?:se|nos|me|le|lo|los|la|las) )?\\p{L}{2,20}(?:ó|aron|ieron)(?!\\p{L})',
      // "Ha terminado el lunes a las 9:00"; in "hemos movido la reunión al lunes" the time is ahead.
      '(?:he|has|ha|hemos|han) (?!mov|ampli|aplaz|fij|acord|previst|program|planific|conven|qued)\\p{L}{2,20}[aií]do(?:\\s+[\\p{L}\\d-]+){0,4}\\s+el \u0001',
      '(?:duró|siguió|aguantó|funcionó)(?:\\s+[\\p{L}\\d-]+){0,4}\\s+hasta\\s+(?:el\\s+|las?\\s+)?\u0001',
    ],
    length: [],
    request: ['por favor', 'puedes|podrías|podéis|pueden', 'necesito|necesitamos'],
    announced: ['por favor|debe|hay que|será', 'cierra|vence|caduca|expira|termina|empieza|comienza|abre'],
  },
};

function quarterOf(words = ''): number {
  return quarters[words.toLowerCase()] ?? 0;
}

/**
 * An hour in a part of the day; the afternoon lasts until nine: `las 8 de la tarde`. Null for an hour outside that
 * part.
 */
function hourOf(hour: number, minutes: number, half: string): TimePart | null {
  if (hour < 1 || hour > 12) return null;
  const halfDay = minutesOfDay / 2;
  const early = (hour % 12) * 60 + minutes;
  const both = early < 0 ? [early + halfDay, early + minutesOfDay] : [early, early + halfDay];
  const [from, to] = spans[half.toLowerCase()] ?? [0, minutesOfDay];
  const fitting = both.filter((minute) => from * 60 <= minute && minute < to * 60);
  return fitting.length === 0 ? null : clock(fitting);
}

/** Hours of the parts of a day. */
const spans: Readonly<Record<string, readonly [from: number, to: number]>> = {
  mañana: [4, 13],
  madrugada: [0, 6],
  tarde: [12, 21],
  noche: [19, 24],
};

function partOf(name = ''): DayPart {
  const word = name.toLowerCase();
  if (word === 'mañana') return 'morning';
  return word === 'tarde' ? 'afternoon' : 'night';
}
