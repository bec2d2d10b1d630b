import { anyOf } from '../../text/wordList';

/**
 * The words in which people say that one record took another's place, misspellings included: adr-tools itself writes
 * `Superceded`. "Amends", "updates" and "relates to" are none: the older record stays in force.
 */

/** Where a word ends in any script; `\b` knows ASCII letters only. */
const wordEnd = '(?=[^\\p{L}]|$)';

/** The record of the text is the older one. */
export const byPhrase = new RegExp(
  anyOf(
    // `superseded by`, `replaced, partly, by`, `deprecated and replaced by`, `deprecated in favour of`.
    // `superseded on 2024-05-06 by`, `replaced in May 2024 by`.
    String.raw`\b(?:superseded|superceded|superseeded|replaced|obsoleted|overruled|overridd?en|subsumed|invalidated|deprecated|deprecate|retired|reverted)` +
      String.raw`(?:,? (?:partially|partly|in part|in full|fully|entirely))?(?: and [a-z]{3,12})?(?: (?:on|in|since) (?:[\w./-]{1,10},? ){1,3}?)?` +
      ` ?(?<= )(?:by|in favou?r of)${wordEnd}`,
    String.raw`\breplaced with${wordEnd}`,
    // German, French, Spanish and Portuguese, Danish and Norwegian, Swedish, Dutch, Italian.
    String.raw`\b(?:ersetzt durch|abgelöst (?:durch|von)|remplacée? par|(?:reemplazad|sustituid|substituíd)[oa] por|erstattet af|ers(?:att|tattet) av|vervangen door|sostituit[oa] da)${wordEnd}`,
    /(?<=^|\s)in favou?r of\b/,
  ),
  'giu',
);

/** The record of the text is the newer one. */
export const ofPhrase = new RegExp(
  anyOf(
    String.raw`\b(?:supersed(?:es|ing)|superced(?:es|ing)|superseeds|obsoletes|replaces|replacing)` +
      `(?:,? (?:partially|partly|in part|parts of|part of))?${wordEnd}`,
    String.raw`\b(?:remplace|reemplaza|substitui|sostituisce|erstatter|vervangt)${wordEnd}`,
  ),
  'giu',
);

/** A part of every phrase above: most lines have none of them, and need no closer look. */
export const quick =
  /supers|superc|replac|obsolet|favou?r|overr|subsum|invalidated|reverted|retired|ersetz|abgel|rempla|reempla|sust|substi|erstat|ersatt|verva|sosti|deprecate/i;

/** "Parts of this are superseded by", "superseded in part by": the older record stays in force. */
export const partialBefore =
  /\b(?:partial(?:ly)?|partly|in part|part|parts|sections?|some|portions?|teilweise|partiellement|parcialmente|delvist)\b[^.;]{0,60}$/i;
export const partialAfter =
  /^[^.;]{0,20}\b(?:partial(?:ly)?|partly|in part|in parts)\b|\((?:partial(?:ly)?|partly|in part)\)/i;

/** "Will be superseded by", "until replaced by": nothing has happened yet. */
export const notYet =
  /\b(?:not|never|will be|to be|may be|might be|could be|should be|would be|until|unless|if|once|when|can be)(?: \w{1,12})?$/i;

/** Where what a phrase speaks of ends. */
export const clauseEnd = new RegExp(
  anyOf(
    // A sentence, a bracket, a semicolon, a dash.
    /[.!?](?=\s|$)|[;)]|\s[\u2014\u2013-]\s/,
    // The next clause.
    /, (?:which|because|since|as|but|due|to)\b| (?:because|since|which|due to|for|as of|on \d)\b/,
  ),
);

/** What names a record without a link. */
export const identifier = new RegExp(
  anyOf(
    // `ADR-12`, `ODH-ADR-XAI-0001`, `RFC #7`, `ADR-0012-use-postgresql.md`.
    /\b[A-Z][A-Z0-9]{1,12}(?:-[A-Z]{2,12}){0,3}[-_ #]{0,2}\d{1,6}(?:-[\w-]{1,80})?(?:\.\w{2,4})?\b/,
    // `12`, `#12`, `0012-use-postgresql.md`; not a part of a version or the year of a date.
    /(?<![\w.])#?\d{1,6}(?:-[a-z][\w-]{1,80})?(?:\.(?:md|rst|adoc))?(?![\w.]*\d{2,}[-/])\b/,
    // `20200927-avoid-default-exports`.
    /\b\d{8}-[\w-]{2,100}\b/,
    // `use-postgresql.md`.
    /\b[\w.-]{2,100}\.(?:md|rst|adoc)\b/,
  ),
  'giu',
);

/** A link that goes around the phrase as well: `[Superseded by ADR 12](0012-….md)`. */
export const phraseOfLink =
  /^(?:partially |partly )?(?:superseded|superceded|replaced|deprecated) by\b|^supersedes\b|^replaces\b/i;
