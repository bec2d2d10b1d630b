import type { Candidate } from './deadlineCues';
import { languages } from './languages/languages';
import { anyWord } from './languages/timeLanguage';

const tenses = languages.map(({ tense }) => tense);

/** Words of one kind, in every language. */
function wordsOf(kind: Exclude<keyof (typeof tenses)[number], 'weekdays'>): readonly string[] {
  return tenses.flatMap((tense) => tense[kind]);
}

const weekday = `(?:${tenses.map(({ weekdays }) => weekdays).join('|')})`;
const recurring = anyWord(wordsOf('recurring'));
/** "Meetings are on Friday", "Monday, Wednesday and Friday". */
const habitBefore = new RegExp(
  `(?<![\\p{L}])(?:(?:are|happen|take place) (?:on|at)|${weekday},? (?:${wordsOf('and').join('|')})) $`,
  'iu',
);
/** "Monday to Friday". */
const habitAfter = new RegExp(`^\\s?(?:${wordsOf('to').join('|')}|-|–)\\s?${weekday}`, 'iu');
/** "Monday to Friday 9:00", "du lundi au vendredi 9h"; "moved from Monday to Friday 9:00" is an appointment. */
const daysBefore = new RegExp(`(?<!\\p{L})${weekday} (?:${wordsOf('to').join('|')}|a|au) $`, 'iu');
/** `Mon–Fri 09:00`: the last day of a range. */
const rangeBefore =
  /(?<!\p{L})(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim)\p{L}{0,7}\.?\s?[-–]\s?$/iu;
/** "Before 6:00 and after 22:00": the hours of every day. */
const hoursAround = /^\s(?:and|or|und|oder|et|ou|y|o)\s(?:after|nach|après|después)(?!\p{L})/iu;
/** "Until 24:00 of the following day": an hour of no certain day. */
const unnamedDay =
  /^,? (?:(?:of|on|at|am|des|der|du|del|le|al) )?(?:the )?(?:(?:following|next|same) (?:business |working )?day|day (?:after|before|of)(?! tomorrow)|(?:(?:folgenden|nächsten|selben) |folge)tage?s?|lendemain|jour (?:suivant|même)|día siguiente|mismo día)(?!\p{L})/iu;
const past = anyWord(wordsOf('past'));
/** "They fixed it by 5pm": a person and what they did. */
const personDid = /(?<![\p{L}])(?:I|we|they|he|she)\s+(?:\p{L}{2,12}ly\s+)?(?!need)\p{L}{2,14}ed(?!\p{L})/iu;
const setForLater = anyWord(wordsOf('setForLater'));
/** "Wurde auf Montag verschoben". */
const setAfter = new RegExp(`^\\s+(?:${wordsOf('setForLater').join('|')})(?!\\p{L})`, 'iu');
const conditional = anyWord(wordsOf('conditional'));
/** After the time, as the verb of the sentence: "on Tuesday the pager went off". */
const pastVerb = /^\s+(?:[\p{L}'’]+\s+){0,3}(?:was|were|went|had|did)(?!\p{L})/iu;
/** After the time, how something ended: "the deploy on Friday at 18:00 failed", "on Friday the job crashed". */
const outcome =
  /^[)\]*_]{0,3}\s+(?:(?:the|our|my|its)\s+(?:[\p{L}-]+\s+){1,2})?(?:\p{L}{2,12}ly\s+)?(?:failed|crashed|broke|hung|stalled|aborted|timed out|succeeded|scheiterte|schlug fehl|falló|a échoué)(?!\p{L})/iu;
/** "The demo on Friday at 18:00 is cancelled", "was moved to Monday". */
const calledOff =
  /^[)\]*_,]{0,3}\s+(?:(?:is|are|was|were|has been|est|a été|está|wurde|ist)\s+)?(?:cancell?ed|called off|annulée?s?|(?:cancel|anul)ad[oa]s?|abgesagt|gestrichen|entfällt|fällt aus|(?<=(?:is|was|been|est|été)\s)(?:moved|postponed|rescheduled|reporté)(?! from))(?!\p{L})/iu;
const pastAfter = anyWord(wordsOf('pastAfter'));
/**
 * The beginning of a sentence whose time comes first; with `pastSince` after it the sentence is about the past: "until
 * Friday it was fine". The verb of a subordinate clause does not count: "by Friday the parts that were split …".
 */
const onlyCue = new RegExp(
  `(?:^[\\s*_>-]*|, )(?:by|bis|${languages.flatMap(({ cues }) => cues.beforeStart).join('|')})\\s+(?:(?:the|le|el|del)\\s+)?$`,
  'iu',
);
const pastSince =
  /^,?\s+(?:(?!(?:what|which)\s)[\p{L}'’-]+\s+(?:(?!(?:what|which|that|who|qui|que)\s)[\p{L}'’-]+\s+){0,2})?(?:c['’])?(?:(?:was|were|had|did)(?:n['’]t)?|worked|ran|seemed|war|waren|hatten?|lief|liefen|ging|était|fonctionnait|estaba|funcionaba)(?!\p{L})/iu;
/** "In 7 days from creation": it is counted from something other than now. */
const countedFrom = /^\s+(?:from|after|of|since|following)\s+(?!now|today|tomorrow|here|this)/iu;
/** Right before the time: `merged the parser on Tuesday`, `Deployed Friday`, `sent out at 5pm`. */
const done =
  /(?:^|[^\p{L}])(?:(?!need|want|requir|expect|plann|schedul|postpon|mov|delay|agre|propos|us|(?:ask|remind|invit|request)ed (?:\p{L}+ )?to )[a-z]{2,14}ed|sent|went|broke|fell|began|came|found|shut|ran|took|taken|made|got|met|left|built|wrote|gave|saw|lost|held)(?!\p{L})(?:\s+[\p{L}\d'’-]+){0,3}[\s*_:(]*(?:on|at|around|about)?\s*$/iu;
/** "The build of Friday 17:00": a thing that has the time for a name. "As of", and "before the freeze of", is about it. */
const thatOf = /(?<!\bas |\b(?:before|until|till|by) (?:(?:the|our|this) )?\p{L}{2,20} )\bof (?:the )?$/iu;
const recordOf = new RegExp(
  `(?<!\\p{L})(?:${wordsOf('records').join('|')})(?:\\s+[\\p{L}\\d-]+){0,3}\\s+(?:from|of|vom|von|de|du|del)\\s+(?:(?:the|la)\\s+)?$`,
  'iu',
);
/** "Pushed to Friday". */
const aim = /(?<!\p{L})(?:to|until|till|for|auf|bis)\s+(?:the\s+)?$/iu;
/** "Is revoked in 48 hours", "will be closed on Friday". */
const passive =
  /(?<!\p{L})(?:is|are|be|being|gets?|wird|werden)\s+(?:[\p{L}-]+\s+)?[a-z]{2,14}(?:ed|t|n)(?!\p{L})(?:\s+[\p{L}\d'’-]+){0,3}\s*(?:on|at)?\s*$/iu;
const sinceBefore = new RegExp(`(?<!\\p{L})(?:${wordsOf('sinceBefore').join('|')})\\s+(?:on |at |el |le )?$`, 'iu');
const length = new RegExp(`(?<!\\p{L})(?:${wordsOf('length').join('|')})\\s+$`, 'iu');
const announced = anyWord(wordsOf('announced'));
const over = new RegExp(`(?<!\\p{L})(?:${wordsOf('around').join('|')})`, 'iu');

/** Code and quotations have been replaced by NUL characters. */
const sentenceEnds = ['. ', '! ', '? ', '; ', '|', '\0'];
/** How far the sentence is examined before and after the time, in UTF-16 units; a bar ends a cell. */
const reach = 120;

/** Whether a time is that of something past, or of something that is repeated. */
export function isPastOrHabit({ phrase, cued }: Candidate, line: string): boolean {
  const [lead, rest] = sentenceAround(line, phrase.start, phrase.end);
  if (recurring.test(lead.slice(-60)) || recurring.test(rest.slice(0, 30))) return true;
  if (phrase.day === null && (hoursAround.test(rest) || unnamedDay.test(rest))) return true;
  if (habitBefore.test(lead) || rangeBefore.test(lead) || isSpan(phrase, rest) || sinceBefore.test(lead)) return true;
  if (onlyCue.test(lead) && pastSince.test(rest)) return true;
  if (countedFrom.test(rest) && isCounted(phrase, lead)) return true;
  if (daysBefore.test(lead) && !setForLater.test(lead)) return true;
  if (over.test(`${lead}\u0001${rest}`) && !passive.test(lead)) return true;
  if (conditional.test(lead)) return false;
  if (isTold(lead) && !setForLater.test(lead) && !setAfter.test(rest)) return true;
  if (calledOff.test(rest)) return true;
  if (cued) return false;
  return (
    (done.test(lead) && !passive.test(lead) && !aim.test(lead)) ||
    thatOf.test(lead) ||
    recordOf.test(lead) ||
    ((pastVerb.test(rest) || outcome.test(rest) || pastAfter.test(rest)) && !setForLater.test(rest))
  );
}

/**
 * Whether the past is told. Words before a request only give its reason: "we merged the parser, please review by Friday
 * 5pm".
 */
function isTold(lead: string): boolean {
  const asked = lead.search(request);
  const told = asked < 0 ? lead : lead.slice(asked);
  return past.test(told) || personDid.test(told);
}

/** Whether days form a range. `Sunday 22:00 to Monday 02:00` is none, but two appointments. */
function isSpan({ time }: Candidate['phrase'], rest: string): boolean {
  const [days] = habitAfter.exec(rest) ?? [];
  return days !== undefined && !(time?.kind === 'clock' && /^,? (?:at )?\d/.test(rest.slice(days.length)));
}

/** "In two days" and "the next Monday", unlike "next Monday", may be counted from another time than now. */
function isCounted({ day }: Candidate['phrase'], lead: string): boolean {
  return (
    day?.kind === 'after' ||
    (day?.kind === 'relative' && day.days > 1) ||
    (day?.kind === 'weekday' && day.which === 'next' && /\bthe $/i.test(lead))
  );
}

/** Whether the words before an "in two days" are about the future: a length is written alike. */
export function isAnnounced(line: string, start: number): boolean {
  const [lead] = sentenceAround(line, start, start);
  return !length.test(lead) && (announced.test(lead) || /['’]ll(?!\p{L})/iu.test(lead));
}

const request = anyWord(wordsOf('request'));

/** Whether the words before a "within two days" ask a person for something. */
export function isAskedFor(line: string, start: number): boolean {
  const [lead] = sentenceAround(line, start, start);
  return !length.test(lead) && request.test(lead);
}

function sentenceAround(line: string, start: number, end: number): readonly [lead: string, rest: string] {
  const before = line.slice(Math.max(0, start - reach), start);
  const begins = sentenceEnds.map((mark) => (before.includes(mark) ? before.lastIndexOf(mark) + mark.length : 0));
  const after = line.slice(end, end + reach);
  const stop = after.search(/[.!?;|]/);
  return [before.slice(Math.max(...begins)), stop < 0 ? after : after.slice(0, stop)];
}
