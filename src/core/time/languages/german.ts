import { minutesOfDay } from '../localDate';
import {
  clock,
  type DayPart,
  dateNamed,
  day,
  eitherHalf,
  endOfDay,
  looseDay,
  numberWord,
  part,
  type Reading,
  relativeDay,
  span,
  weekdayNamed,
  words,
} from '../timePart';
import type { TimeLanguage } from './timeLanguage';

const weekdays = ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag'];
const anyWeekday = weekdays.join('|');
const weekday = `(${anyWeekday})`;
/**
 * "Freitag in acht Tagen" is the Friday of the week after; neither that nor the first Monday of a month is the coming
 * one.
 */
const farther = ' (?:in (?:acht|14|vierzehn) tagen|in (?:einer|ein|1) woche|in (?:zwei|drei|vier|[2-4]) wochen)';
const months = [
  'januar',
  'februar',
  'märz',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'dezember',
];
const anyMonth = months.join('|');
const ofMonth = `(?:im|des|vom) (?:(?:nächsten|diesen|dieses|laufenden) )?(?:monats?|quartals?|jahre?s?|${anyMonth})`;
const numbers = [
  'ein|eine|einem|einer|eins',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
];
const number = `(\\d{1,3}|${numbers.join('|')})`;
const parts: Readonly<Record<string, DayPart>> = {
  früh: 'morning',
  morgen: 'morning',
  vormittag: 'morning',
  mittag: 'midday',
  nachmittag: 'afternoon',
  abend: 'evening',
  nacht: 'night',
};
const minutesBeside: Readonly<Record<string, number>> = { fünf: 5, zehn: 10, viertel: 15, zwanzig: 20 };
const ofDay = '(früh|morgen|vormittag|mittag|nachmittag|abend|nacht)';
const units = { minute: 'minute', stunde: 'hour', tag: 'day', woche: 'week' } as const;

const readings: readonly Reading[] = [
  [
    words('([01]?\\d|2[0-4])(?:[:.]([0-5]\\d))? ?uhr(?: ([0-5]\\d))?'),
    ([, h, m, after]) => clock(Number(h) * 60 + Number(m ?? after ?? 0)),
  ],
  [words(`(${numbers.join('|')}) uhr`), ([, hour = '']) => clock(numberWord(hour, numbers) * 60)],
  [words(`dreiviertel ${number}`), ([, hour = '']) => clock(eitherHalf(numberWord(hour, numbers) - 1, 45))],
  [
    words(`(fünf|zehn|viertel|zwanzig) (nach|vor) ${number}`),
    ([, many = '', way = '', hour = '']) => {
      const [at, minutes] = [numberWord(hour, numbers), minutesBeside[many.toLowerCase()] ?? 0];
      return clock(way.toLowerCase() === 'nach' ? eitherHalf(at, minutes) : eitherHalf(at - 1, 60 - minutes));
    },
  ],
  // `um acht`: a number in words is an hour only after `um` or `gegen`.
  [
    new RegExp(`(?<=(?<!\\p{L})(?:um|gegen) )(eins|${numbers.slice(1).join('|')})(?! \\p{Lu}|[\\p{L}-])`, 'uy'),
    ([, hour = '']) => clock(eitherHalf(numberWord(hour, numbers)), true),
  ],
  [words(`halb ${number}`), ([, hour = '']) => clock(eitherHalf(numberWord(hour, numbers) - 1, 30))],
  [words('mitternacht'), () => clock([minutesOfDay, 0])],
  [words('(?:ende des (?:arbeits|werk)?tage?s|feierabend|dienstschluss|geschäftsschluss|tagesende)'), () => endOfDay],
  [words(`heute ${ofDay}`), ([, name]) => [relativeDay(0), part(partOf(name), false)]],
  [words('heute in (?:einer|1) woche'), () => relativeDay(7)],
  [words('(?:heute|morgen) in (?:acht|8|14|vierzehn) tagen'), () => looseDay],
  [words('heute'), () => relativeDay(0)],
  [words('übermorgen'), () => relativeDay(2)],
  [words('gestern'), () => relativeDay(-1)],
  [words('morgen in (?:einer|1) woche'), () => relativeDay(8)],
  [words(`morgen ${ofDay}`), ([, name]) => [relativeDay(1), part(partOf(name), false)]],
  [/morgen(?![\p{L}\d])/uy, () => relativeDay(1)],
  // At the beginning of a sentence `Morgen` is tomorrow; elsewhere, with a capital, it is the morning.
  [/(?<=(?:^|[.!?:] )[\s*_>-]{0,6})Morgen(?= (?:um|gegen|ab|bis|vor|nach) )/uy, () => relativeDay(1)],
  [words(`${weekday}${farther}`), () => looseDay],
  [words(`(?:am |zum |bis )?(?:ersten|zweiten|dritten|vierten|letzten) ${weekday} ${ofMonth}`), () => looseDay],
  [
    words(`(?:nächste|kommende)r? woche(?: am)? ${weekday}`),
    ([, name = '']) => weekdayNamed(name, weekdays, 'of-next-week'),
  ],
  [
    words(`${weekday} (?:(?:in )?der )?(?:nächste|kommende)[nr]? woche`),
    ([, name = '']) => weekdayNamed(name, weekdays, 'of-next-week'),
  ],
  [words(`${weekday}${ofDay}`), ([, name = '', of]) => weekdayPart(name, of)],
  [
    words('(?:bis )?(?:zum )?(?:ende der (?:laufenden |dieser )?woche|wochenschluss)'),
    () => day({ kind: 'week', weeks: 0, end: true }),
  ],
  [
    words('ende (?:der )?(?:nächsten|nächster|kommenden|kommender) woche'),
    () => day({ kind: 'week', weeks: 1, end: true }),
  ],
  [words('(?:nächste|nächster|kommende|kommender) woche'), () => day({ kind: 'week', weeks: 1, end: false })],
  [words('(?:ende des (?:laufenden )?monats|ende des monats|monatsende)'), () => day({ kind: 'month-end', months: 0 })],
  [words('(?:ende )?(?:des )?nächsten monats'), () => day({ kind: 'month-end', months: 1 })],
  [words(`(?:in|binnen|innerhalb von) ${number} (?:werk|arbeits)tage?n?`), () => looseDay],
  [words('(?:(?:ende|anfang|mitte|beginn) )?(?:der )?(?:KW|kalenderwoche) ?\\d{1,2}'), () => looseDay],
  [words('(?:in|innerhalb) (?:einer|der nächsten) (?:halben|½) stunde'), () => span(30, 'minute')],
  [words('innerhalb (?:einer|der nächsten) stunde'), () => span(1, 'hour')],
  [
    words('in (?:acht|8) tagen'),
    // Means a week as often as eight days.
    () => looseDay,
  ],
  [
    words(`(?:in|binnen|innerhalb von) ${number} (minute|stunde|tag|woche)(?:e?n)?`),
    ([, many = '', unit = '']) => span(numberWord(many, numbers), units[unit.toLowerCase() as keyof typeof units]),
  ],
  [
    words(`(?:(nächste[nrm]?) )?(?:kommende[nrm]? |diese[nrm]? )?${weekday}`),
    ([, order, name = '']) => weekdayNamed(name, weekdays, order === undefined ? null : 'next'),
  ],
  [
    words(`(\\d{1,2})\\. ?(${anyMonth})(?: ([12]\\d{3}))?`),
    ([, date = '', name = '', year]) => dateNamed(date, name, months, year),
  ],
  [words('wochenende'), () => looseDay],
  [
    /(Mo|Di|Mi|Do|Fr|Sa|So)\.?(?=,? ?(?:den )?\d)/y,
    ([, name = '']) => weekdayNamed(weekdays.find((each) => each.startsWith(name.toLowerCase())) ?? '', weekdays, null),
  ],
  [words(`(?:am )?${ofDay}s?`), ([, name = '']) => (name === 'morgen' ? null : part(partOf(name)))],
];

export const german: TimeLanguage = {
  readings,
  cues: {
    before: ['bis', 'spätestens', 'fällig'],
    beforeStart: ['vor'],
    announced: ['frist', 'termin', 'stichtag', '(?:an|ab|ein)\\p{Ll}{3,6}schluss'],
    between: ['zum', 'zur', 'am', 'den', 'der', 'dem', 'um', 'spätestens', 'diesen', 'diese', 'kommenden'],
    first: [
      'in (?:eine[mr]? |zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)',
      'binnen|innerhalb',
      'heute|morgen|übermorgen',
      anyWeekday,
      `(?:nächste|kommende|diese)[nrms]? (?:${anyWeekday}|woche)`,
      '(?:(?:mo|di|mi|do|fr|sa|so)\\.?,? (?:den )?)?\\d{1,2}\\.\\d{1,2}\\.',
    ],
  },
  tense: {
    weekdays: anyWeekday,
    recurring: [
      'täglich',
      'wöchentlich',
      'monatlich',
      '(?:öffnungs|sprech|büro|geschäfts)zeiten|sprechstunden?',
      'jeden',
      'jede',
      'immer',
    ],
    and: ['und'],
    to: ['bis'],
    past: ['wurden?', 'war', 'waren', 'hatten?'],
    setForLater: [
      'verschoben|verlegt|vertagt|verlängert',
      'angesetzt',
      'geplant',
      'vereinbart',
      'gebeten|aufgefordert',
    ],
    conditional: ['wenn', 'falls', 'sobald'],
    pastAfter: [
      'wurden?|war|waren|hatten?',
      '(?:haben|hat|ist|sind)(?!\\p{L}).{0,60}\\p{L}{0,10}ge\\p{L}{2,14}(?:t|en)',
      '(?:habe|haben|hat)(?!\\p{L}).{0,60}\\p{L}{3,14}(?:iert|ed)',
    ],
    sinceBefore: ['ursprünglich(?: für)?', 'statt', 'vergangene[nrms]?', 'letzte[nrms]?', 'gestern', 'seit'],
    records: [
      'log|protokoll|mitschnitt|sicherung|backup|bericht|mail|nachricht|screenshot|fehler|alarm|ausfall|absturz',
    ],
    around: [
      // "Wir hätten es bis Freitag gebraucht"; "ich hätte es gern bis Freitag" is a wish.
      'hätte(?:n|st|t)?(?!\\p{L})(?![^\u0001]{0,80}\\sgern)[^\u0001]{0,80}\\s\u0001\\s+(?:\\p{L}+\\s+){0,2}\\p{Ll}{0,6}(?:ge|ver|be|ent|er|zer)\\p{Ll}{2,14}(?:t|en)(?!\\p{L})',
      // "Am Montag um 9 Uhr fiel der Strom aus".
      '\u0001 (?:fiel|ging|kam|begann|lief|brach|blieb|traf|nahm|gab|fand|schlug|stieg|sank|rief|schrieb|hing|riss|starb)(?:en)? (?:der|die|das|wir|ich|er|sie|es|ein|eine|unser|mein)(?!\\p{L})',
      // "Am Montag um 9 Uhr startete der Knoten".
      '\u0001 (?!bitte|möchte|könnte|sollte|müsste|dürfte|hätte|wollte)\\p{Ll}{3,14}te(?:n|t)? (?:der|die|das|wir|ich|er|sie|es|ein|eine|unser|mein)(?!\\p{L})',
      // "Ich habe es am Dienstag verschoben"; in "auf Dienstag verschoben" the time is ahead.
      '(?:habe|hat|haben|hast|hatten?)(?!\\p{L})[^\u0001]{0,80}\\s(?:am|um|gegen)\\s+\u0001\\s+(?:\\p{L}+\\s+){0,2}\\p{Ll}{0,6}(?:ge|ver|be|ent|er|zer)\\p{Ll}{2,14}(?:t|en)(?!\\p{L})',
      // "Die Umstellung ist am Montag um 9 Uhr erfolgt", not "ist am Montag geplant".
      '(?:ist|sind)(?!\\p{L})[^\u0001]{0,80}\\s(?:am|um|gegen)\\s+\u0001\\s+(?:\\p{L}+\\s+){0,2}(?:erfolgt|gelaufen|passiert|geschehen|gestartet|gescheitert|abgestürzt|\\p{Ll}{0,5}gefallen|\\p{Ll}{0,5}gegangen)(?!\\p{L})',
      // "Wir haben bis Freitag gewartet"; in "bis Freitag verlängert" the time is ahead.
      '(?:haben?|hat|hatten?|sind|ist)(?!\\p{L})[^\u0001]{0,80}\\sbis\\s+(?:zum\\s+)?\u0001\\s+(?:\\p{L}+\\s+){0,2}(?:gewartet|gearbeitet|gebraucht|gedauert|gelaufen|gehalten)(?!\\p{L})',
      '(?:lief|liefen|dauerten?|hielt|hielten|blieb|blieben|stand|standen|lag|lagen|ging|gingen)(?:\\s+[\\p{L}\\d-]+){0,4}\\s+bis\\s+(?:zum\\s+|am\\s+)?\u0001',
    ],
    length: ['fertig', 'erledigt'],
    request: ['bitte', '(?:kannst|könntest|könnt) (?:du|ihr)|können sie', 'brauche|brauchen'],
    announced: ['bitte|wird|werden|muss|soll', 'schließt|endet|beginnt|startet|öffnet|läuft|verfällt'],
  },
};

function partOf(name = ''): DayPart {
  return parts[name.toLowerCase()] ?? 'morning';
}

function weekdayPart(name: string, of: string | undefined) {
  const found = weekdayNamed(name, weekdays, null);
  return found && [found, part(partOf(of), false)];
}
