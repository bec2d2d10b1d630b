import { minutesOfDay } from './localDate';
import {
  clock,
  type DayPart,
  dateNamed,
  day,
  endOfDay,
  numberWord,
  part,
  type Reading,
  relativeDay,
  span,
  weekdayNamed,
  words,
} from './timePart';

const weekdays = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];
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
const numbers = ['un|una', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'];
const number = `(\\d{1,3}|${numbers.join('|')})`;
const units = { minuto: 'minute', hora: 'hour', día: 'day', semana: 'week' } as const;

export const spanishReadings: readonly Reading[] = [
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
  [
    words(`(?:en|dentro de) ${number} (minuto|hora|día|semana)s?`),
    ([, many = '', unit = '']) => span(numberWord(many, numbers), units[unit.toLowerCase() as keyof typeof units]),
  ],
  [
    words(`(próximo )?(${weekdays.join('|')})( próximo| que viene)?`),
    ([, before, name = '', after]) =>
      weekdayNamed(name, weekdays, before === undefined && after === undefined ? null : 'next'),
  ],
  [
    words(`(\\d{1,2}) de (${months.join('|')})(?: (?:de )?([12]\\d{3}))?`),
    ([, date = '', name = '', year]) => dateNamed(date, name, months, year),
  ],
];

function partOf(name = ''): DayPart {
  const word = name.toLowerCase();
  if (word === 'mañana') return 'morning';
  return word === 'tarde' ? 'afternoon' : 'night';
}
