import type { Candidate } from './deadlineCues';

/** Whole words of any of the languages. */
function anyWord(...sources: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

const weekday =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miércoles|jueves|viernes)';
const recurring = anyWord(
  'every|each|daily|weekly|monthly|usually|always|typically',
  'täglich|wöchentlich|monatlich|jeden|jede|immer|chaque|tous les|toutes les|cada|todos los|todas las|siempre',
);
/** "Meetings are on Friday", "Monday, Wednesday and Friday". */
const habitBefore = new RegExp(
  `(?<![\\p{L}])(?:(?:are|happen|take place) (?:on|at)|${weekday},? (?:and|&|or|und|et|y)) $`,
  'iu',
);
/** "Monday to Friday". */
const habitAfter = new RegExp(`^\\s?(?:to|through|thru|-|–|bis|à|a)\\s?${weekday}`, 'iu');
/** The past, unless what is told is when something will be. */
const past = anyWord(
  "was|were|had|did|didn[’']t|wasn[’']t|weren[’']t",
  'wurden?|war|waren|hatten?|était|étaient|avait|avaient|fue|fueron|estaba|estaban|había|habían',
  "(?:a|ont|avons|sont|s[’']est) (?:été|\\p{L}{2,20}(?:ée?s?|ues?))",
  '\\p{L}{2,20}(?:[^i]ó|aron|ieron)',
);
/** "They fixed it by 5pm": a person and what they did. */
const personDid = /(?<![\p{L}])(?:I|we|they|he|she)\s+(?:\p{L}{2,12}ly\s+)?(?!need)\p{L}{2,14}ed(?!\p{L})/iu;
const setForLater = anyWord(
  'moved|postponed|extended|scheduled|rescheduled|planned|pushed|delayed|set|agreed|promised|asked|told|decided|supposed',
  'verschoben|angesetzt|geplant|vereinbart|reporté|prévue?|fixée?|aplazad[oa]|previst[oa]|programad[oa]',
);
const conditional = anyWord('if|unless|once|when|whether|wenn|falls|sobald|si|quand|cuando');
/** After the time: as the verb of the sentence, in languages that put it there, or as an afterthought. */
const pastAfter =
  /^\s+(?:was|were|went|had|did)(?!\p{L})|(?<![\p{L}])(?:wurden?|war|waren|hatten?|ago|derni[eè]re?|passée?|pasad[oa]|s['’]est|a été|ont été|fue|fueron)(?!\p{L})|(?<!\p{L})(?:haben|hat|ist|sind)(?!\p{L}).{0,60}\p{L}{0,10}ge\p{L}{2,14}(?:t|en)(?!\p{L})/iu;
/** Right before: `merged the parser on Tuesday`, `Deployed Friday`, `sent out at 5pm`. */
const done =
  /(?:^|[^\p{L}])(?:(?!need|want|requir|expect|plann|schedul|postpon|mov|delay|agre|propos|us)[a-z]{2,14}ed|sent|went|broke|fell|began|came|found|shut|ran|took|made|got|met|left|built|wrote|gave|saw|lost|held)(?!\p{L})(?:\s+[\p{L}\d'’-]+){0,3}[\s*_:(]*(?:on|at|around|about)?\s*$/iu;
/** "Is revoked in 48 hours", "will be closed on Friday". */
const passive =
  /(?<!\p{L})(?:is|are|be|being|gets?|wird|werden)\s+(?:[\p{L}-]+\s+)?[a-z]{2,14}(?:ed|t|n)(?!\p{L})(?:\s+[\p{L}\d'’-]+){0,3}\s*(?:on|at)?\s*$/iu;
const sinceBefore =
  /(?<!\p{L})(?:last|past|previous|yesterday|since|ever since|vergangene[nrms]?|letzte[nrms]?|gestern|seit|hier|depuis|ayer|desde)\s+(?:on |at |el |le )?$/iu;
/** Words before an "in two days" that tell a length. */
const length =
  /(?<!\p{L})(?:done|completed?s?|finishe[ds]|built|processed|takes?|loads?|responds?|fixed|fertig|erledigt)\s+$/iu;
/** Words that tell what will be. */
const announced = anyWord(
  "will|won[’']t|shall|going to|please|must|should|need|can|is|are|closes?|ends?|expires?|starts?|begins?|opens?|runs out|lapses?|due",
  'bitte|wird|werden|muss|soll|schließt|endet|beginnt|startet|öffnet|läuft|verfällt',
  'merci|doit|faut|sera|ferme|expire|commence|termine|ouvre|por favor|debe|hay que|será|cierra|vence|termina|empieza|comienza|abre',
);

/** What is code or a quotation is NUL characters. */
const sentenceEnds = ['. ', '! ', '? ', '; ', '|', '\0'];
/** How far a sentence before or after the time is looked at, in UTF-16 units; a bar ends a cell. */
const reach = 120;

/** Whether a time is told as over, or as what happens again and again. */
export function isPastOrHabit({ phrase, cued }: Candidate, line: string): boolean {
  const [lead, rest] = sentenceAround(line, phrase.start, phrase.end);
  if (recurring.test(lead.slice(-60)) || recurring.test(rest.slice(0, 30))) return true;
  if (habitBefore.test(lead) || habitAfter.test(rest) || sinceBefore.test(lead)) return true;
  if (conditional.test(lead)) return false;
  if ((past.test(lead) || personDid.test(lead)) && !setForLater.test(lead)) return true;
  if (cued) return false;
  return (done.test(lead) && !passive.test(lead)) || (pastAfter.test(rest) && !setForLater.test(rest));
}

/** Whether the words before an "in two days" speak of what will be: a length is said in the same words. */
export function isAnnounced(line: string, start: number): boolean {
  const [lead] = sentenceAround(line, start, start);
  return !length.test(lead) && (announced.test(lead) || /['’]ll(?!\p{L})/iu.test(lead));
}

function sentenceAround(line: string, start: number, end: number): readonly [lead: string, rest: string] {
  const before = line.slice(Math.max(0, start - reach), start);
  const begins = sentenceEnds.map((mark) => (before.includes(mark) ? before.lastIndexOf(mark) + mark.length : 0));
  const after = line.slice(end, end + reach);
  const stop = after.search(/[.!?;|]/);
  return [before.slice(Math.max(...begins)), stop < 0 ? after : after.slice(0, stop)];
}
