import { readTimePart } from './timeWords';
import { zoneAbbreviations } from './zoneAbbreviations';

/**
 * Words after a time that belong to it and were not understood: `Friday or Monday`, `Friday 17:00, i.e. 18:00`,
 * `Friday 9-ish`.
 */
const timeAfter =
  /[\s,(*_]{0,3}(?:(?:at|on|around|about|um|à) )?(?:\d|(?:or|oder|ou|o) (?=\S)|(?:-|–|to|bis) ?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)|noon\b|midnight\b|morning\b|afternoon\b|evening\b|night\b|i\.e\.|that is\b|d\. ?h\.|c['’]est-à-dire|es decir|(?:next|last|this|every) (?:mon|tue|wed|thu|fri|sat|sun|week|month)|o['’]clock|[ap]\.?m\b|-?ish\b)/iy;
/** The end of a sentence, or the beginning of another clause. */
const clauseEnd = /[*_)\]]{0,4}(?:\s*$|[.…](?!\w)|\s?[!?;:](?!\w)|\s*[|\0]|\s+[-–—]+\s|[)\]])/y;
const commaAfter = /[*_)\]]{0,4}(?:,| \()\s*/y;
/** Words with which a sentence goes on to something other than a place or time. */
const otherWords = [
  'and|so|but|because|since|as|if|unless|when|while|then|otherwise|else|please|thanks|to|with|without|via|at the latest|latest|sharp|on the dot|I|we|they|he|she|it|which|who|is|are|will|can|could|must|should|would|has|have|not|instead|already|again|too|also|though|nobody|everyone|everything|whether',
  'und|damit|weil|sonst|bitte|wenn|falls|denn|aber|mit|ohne|dann|ist|wird|sind|wir|ich|muss|müssen|kann|fällig|fertig|zu|brauche|brauchen|niemand|da|ob|dass',
  'et|afin|car|sinon|merci|si|mais|avec|sans|puis|pile|au plus tard',
  'y|porque|pero|con|sin|luego|en punto|por favor|gracias|a más tardar',
];
const otherClause = new RegExp(`[*_)\\]]{0,4} (?:${otherWords.join('|')})(?![\\p{L}\\p{N}])`, 'iuy');
const otherForWhom =
  /[*_)\]]{0,4} (?:for|für|pour|para) (?!you\b|me\b|us\b|them\b|him\b|her\b|dich\b|euch\b|mich\b|uns\b|sie\b|toi\b|vous\b|moi\b|nous\b|ti\b|m[ií]\b)/iuy;
/** A German sentence may end with an infinitive that says what to do: `bis Freitag 17 Uhr prüfen.` */
const infinitive = /[*_)]{0,4} \p{Ll}{3,20}n(?=\s*(?:$|[.!?;,)]))/uy;

const timeBefore =
  /(?<![\p{L}\p{N}.,:/#-])(?:1[0-2]|[1-9])(?::\d\d)?(?: ?[ap]\.?m\.?)? $|(?<!\p{L})(?:\d{1,2}:\d\d|\d{1,2} ?[ap]m|\d{1,2} ?h|\d{1,2} ?uhr) ?(?:\/|-|–|to |bis |or |oder )$|(?<!\p{L})(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)\p{L}{0,7}(?: ?\/ ?| or | oder )$|(?<!\p{L})(?:between|from|zwischen|von|entre|desde) (?:las? )?\d{1,2}(?:[:.h]\d\d)?(?: ?(?:[ap]\.?m\.?|uhr|h))? (?:and|to|und|bis|et|y) $|(?<!\p{L})(?:mo|di|mi|do|fr|sa)\.? (?:bis|ab|um) $|\b(?:early|late|mid|either|between|from|zwischen|entre|anfang|mitte|début|principios de)[\s-]+(?:the |la |le |el )?$/iu;
const units =
  '(?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|minuten?|stunden?|tage?n?|wochen?|heures?|jours?|semaines?|minutos?|horas?|días?|semanas?)';
/** `In ten minutes to two hours` is a range of lengths. */
const lengthAfter = new RegExp(` ?(?:-|–|to|bis|à|a) ?(?:[a-zäöüßéí]{2,12}|\\d{1,3}) ${units}\\b`, 'iy');
/** `Two hours before Friday 17:00` is another time. */
const lengthBefore = new RegExp(
  `(?<!\\p{L})(?:${units}|fortnight) (?:(?:before|after|from|prior to|ahead of|vor|nach|avant|après|antes del?|después del?) (?:the |la |le |el |dem |der )?)?$`,
  'iu',
);
/** `Two days after the release, by noon`, `on launch day at 10:00`, `the next day at 9:00`: a day without a date. */
const unnamedDay =
  /(?<!\p{L})(?:(?:days?|weeks?|nights?|mornings?|evenings?) (?:after|before|of|following)(?! (?:tomorrow|today|now|this)\b)|(?:next|same|following|previous|release|launch|cutover|migration|deploy(?:ment)?|go-live|election) (?:day|morning|evening|night)(?!\p{L})|(?:tags? )?(?:darauf|danach|davor|zuvor)(?!\p{L})|le lendemain|la veille|al día siguiente|el día (?:anterior|después))[^.!?;:|]{0,50}$/iu;
const reach = 60;

/**
 * Whether the words around a time in a line are known not to belong to it: an end, or words by which a sentence goes
 * on. Unknown words (`17:00 NYC`, `5pm over there`) may say which zone or day is meant.
 */
export function standsAlone(line: string, start: number, end: number): boolean {
  const before = line.slice(Math.max(0, start - reach), start);
  if ([timeBefore, lengthBefore, unnamedDay].some((pattern) => pattern.test(before))) return false;
  if ([timeAfter, lengthAfter].some((pattern) => isAt(pattern, line, end))) return false;
  if (isAt(commaAfter, line, end)) return !isTimeAt(line, commaAfter.lastIndex);
  return [clauseEnd, otherClause, otherForWhom, infinitive].some((pattern) => isAt(pattern, line, end));
}

/**
 * Whether a day, an hour, a zone or a name that may be a zone begins at an offset: `, Sat 02:00 in Tokyo`,
 * `, hora peninsular`.
 */
function isTimeAt(line: string, at: number): boolean {
  const rest = line.slice(at, at + reach);
  if (readTimePart(line, at) !== null) return true;
  return /^(?:[\p{L}-]+ ){0,3}(?:time|zeit|heure|hora)(?!\p{L})|^(?:heure|hora|your|their|chez)(?!\p{L})/iu.test(rest);
}

/** @param pattern a sticky one */
export function isAt(pattern: RegExp, line: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(line);
}

const letters = ['UTC', 'GMT', 'AoE', ...zoneAbbreviations.keys()].join('|');
const anyZone = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${letters}|(?:\\p{Lu}\\p{L}{1,20} ){1,2}(?:time|clock)|(?:[Yy]our|[Tt]heir|[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Ll]ocal|[Ss]erver)(?: own)? (?:time(?: ?zone)?|clock)|[Tt]ime ?zone|\\p{Lu}\\p{L}{2,20}er Zeit|(?:heure|hora) (?:de |d['’])?\\p{L}{3,20})(?![\\p{L}\\p{N}])`,
  'u',
);
/** Outside of brackets, a zone that belongs to another hour. */
const otherHour = new RegExp(
  `(?<![\\d:(])\\d{1,2}(?::\\d\\d)? ?(?:[ap]\\.?m\\.?)? ?(?:${letters})(?![\\p{L}\\p{N}])`,
  'gu',
);
const far = 120;

/** Whether a zone is named later in the sentence: `by Friday 17:00 at the latest, Sydney time`, `(all CET)`. */
export function saysZoneFartherOn(line: string, end: number): boolean {
  const [rest = ''] = /^[^.!?;|]*/.exec(line.slice(end, end + far)) ?? [];
  const brackets = rest.match(/\([^()]*\)/g) ?? [];
  return brackets.some((each) => anyZone.test(each)) || anyZone.test(rest.replace(otherHour, ' '));
}
