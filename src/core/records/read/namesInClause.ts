import { anyOf } from '../../text/wordList';

/**
 * A pattern with letters of every script takes long to compile, and the engine compiles it on first use. So a cheap pattern
 * first looks for what the other needs: a process that reads a few records then compiles few of them.
 */
/** The cheap pattern for `otherNumber`. */
export const mayBeNumber = /\d/;
/** The cheap pattern for `identifier` and `bareNumber`. */
export const mayBeName = /\d|\.(?:mdx?|rst|adoc)/;

/** A number, or several of the same kind: `7`, `7.2`, `51–54`, `12 and 13`. */
const numbers = String.raw`\d{1,6}(?:\.\d{1,4}){0,3}(?:\s{0,2}(?:[-\u2013\u2014,&]|and|und|et|to)\s{0,2}#?\d{1,6}(?:\.\d{1,4}){0,3}){0,8}`;

/** A part of a document, by which only that part is meant. */
const partNames =
  'sections?|sect?|chapters?|clauses?|articles?|art|paragraphs?|parts?|rules?|abschnitte?|kapitel|absatz|artikel|secci[o\u00f3]n(?:es)?|cap[i\u00ed]tulos?|chapitres?|se[c\u00e7][a\u00e3\u00e7]o|\u7b2c';
/** The cheap pattern for `partOfRecord`. */
export const mayBePart = new RegExp(`\u00a7|(?:${partNames})\\.?\\s`, 'i');
export const partOfRecord = new RegExp(
  `\u00a7{1,2}\\s{0,2}[\\w.-]{1,20}(?:\\s{0,2}(?:[-\u2013\u2014,&]|and|to)\\s{0,2}\u00a7{0,2}\\s?\\d[\\w.]{0,10}){0,4}|(?<![\\p{L}\\d])(?:${partNames})\\.?\\s{1,2}#?${numbers}`,
  'giu',
);

/** Numbers of something else: lines, issues, options, versions, pages, dates. */
export const otherNumber = new RegExp(
  anyOf(
    `(?<![\\p{L}\\d])(?:lines?|lns?|ll?|issues?|pull[ -]requests?|merge[ -]requests?|prs?|mrs?|tickets?|tasks?|bugs?|commits?|stories|story|epics?|discussions?|comments?|options?|alternatives?|variants?|steps?|items?|points?|phases?|stages?|milestones?|iterations?|sprints?|tables?|figures?|figs?|pages?|pp?|versions?|releases?|levels?|tiers?|zeilen?|seiten?|l\u00edneas?|lignes?|version)\\.?\\s{0,2}[#\u2116]?${numbers}`,
    // `acme/cloud#12`, `gh-12`, `L51-L54`, `v1.2`.
    String.raw`[\w.-]{1,60}\/[\w.-]{1,60}#\d{1,7}|(?<![\p{L}\d-])(?:gh|pr|mr|cve|iso|utf|utc|aes|sha|tls|http)[- ]?\d{1,7}(?:-\d{1,7})?|(?<![\p{L}\d/._-])[lv]\d{1,6}(?:[.\u2013-]l?\d{1,6}){0,3}`,
    // `2024-05-06`, `06.05.2024`, `May 2024`.
    String.raw`(?<![\w.])\d{4}-\d{2}-\d{2}(?!\d)(?![-_]\p{L})|(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)`,
  ),
  'giu',
);

/** Words for a series of records, in any case of letters; other series are known by their capitals. */
const seriesWords =
  '(?:[A-Z][A-Z0-9]{1,12}-){0,3}(?:[Mm]?(?:ADRs?|adrs?|Adrs?)|RFCs?|rfcs?|Rfcs?|KEP|PEP|OEP|TEP|RFD|[Dd]ecision(?: [Rr]ecord)?s?|[Rr]ecords?|[Pp]roposals?)';

/** What names a record without a link. */
export const identifier = new RegExp(
  anyOf(
    // In Japanese and Korean a particle follows without a blank: `ADR-12により`.
    // `ADR-12`, `ADR No. 12`, `RFC #7`, `adr 12`, `Decision 12`, `ADR-0012-use-postgresql.md`, `ADR-51.1`.
    String.raw`(?<![\p{L}\d])${seriesWords}[-_ ]{0,2}(?:[#\u2116]|[Nn](?:o|r|umber)\.? )?\d{1,6}(?:\.\d{1,2}(?!\d)|[a-z](?![\p{L}\d]))?(?:-[\w-]{1,80})?(?:\.(?:md|mdx|rst|adoc))?(?![\p{Ll}\p{Lu}\d])`,
    // `ODH-XAI-0001`, `ADR7`: capitals, and no word between them and the number.
    String.raw`(?<![\p{L}\d])[A-Z][A-Z0-9]{1,12}(?:-[A-Z]{2,12}){0,3}[-_]?\d{1,6}(?:-[\w-]{1,80})?(?:\.(?:md|mdx|rst|adoc))?(?![\p{Ll}\p{Lu}\d])`,
    // `D-012`, in a log.
    String.raw`(?<![\p{L}\d-])[A-Z]-\d{2,4}(?![\p{L}\d-])`,
    // `20200927-avoid-default-exports`, `0012-use-postgresql.md`.
    String.raw`(?<![\p{L}\d.]|\d-)(?:\d{4}-\d\d-\d\d|#?\d{1,8})-[a-z][\w-]{1,100}(?:\.(?:md|mdx|rst|adoc))?(?![\p{L}\d])`,
    // `use-postgresql.md`.
    String.raw`(?<![\p{L}\d])[\w.-]{2,100}\.(?:md|mdx|rst|adoc)(?![\p{L}\d])`,
  ),
  'gu',
);

/** `12`, `#12`, `0012: Use X`, `number 12 (Use X)`: a number that stands for itself, not `3 services`. */
export const bareNumber =
  /^\W{0,4}(?:(?:[Tt]he|[Nn]umber|[Nn][or]\.?) ){0,2}(#?(?:0\d{1,5}(?!\d)|\d{1,6}(?=$|\s{0,3}(?:$|[:.,)([\u2014\u2013-])|\s{1,3}\p{Lu})))/u;
