import { anyOf } from '../../text/wordList';
import { newerOnes } from './fieldNames';
import { linkMark } from './linkMarks';
import { inPart } from './supersededPart';

/**
 * The words in which people say that one record took another's place, misspellings included: adr-tools itself writes
 * `Superceded`. "Amends", "updates" and "relates to" are none: the older record stays in force.
 */

/** Where a word ends in any script; `\b` knows ASCII letters only. */
const wordEnd = '(?=[^\\p{L}]|$)';

/** A pattern for one way to say it in lower case, and a cheap test that every text with a match passes. */
export interface Wording {
  readonly needs: RegExp;
  /** Global. */
  readonly pattern: RegExp;
}

/**
 * The record of the text is the older one. A pattern for each family of languages, tried in this order at each place: a
 * single pattern for all takes V8 ten times as long to compile, and most records are in one language.
 */
export const byPhrases: readonly Wording[] = [
  {
    needs: /supers|superc|replaced|obsoleted|overr|subsumed|invalidated|deprecate|retired|reverted/i,
    pattern: new RegExp(
      anyOf(
        // `superseded by`, `replaced, partly, by`, `deprecated and replaced by`, `deprecated in favour of`.
        // `superseded on 2024-05-06 by`, `replaced in May 2024 by`.
        String.raw`\b(?:superseded|superceded|superseeded|replaced|obsoleted|overruled|overridd?en|subsumed|invalidated|deprecated|deprecate|retired|reverted)` +
          String.raw`(?:,? (?:partially|partly|in part|in full|fully|entirely))?(?: \([^()]{1,80}\)|, [^,.;()]{3,60},)?(?: and [a-z]{3,12})?(?: (?:on|in|since) (?:[\w./-]{1,10},? ){1,3}?)?` +
          ` ?(?<= )(?:by|in favou?r of)${wordEnd}`,
        String.raw`\breplaced with${wordEnd}`,
      ),
      'gu',
    ),
  },
  {
    // German, French, Spanish and Portuguese, Danish and Norwegian, Swedish, Dutch, Italian.
    needs: /ersetzt|abgelöst|rempla|reempla|sustitu|substitu|erstattet|ersatt|vervangen|sostitu/i,
    pattern: new RegExp(
      String.raw`\b(?:ersetzt|abgelöst|remplacée?|(?:reemplazad|sustituid|substitu[ií]d)[oa]|erstattet|ers(?:att|tattet)|vervangen|sostituit[oa])(?: (?:${inPart}))? (?:durch|von|par|por|pel[oa]|af|av|door|da)${wordEnd}`,
      'gu',
    ),
  },
  {
    // Polish.
    needs: /zastąp/i,
    pattern: new RegExp(String.raw`\bzastąpion[yaeo] (?:przez|decyzją)${wordEnd}`, 'gu'),
  },
  {
    // Russian.
    needs: /заме/i,
    pattern: new RegExp(
      String.raw`(?<!\p{L})заме(?:н[её]н|щ[её]н)[аоы]?(?: (?:на|решением|документом))?${wordEnd}`,
      'gu',
    ),
  },
  {
    // Japanese and Korean have the record before the verb: `ADR-9により置き換えられた`, `ADR-9로 대체됨`.
    needs: /置き換え|置換|取って代わ|대체/,
    pattern: new RegExp(
      String.raw`(?<=^[^\p{L}\p{N}${linkMark}]{0,4})(?=[\p{L}\p{N}${linkMark}])(?=[^。；.;を]{1,120}(?:(?:により|によって|に|で)\s?(?:置き換え|置換|取って代わ)(?!\p{L}{0,4}(?:ない|ません|予定))|(?:으로|로|에 의해)\s?대체(?!되지|\p{L}{0,3} (?:예정|않))))`,
      'gu',
    ),
  },
  {
    // German has the verb at the end: `wurde durch ADR-9 ersetzt`.
    needs: /durch/i,
    pattern: new RegExp(
      String.raw`(?:^[^\p{L}\p{N}]{0,4}|(?<!\p{L})(?:wurde|worden|ist|war) (?:[\p{L}\d.-]{1,12} ){0,3})durch(?= [^.;]{1,120} (?:ersetzt|abgelöst)${wordEnd})`,
      'gu',
    ),
  },
  // Chinese has the verb at the end, too: `已被 ADR-9 取代`.
  {
    needs: /[被由]/,
    pattern:
      /(?<![将將未不]|没有|沒有|[将將]会|计划|計劃|可能|拟|擬|预计|預計|准备|準備|考虑|考慮)[被由](?=[^。；.;]{1,120}(?:取代|替代))/g,
  },
  { needs: /favou?r/i, pattern: /(?<=^|\s)in favou?r of\b/gi },
];

/** `Replaced parts of ADR-3` is about the newer record; `replaced parts of this` is a passive about the older one. */
const replacedParts = '(?:superseded|replaced) (?:some |the )?parts? of(?! th(?:is|e present))';

/** The record of the text is the newer one. */
export const ofPhrases: readonly Wording[] = [
  {
    needs: /supersed(?:es|ing)|superced(?:es|ing)|superseeds|obsoletes|replac(?:es|ing)/i,
    pattern: new RegExp(
      // `Superseding Proposal: SE-12` names the newer one, as its label says.
      String.raw`\b(?!superseding (?:${newerOnes.join('|')})s?\s?:)(?:supersed(?:es|ing)|superced(?:es|ing)|superseeds|obsoletes|replaces|replacing)` +
        `(?:,? (?:partially|partly|in part|parts of|part of))?${wordEnd}`,
      'gu',
    ),
  },
  {
    needs: /(?:superseded|replaced) (?:some |the )?parts? of/i,
    pattern: new RegExp(String.raw`\b${replacedParts}${wordEnd}`, 'gu'),
  },
  {
    needs: /remplace|reemplaza|substitui|sostituisce|erstatter|vervangt|zastępuje|ersetzt/i,
    pattern: new RegExp(
      String.raw`\b(?:remplace|reemplaza|substitui|sostituisce|erstatter|vervangt|zastępuje|ersetzt(?! (?:(?:${inPart}) )?(?:durch|von)${wordEnd}))${wordEnd}`,
      'gu',
    ),
  },
  { needs: /заменяет/i, pattern: new RegExp(String.raw`(?<!\p{L})заменяет${wordEnd}`, 'gu') },
  {
    // Chinese has no blank after it.
    needs: /取代|替代/,
    pattern: new RegExp(String.raw`(?<![被已未不])(?:取代|替代)(?=\s?(?:${linkMark}|ADR|RFC|\d))`, 'gi'),
  },
];

/** Every phrase above contains one of these; most lines contain none and are not searched further. */
export const quick =
  /supers|superc|replac|obsolet|favou?r|overr|subsum|invalidated|reverted|retired|ersetz|abgel|rempla|reempla|sust|substi|erstat|ersatt|verva|sosti|deprecate|zast|заме|取代|替代|置き換え|置換|取って代わ|대체/i;

/** `Supersedes / Extends: ADR-3`: a label for two things, so that only the text behind it tells which is meant. */
export const eitherLabel = /^[ \t*_]{0,4}\/[ \t*_]{0,4}(?:exten|amend|updat|refin|relat|complement|modif|clarif)/i;

/** "Durch ADR-9 ersetzt", "wird ersetzt": the verb of `ofPhrases` in the passive. */
export const passiveBefore = /(?:^|\s)(?:durch|von|wird|werden|wurden?|ist|sind)\s(?:[^.;,]{0,80}\s)?$/i;

/** A cheap test before `replacingOrReplaced`. */
export const mayBeReplacing = /ersetzt|取代|替代|parts? of/i;
/** Words that say "superseded" alone and "supersedes" before a record: `Ersetzt`, `Ersetzt ADR-3`. */
export const replacingOrReplaced = new RegExp(`^[^\\p{L}\\p{N}]{0,4}(?:ersetzt|取代|替代|${replacedParts})`, 'iu');
