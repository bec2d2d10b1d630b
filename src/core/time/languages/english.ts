import { minutesOfDay, weekdays } from '../localDate';
import {
  clock,
  type DayPart,
  dates,
  day,
  eitherHalf,
  endOfDay,
  looseDay,
  numberWord,
  part,
  type Reading,
  relativeDay,
  span,
  type TimePart,
  type WhichWeekday,
  words,
} from '../timePart';
import { monthNames } from '../writeClock';
import type { TimeLanguage } from './timeLanguage';

const monthStart = `(?:${monthNames.join('|')})`;
const wholeWeekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
/** `Fri. 17:00`, `Fri. at 5pm`, `Fri. 27 Nov`; elsewhere the stop ends a sentence. */
const shortened = `(?:\\.(?=,? at \\d{1,2}(?![\\d\\p{L}])|,? (?:at )?\\d{1,2}(?:[:.]\\d|h|[ap]m| [ap]m|(?:st|nd|rd|th)? ${monthStart})|,? ${monthStart}|,? (?:EO[DB]|CO[BP]|noon|midday)\\b))?`;
/** Feast days and the like that are named by a weekday, which does not say which date is meant. */
const feasts = 'black|cyber|giving|good|easter|palm|ash|shrove|maundy|holy|whit|fat|super|patch';
const weekday = `(?<!\\b(?:${feasts}) )(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(day)?${shortened}`;
const which = '(?:(next|this coming|this|coming|the following|following) )?';
const further = '( week(?! \\d)| (?:of )?next week| after next)?';
const month = `(${monthNames.join('|')})(?:uary|ruary|ch|il|e|y|ust|t(?:ember)?|ober|ember)?(?:\\.(?=,? (?:\\d|at |@)))?`;
const ordinal = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?:,? ([12]\\d{3}))?';
const numbers = [
  'a|an|one',
  'two|a couple of',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const number = `(\\d{1,3}|${numbers.join('|')})`;
/** Without "a", which gives another meaning: "half an hour", "a quarter past a build". */
const hourNumber = `(\\d{1,2}|one|two|${numbers.slice(2).join('|')})`;
/** Words that make a length of an hour in words: "half one year later", "ten minutes to two days". */
const noLength = '(?! (?:of|an?|the|hours?|days?|weeks?|months?|years?|minutes?)(?!\\p{L}))';
const minutesBeside: Readonly<Record<string, number>> = { five: 5, ten: 10, twenty: 20, 'twenty-five': 25 };
const ofDay = '(morning|lunch ?time|lunch|afternoon|evening|night)';

/** Up to four words. */
const few = "(?:\\s+[\\p{L}\\d'’-]+){0,4}";

const readings: readonly Reading[] = [
  [
    words('EOD|EOB|COB|COP|end of (?:the )?(?:business )?(?:day|business|play)|close of (?:business|play)'),
    () => endOfDay,
  ],
  [words('(?:the )?end of today'), () => [relativeDay(0), endOfDay]],
  [words('(?:the )?end of tomorrow'), () => [relativeDay(1), endOfDay]],
  [
    words(`(?:the )?end of ${which}${weekday}`),
    ([, order, name, rest]) => {
      const found = readWeekday(order, name, rest);
      return found && [found, endOfDay];
    },
  ],
  [words('(?:12 )?(?:noon|midday)'), () => clock(minutesOfDay / 2)],
  // Midnight at the beginning of a day or at its end.
  [words('(?:12 )?midnight'), () => clock([minutesOfDay, 0])],
  [words(`${hourNumber} ?o['’]?clock`), ([, hour = '']) => hours(numberWord(hour, numbers), 0)],
  [words(`(?:a )?quarter past ${hourNumber}`), ([, hour = '']) => hours(numberWord(hour, numbers), 15)],
  // "Half nine" is half past nine.
  [words(`half (?:past )?${hourNumber}${noLength}`), ([, hour = '']) => hours(numberWord(hour, numbers), 30)],
  [
    words(`(five|ten|twenty-five|twenty) (past|minutes to) ${hourNumber}${noLength}`),
    ([, many = '', way = '', hour = '']) => {
      const [at, minutes] = [numberWord(hour, numbers), minutesBeside[many.toLowerCase()] ?? 0];
      return way.toLowerCase() === 'past' ? hours(at, minutes) : hours(at - 1, 60 - minutes);
    },
  ],
  // `before 6 tonight`: the day behind it makes an hour of the number, but not that of "before 6 Monday builds".
  [
    new RegExp(
      `(?<=\\b(?:by|before|than|until|till|at|from|around|about) )(1[0-2]|[1-9])(?= (?:tonight|today|tomorrow|this (?:morning|afternoon|evening)|on ${wholeWeekday}|${wholeWeekday}(?=\\s*(?:[^\\s\\w-]|$)| (?:please|pls|and|or|so|if|to|at the latest|latest)\\b))\\b)`,
      'iy',
    ),
    ([, hour]) => clock(eitherHalf(Number(hour)), true),
  ],
  [words(`(?:a )?quarter to ${hourNumber}`), ([, hour = '']) => hours(numberWord(hour, numbers) - 1, 45)],
  [/(\d{1,2})(?= (?:in the (?:morning|afternoon|evening)|at night)\b)/iy, ([, hour]) => hours(Number(hour), 0)],
  [words('the day after tomorrow'), () => relativeDay(2)],
  [words('today'), () => relativeDay(0)],
  [words('yesterday'), () => relativeDay(-1)],
  [words('tomorrow|tmrw?'), () => relativeDay(1)],
  [words('tonight'), () => [relativeDay(0), part('night', false)]],
  [words(`this (morning|afternoon|evening)`), ([, name]) => [relativeDay(0), part(partOf(name), false)]],
  [words('first thing(?: in the morning)?'), () => part('start')],
  [words(`(?:in the |at |early |late |mid-?)?${ofDay}`), ([, name]) => part(partOf(name))],
  [words('(?:EOW|(?:the )?end of (?:the |this )?week)(?! \\d)'), () => day({ kind: 'week', weeks: 0, end: true })],
  [words('(?:the )?end of next week'), () => day({ kind: 'week', weeks: 1, end: true })],
  [words('weekend'), () => looseDay],
  [words('next week'), () => day({ kind: 'week', weeks: 1, end: false })],
  [words("EOM|(?:the )?end of (?:the |this )?month|month[’' -]?s? ?end"), () => day({ kind: 'month-end', months: 0 })],
  [words('(?:the )?end of next month'), () => day({ kind: 'month-end', months: 1 })],
  // Neither the holidays of these days are known, nor the calendar by which a week has its number.
  [words(`(?:in|within) ${number} (?:business|working|work) ?days?`), () => looseDay],
  [
    words('(?:(?:the )?(?:end|beginning|middle) of )?(?:CW|KW|(?:calendar )?week) ?\\d{1,2}(?! of )|\\d{4}-?W\\d{2}'),
    () => looseDay,
  ],
  [words('(?:in|within) (?:half an|the next half) hour'), () => span(30, 'minute')],
  [words('(?:in|within) an hour and a half'), () => span(90, 'minute')],
  [
    words(`(?:in|within) ${number} and a half hours?`),
    ([, many = '']) => span(numberWord(many, numbers) * 60 + 30, 'minute'),
  ],
  [words('within (?:the|an?) hour'), () => span(1, 'hour')],
  [
    words(`(?:in|within)(?: the next)? ${number} (minute|hour|day|week)s?`),
    ([, many = '', unit = '']) => span(numberWord(many, numbers), unitOf(unit)),
  ],
  [
    words(`(?:in|within)(?: the next)? ${number} ?(min|hr|h)s?`),
    ([, many = '', unit = '']) => span(numberWord(many, numbers), /^min/i.test(unit) ? 'minute' : 'hour'),
  ],
  // `ETA 2h` is in two hours; `ETA 18h` is as likely an hour of the day.
  [
    /(?<=\bETA[\s:*_|]{1,6}(?:(?:is|of|about|around) )?~?)(\d(?=h| h)|\d{1,3}(?= ?[mh][ior])) ?(minute|min|hour|hr|h)s?(?![\p{L}\p{N}]| (?:per|each|an?) )/iuy,
    ([, many = '', unit = '']) => span(Number(many), /^min/i.test(unit) ? 'minute' : 'hour'),
  ],
  [words('a week (?:from )?today|today week'), () => relativeDay(7)],
  [words('a week (?:from )?tomorrow|tomorrow week'), () => relativeDay(8)],
  [words(`a week (?:on|from) ${weekday}`), ([, name, rest]) => readWeekday(undefined, name, rest, ' week')],
  // Neither of these is the coming weekday.
  [
    words(`${weekday} (?:fortnight|in (?:${numbers.slice(0, 4).join('|')}|\\d{1,2}) weeks?)(?:['’]? time)?`),
    ([, name, rest]) => readWeekday(undefined, name, rest) && looseDay,
  ],
  [
    words(
      `(?:the )?(?:first|second|third|fourth|last|[1-4](?:st|nd|rd|th)) ${weekday} (?:of|in) (?:(?:the |this |next )?(?:month|quarter|year)|${month})`,
    ),
    () => looseDay,
  ],
  // One of two days; it is not known which.
  [
    words(`${weekday} ?/ ?${weekday}`),
    ([, one, rest, other, last]) =>
      readWeekday(undefined, one, rest) && readWeekday(undefined, other, last) && looseDay,
  ],
  [words(`${which}${weekday}${further}`), ([, order, name, rest, later]) => readWeekday(order, name, rest, later)],
  [words(`${ordinal} (?:of )?${month}${year}`), ([, date, name, of]) => named(date, name, of)],
  [words(`${month} ${ordinal}${year}`), ([, name, date, of]) => named(date, name, of)],
];

export const english: TimeLanguage = {
  readings,
  cues: {
    before: [
      'by',
      'due',
      'no later than',
      'not later than',
      'ETA',
      '(?:clos|end|expir|laps|freez)e?s',
      'goes (?:down|live|out|off|up)',
      'runs out',
    ],
    beforeStart: ['before', 'until', 'till', '(?:start|begin|open)e?s'],
    announced: ['deadline', 'cut-?off(?: time)?'],
    between: ['on', 'at', 'the', 'date', 'is', 'latest', 'around', 'about', 'by'],
    first: [
      'EOD|EOB|COB|COP',
      'first thing',
      'within',
      'between \\d{1,2}:',
      'half past|(?:a )?quarter (?:past|to)',
      `(?:half|(?:five|ten|twenty) past) (?:${numbers.slice(1).join('|')})`,
      `(?:first|second|third|fourth|last) ${wholeWeekday} (?:of|in)`,
      '(?:end|close) of (?:the )?(?:day|business|play)',
      `(?<=\\b(?:at|around|about) )(?:1[0-2]|[1-9]) (?:tonight|today|tomorrow|this (?:morning|afternoon|evening)|on ${wholeWeekday})`,
      'today|tonight|tomorrow|tmrw?',
      'the day after',
      'this (?:afternoon|evening)',
      'in (?:\\d|half an |the next |a |an |one |two |three |four |five |six |seven |eight |nine |ten )',
      '(?:next |this |coming )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}',
      `\\d{1,2}(?:st|nd|rd|th)? (?:of )?${monthStart}`,
      'the \\d{1,2}(?:st|nd|rd|th)',
      `${monthStart}[a-z]{0,6}\\.? \\d`,
    ],
  },
  tense: {
    weekdays: `${wholeWeekday}s?`,
    recurring: [
      'every',
      'each',
      'daily',
      'weekly',
      'monthly',
      'usually',
      'always',
      'typically',
      'by default',
      'on average',
      'normally',
      'nightly',
      'weekdays|weekends|working days',
      `recurring|fortnightly|bi-?weekly|${wholeWeekday}s`,
      '(?:office|opening|business|shop|store|working|support|quiet) hours(?::| are)',
    ],
    and: ['and', '&', 'or'],
    to: ['to', 'through', 'thru'],
    past: [
      // "We would have needed it by Friday"; in "I would have it by Friday" the time is ahead.
      "(?:would|could|\\p{L}{1,4}['’]d)(?:n['’]t)? have (?:been|had|\\p{L}{3,12}ed|done|made|sent|gone|taken|written|known)",
      'was',
      'were',
      'had',
      'did',
      "didn[’']t",
      "wasn[’']t",
      "weren[’']t",
    ],
    setForLater: [
      'moved|postponed|extended|scheduled|rescheduled|planned|pushed|delayed|set',
      'agreed|promised|asked|requested|invited|told|decided|supposed',
    ],
    conditional: ['if', 'unless', 'once', 'when', 'whether'],
    pastAfter: ['ago'],
    sinceBefore: [
      '(?:originally|initially|previously)(?: \\p{L}{3,9}ed)?(?: for)?',
      'instead of|rather than',
      'last',
      'past',
      'previous',
      'yesterday',
      'since',
      'ever since',
    ],
    records: [
      '(?:log|trace|dump|screen ?shot|backup|snapshot|recording|graph|chart|metric|message|mail|thread|post|comment|note|report|error|alert|alarm|incident|outage)s?',
      'minutes|crash(?:es)?|transcript',
    ],
    around: [
      '^[\\s*_#>-]{0,6}cancell?ed:[^\u0001]*\u0001',
      '\u0001, (?:resolved|mitigated|fixed|recovered|restored|rolled back|reverted)(?!\\p{L})',
      '(?:moved|shifted|postponed|pushed|changed|rescheduled) from \u0001 to(?!\\p{L})',
      '\u0001 last (?:week|month|year)',
      // "It has been done on Friday at 18:00", not "has been scheduled on Friday" or "has been opened and closes on
      // Friday".
      `(?:has|have|had) (?:just |already )?been (?!plan|schedul|resched|set|agree|arrang|book|confirm|announc|postpon|propos|(?:ask|told|request|remind|invit|requir|expect)\\p{L}*\\s+to\\s)\\p{L}{2,14}(?:\\s+(?!(?:and|but|that|which)\\s)[\\p{L}\\d'’-]+){0,4}\\s+(?:on|at)(?: the)? \u0001`,
      // "The outage lasted from Friday 17:00 to Saturday 02:00", not "it was moved from Friday to Saturday 02:00".
      '(?:ran|took|lasted|held|stayed|(?:was|were) (?!mov|chang|shift|resched|schedul|postpon|push|delay|extend|plan|set|put)\\p{L}{2,14}) from [^\u0001]{1,40} (?:to|until|till) \u0001',
      '#{1,6} [^\u0001]{0,80}(?<!\\p{L})(?:notes|minutes|recap|protokoll|compte[ -]rendu|acta)(?!\\p{L})[^\u0001]{0,40}\u0001',
      // "I moved it on Tuesday", "they told us at 5pm"; in "moved to Tuesday" the time is ahead.
      `(?:moved|postponed|delayed|extended|pushed|(?:asked|promised|told|decided)(?!(?:\\s\\p{L}+)?\\sto\\s))${few}\\s+(?:on|at)(?:\\s+the)?\\s+\u0001`,
      `(?<!(?<!\\p{L})(?:is|are|be|being|been|gets?)\\s)(?<=\\p{L}\\s)(?:ran|took|lasted|held|kept|went on|stayed|remained|waited|worked|noticed|persisted|survived|sat)${few}\\s+(?:until|till|before)\\s+(?:the\\s+)?\u0001`,
      // "On Monday at 9:00 the node restarted", not "the release planned for May".
      `\u0001,? (?:the|our|my|its|an?) (?:(?!(?:is|are|be|gets?) )[\\p{L}\\d-]+ ){1,2}(?!plan|schedul|expect|propos|need|requir|agree|call|nam|own|us)\\p{L}{2,14}ed(?=\\s*(?:[.,;!?)]|$)| (?:at|on|in|to|with|by|from|because|after|again|and|twice|without|due)(?!\\p{L}))`,
      `on \u0001,? (?:I|we|they|he|she|it) (?!need)\\p{L}{3,14}ed(?!\\p{L})`,
      // "They had promised it by Friday but failed".
      '\u0001,? but (?:(?:they|we|it|I|he|she|nobody|no one|none|never|still) ){0,2}(?:failed|missed|slipped|did|was|were|forgot)',
      // "The job ran at 17:00 and finished by 18:00".
      `(?:ran|came|began|went|fell|broke|took|(?!need|plan|schedul)\\p{L}{2,14}ed) (?:at|on|around|from) [^\u0001]{1,40}\\band (?:was |were )?\\p{L}{2,14}(?:ed|pt|lt) by \u0001`,
      `(?:I|we|they|he|she|it) (?:had |all )?(?:left|went|came|arrived|got (?:here|there|home)) by \u0001`,
      `as (?!plan|schedul|expect|requir|need|propos)\\p{L}{3,14}(?:ed|t)(?:\\s+(?:on|at|in|with|by|our|the|my|your|last|\\p{L}{4,9})){0,4}\\s+\u0001`,
      `(?:per|further to)${few}\\s+(?:on|of|at|from)\\s+(?:the\\s+)?\u0001`,
    ],
    length: ['done', 'completed?s?', 'finishe[ds]', 'built', 'processed', 'takes?', 'loads?', 'responds?', 'fixed'],
    request: [
      'please|pls|kindly|can (?:you|we)|could (?:you|we)|would you|asks? you',
      '(?:I|we) need|needs? (?:it|this|you|an?|your)',
      'let me know',
    ],
    announced: [
      "will|won[’']t|shall|going to|please|must|should|need|can|is|are",
      'closes?|ends?|expires?|starts?|begins?|opens?|finishes|runs out|lapses?|due',
      "am|^[\\s*_>-]{0,6}(?:(?:I|we)[’']?(?:m|re) )?back",
    ],
  },
};

function hours(hour: number, minute: number): TimePart | null {
  return hour >= 0 && hour <= 24 ? clock(eitherHalf(hour, minute)) : null;
}

function partOf(name = ''): DayPart {
  const word = name.toLowerCase();
  if (word.startsWith('lunch')) return 'midday';
  return word as DayPart;
}

function unitOf(unit: string): 'minute' | 'hour' | 'day' | 'week' {
  return unit.toLowerCase() as 'minute' | 'hour' | 'day' | 'week';
}

const orders: Readonly<Record<string, WhichWeekday>> = { ' week': 'week-later', ' after next': 'after-next' };

/**
 * `by sat` and `by Sun` may be something else; the words next to them decide. A short name must begin with a capital.
 */
function readWeekday(order: string | undefined, name = '', rest: string | undefined, later = ''): TimePart | null {
  const short = rest === undefined;
  const [first = ''] = name;
  if (short && first === first.toLowerCase() && !/^(?:tues|thurs?)$/.test(name)) return null;
  if (!short && /^(?:tue|thur?|sat|wed)$/i.test(name)) return null;
  const found = weekdays.find((each) => name.toLowerCase().startsWith(each));
  if (!found) return null;
  return day({ kind: 'weekday', weekday: found, which: whichOf(order, later.toLowerCase()), short });
}

function whichOf(order: string | undefined, later: string): WhichWeekday {
  if (later !== '') return orders[later] ?? 'of-next-week';
  if (order === undefined) return null;
  return order.toLowerCase() === 'next' ? 'next' : 'this';
}

function named(date = '', name = '', of?: string): TimePart | null {
  const at = monthNames.findIndex((each) => each.toLowerCase() === name.slice(0, 3).toLowerCase());
  return dates([{ month: at + 1, day: Number(date) }], of === undefined ? null : Number(of));
}
