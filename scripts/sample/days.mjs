// Moves the sample workspace's recent dates by whole weeks, so that its story ends in the last seven days before any
// day, on the same weekdays. The same day always gives the same texts.

const weekMs = 7 * 86_400_000;
/** The first day on which the fixture's own dates are those of the sample. */
const firstDay = Date.parse('2026-11-21T00:00:00Z');
/** Dates between these are part of the story; older ones are the repository's past and stay. */
const [storyBegins, storyEnds] = [Date.parse('2026-10-25T00:00:00Z'), Date.parse('2026-12-05T00:00:00Z')];
/** Offsets from UTC in hours, in the fixture's own weeks, in which no clock changes. */
const offsets = { 'Europe/London': 0, 'Asia/Tokyo': 9, 'America/Sao_Paulo': -3 };

const weekday = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const zone = '(?:Europe|Asia|America)/\\w+';
/**
 * Any date of the story: `2026-11-20T08:50:00Z`, `2026-11-19T09:14:00+09:00`, `2026-11-20`;
 * `Mon 23 Nov 15:00 Europe/London (00:00 Tue Asia/Tokyo)`, with or without the second clock; `Thu 19 Nov`.
 */
const dates = new RegExp(
  [
    '\\b(?<iso>2026-1[0-2]-\\d\\d(?:T\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d))?)',
    `\\b${weekday} (?<date>\\d{1,2}) Nov (?<hours>\\d\\d):(?<minutes>\\d\\d) (?<here>${zone})(?: \\(\\d\\d:\\d\\d(?: ${weekday})? (?<there>${zone})\\))?`,
    `\\b${weekday} (?<day>\\d{1,2}) Nov\\b`,
  ].join('|'),
  'g',
);

/** Whole weeks from the fixture's own days to those of a sample that is made on a day (`2027-02-03`, in UTC). */
function weeksTo(day) {
  return Math.floor((Date.parse(`${day}T00:00:00Z`) - firstDay) / weekMs);
}

/**
 * A function that moves the dates in texts and file names of the sample to a day.
 * @param {string} day ISO, in UTC
 * @returns {(text: string) => string} text with LF line ends
 */
export function tellingOf(day) {
  const shift = weeksTo(day) * weekMs;
  return (text) =>
    text.replace(dates, (...match) => {
      const { iso, date, hours, minutes, here, there, day: only } = match.at(-1);
      if (iso !== undefined) return isoAt(iso, shift);
      if (only !== undefined) return dayAt(novemberAt(only, 12, 0, 'Europe/London') + shift);
      return clocksAt(novemberAt(date, hours, minutes, here) + shift, here, there);
    });
}

function novemberAt(date, hours, minutes, zone) {
  return Date.UTC(2026, 10, Number(date), Number(hours) - offsets[zone], Number(minutes));
}

function clocksAt(instant, here, there) {
  const first = partsAt(instant, here);
  const shown = `${first.weekday} ${first.day} ${first.month} ${first.time} ${here}`;
  if (there === undefined) return shown;
  const second = partsAt(instant, there);
  return `${shown} (${second.time}${second.day === first.day ? '' : ` ${second.weekday}`} ${there})`;
}

function dayAt(instant) {
  const { weekday: name, day, month } = partsAt(instant, 'Europe/London');
  return `${name} ${day} ${month}`;
}

function partsAt(instant, timeZone) {
  const options = {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  };
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', options).formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  return { weekday: parts.weekday, day: parts.day, month: parts.month, time: `${parts.hour}:${parts.minute}` };
}

function isoAt(iso, shift) {
  const instant = Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  if (Number.isNaN(instant) || instant < storyBegins || instant > storyEnds) return iso;
  const offset = /([+-])(\d\d):(\d\d)$/.exec(iso);
  const [sign, hours, minutes] = offset
    ? [offset[1] === '-' ? -1 : 1, Number(offset[2]), Number(offset[3])]
    : [1, 0, 0];
  const local = new Date(instant + shift + sign * (hours * 60 + minutes) * 60_000).toISOString();
  if (iso.length === 10) return local.slice(0, 10);
  return iso.includes('.') ? local : `${local.slice(0, 19)}${offset ? offset[0] : 'Z'}`;
}
