import { readTimePhrase } from './timePhrase';

const hour = '\\d{1,2}:\\d\\d(?::\\d\\d)?(?: ?[AP]M)?';
const date = '\\d[\\d/.-]{5,9},?';
const name = "\\p{L}[\\p{L} .'-]{0,30}";
/** The beginning of a line that a program wrote: its hour, with seconds or a level of severity. */
const logged =
  /^[\s*[(-]{0,8}(?:[A-Z]?[\d/.-]{2,10}[ T]|[A-Z][a-z]{2} {1,2}\d{1,2} )?\d\d:\d\d(?::\d\d|[\s|[\]]{1,4}(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL))/;
/** `[14:02] ann: …`, `Bo, 17/11/2026 14:02: …`, `17/11/2026, 14:02 - Ann: …`. */
const chat = new RegExp(
  `^\\s*(?:\\[(?:${date} )?${hour}\\] |${name},? \\[?${date} ${hour}\\]?: |${date.replace('?', '')} ${hour} - ${name}: )`,
  'u',
);
/** Above the words of a message: `Ann Lee 10:14 AM`, `**Ann** 10:14`, `Bo [2:03 PM]`, `Ann — Today at 10:14`. */
const sender = new RegExp(
  `^(?:\\[${hour}\\] ${name}|\\*\\*${name}\\*\\* {1,3}${hour}|${name} (?:[[(](?:${date} )?${hour}[\\])]|\\W{0,3}(?:Today|Yesterday) at ${hour}|\\d{1,2}:\\d\\d [AP]M))\\s*$`,
  'u',
);

/** Whether a line was written at a time of its own, by a program or in a chat: its hours are over. */
export function isLogged(line: string): boolean {
  return logged.test(line) || chat.test(line);
}

/** Whether a line names who wrote the lines below it, and at which hour. */
export function isSender(line: string): boolean {
  return sender.test(line);
}

/** `- 14:05 Bo acks, ETA 14:30`: a line of a timeline or an agenda, whose day is not said. */
export function beginsWithHour(line: string): boolean {
  const [lead = ''] = /^[\s*+-]*(?=\d)/.exec(line) ?? [];
  const phrase = readTimePhrase(line, lead.length);
  const isHour = phrase?.time?.kind === 'clock' && phrase.day === null && phrase.zone === null;
  return isHour && /^(?:[:,]? (?!(?:is|ist|est|es)\b)| ?[-–])/.test(line.slice(phrase.end));
}
