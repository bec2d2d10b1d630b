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
  weekdayNamed,
  words,
} from '../timePart';
import type { TimeLanguage } from './timeLanguage';

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const anyWeekday = weekdays.join('|');
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const anyMonth = months.join('|');
const numbers = ['un|une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'];
const number = `(\\d{1,3}|${numbers.join('|')})`;
const ofDay = '(matin|midi|après-midi|soir|nuit)';
const quarters: Readonly<Record<string, number>> = { 'et quart': 15, 'et demie': 30, 'moins le quart': -15 };
const units = { minute: 'minute', heure: 'hour', jour: 'day', semaine: 'week' } as const;

/** `pour trois heures et demie` is a length. */
const aClock = '(?<=(?<!\\p{L})(?:à|avant|vers) )';

const readings: readonly Reading[] = [
  [
    words(`${aClock}([01]?\\d|2[0-4]|${numbers.join('|')}) ?(?:heures?|h)(?: (et demie|et quart|moins le quart))`),
    ([, hour = '', quarter = '']) => hourAndQuarter(numberWord(hour, numbers), quarters[quarter.toLowerCase()] ?? 0),
  ],
  [
    words(`${aClock}(${numbers.join('|')}) heures?`),
    ([, hour = '']) => clock(eitherHalf(numberWord(hour, numbers)), true),
  ],
  // A length, not a time of day.
  [words("(?<=\\bd[’']ici )([1-9]|1[0-2]|24|36|48|72) heures?"), ([, many]) => span(Number(many), 'hour')],
  [
    words('([01]?\\d|2[0-4]) ?heures?(?: ([0-5]\\d))?'),
    ([, hours, minutes]) => clock(Number(hours) * 60 + Number(minutes ?? 0)),
  ],
  [words('midi'), () => clock(minutesOfDay / 2)],
  [words('minuit'), () => clock([minutesOfDay, 0])],
  [words('(?:la )?fin de (?:la )?journée'), () => endOfDay],
  [words("aujourd[’']hui"), () => relativeDay(0)],
  [words('après-demain'), () => relativeDay(2)],
  [words('demain'), () => relativeDay(1)],
  [words('hier'), () => relativeDay(-1)],
  [words(`ce(?:t|tte)? (matin|midi|après-midi|soir|nuit)`), ([, name]) => [relativeDay(0), part(partOf(name), false)]],
  [words('(?:la )?fin de (?:la |cette )?semaine'), () => day({ kind: 'week', weeks: 0, end: true })],
  [words('(?:la )?fin de la semaine prochaine'), () => day({ kind: 'week', weeks: 1, end: true })],
  [words('(?:la )?semaine prochaine'), () => day({ kind: 'week', weeks: 1, end: false })],
  [words('(?:la )?fin (?:du|de|de ce) mois(?! prochain)'), () => day({ kind: 'month-end', months: 0 })],
  [words(`(?:dans|sous|d[’']ici) ${number} jours? (?:ouvr[ée]s|ouvrables)`), () => looseDay],
  [words('(?:la )?semaine \\d{1,2}'), () => looseDay],
  [
    words('(?:dans|sous) (?:huit|8|quinze|15) jours'),
    // Means one week as often as two.
    () => looseDay,
  ],
  [
    words(`(?:dans|sous) ${number} (minute|heure|jour|semaine)s?`),
    ([, many = '', unit = '']) => span(numberWord(many, numbers), units[unit.toLowerCase() as keyof typeof units]),
  ],
  // `jeudi 26 à 10h`
  [new RegExp(`(?<=(?:${anyWeekday}) )(\\d{1,2})(?= à )`, 'iuy'), ([, date]) => monthDay(date)],
  [
    words(`(?:${anyWeekday}) en (?:huit|quinze)`),
    // The weekday after the coming one, and the one after that.
    () => looseDay,
  ],
  [
    words(`(?:premier|deuxième|troisième|dernier) (?:${anyWeekday}) (?:du mois|de l['’]année|d['’e] ?(?:${anyMonth}))`),
    () => looseDay,
  ],
  [
    words(`(${anyWeekday})(?! saint| de (?:pâques|pentecôte)| noir)( prochain)?`),
    ([, name = '', next]) => weekdayNamed(name, weekdays, next === undefined ? null : 'next'),
  ],
  [
    words(`(\\d{1,2}|1er) (${anyMonth})(?: ([12]\\d{3}))?`),
    ([, date = '', name = '', year]) => dateNamed(date.replace('er', ''), name, months, year),
  ],
  [words(`(?:en |dans la |l[’'])?${ofDay}`), ([, name]) => part(partOf(name))],
];

export const french: TimeLanguage = {
  readings,
  cues: {
    before: ["d['’]ici", 'au plus tard', 'pour'],
    beforeStart: ['avant', "jusqu['’](?:au?|en|à)"],
    announced: ['échéance', 'date limite'],
    between: ['le', 'la', 'les', 'au', 'à'],
    first: [
      'demain|aujourd',
      'ce soir|cet après-midi',
      'dans (?:\\d|une? |deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze)',
      anyWeekday,
    ],
  },
  tense: {
    weekdays: anyWeekday,
    recurring: ['chaque', 'tous les', 'toutes les', "horaires|heures d['’]ouverture"],
    and: ['et'],
    to: ['à'],
    past: [
      'était|étaient|avait|avaient',
      'aur(?:ais|ait|ions|iez|aient) (?:été|dû|pu|\\p{L}{2,20}[éiu]e?s?)',
      "(?:ai|as|avez|a|ont|avons|sont|s[’']est) (?:été|eu lieu|pris fin|fini|fait|dit|écrit|mis|(?!lieu)\\p{L}{2,20}(?:ée?s?|ue?s?))",
      '(?:est|sont) (?:tombé|parti|arrivé|revenu|survenu)e?s?',
    ],
    setForLater: ['reporté', 'prévue?', 'fixée?', "(?:demandé|décidé|convenu|promis|prié)e?s?(?= (?:de|que|d['’]))"],
    conditional: ['si', 'quand'],
    pastAfter: ['derni[eè]re?', 'passée?', "s['’]est", 'a été', 'ont été'],
    sinceBefore: ['au lieu d[eu]', 'hier', 'depuis'],
    records: ['journal|journaux|trace|capture|rapport|sauvegarde|message|courriel|panne|incident|erreur|compte rendu'],
    around: [
      // "Lundi à 9h le serveur a redémarré".
      "\u0001,? (?:(?:(?:le|la|les|notre|un|une) |l['’])[\\p{L}-]+ |(?:on|ils?|elles?) )?(?:a|ont) (?!prév|fix|plani|convenu)\\p{L}{2,20}(?:é|ée|és|ées|u|ue|i|is)(?!\\p{L})",
      "(?:dura|duré|tenu|marché|tourné)(?:\\s+[\\p{L}\\d'’-]+){0,4}\\s+jusqu['’](?:au?|en|à)\\s+\u0001",
    ],
    length: [],
    request: ['merci', 'peux-tu|pouvez-vous|pourrais-tu|pourriez-vous', "s['’]il (?:te|vous) plaît|svp"],
    announced: ['merci|doit|faut|sera', 'ferme|expire|commence|termine|ouvre'],
  },
};

function partOf(name = ''): DayPart {
  const word = name.toLowerCase();
  if (word === 'matin') return 'morning';
  if (word === 'midi') return 'midday';
  if (word === 'soir') return 'evening';
  return word === 'nuit' ? 'night' : 'afternoon';
}
