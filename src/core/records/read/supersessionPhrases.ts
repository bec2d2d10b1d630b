import { anyOf } from '../../text/wordList';
import { newerOnes } from './fieldNames';

/**
 * The words in which people say that one record took another's place, misspellings included: adr-tools itself writes
 * `Superceded`. "Amends", "updates" and "relates to" are none: the older record stays in force.
 */

/**
 * Stands for a link while phrases are looked for; taken out of what is read. A control character, and not one of those for
 * private use: the engine keeps a text with one of these in wider units, and makes each pattern a second time for it, at ten
 * times the cost.
 */
export const linkMark = '\x01';

/** Where a word ends in any script; `\b` knows ASCII letters only. */
const wordEnd = '(?=[^\\p{L}]|$)';

/** "Partly" in other languages. */
const inPart =
  'en partie|partiellement|parcialmente|en parte|em parte|teilweise|zum teil|delvist?|gedeeltelijk|deels|in parte|parzialmente';

/** A way to say it, and a glance at what each text has that says it so. */
export interface Wording {
  readonly needs: RegExp;
  /** Global. */
  readonly pattern: RegExp;
}

/**
 * The record of the text is the older one. A pattern for each family of languages, tried in this order at each place: one of
 * all of them takes the engine ten times as long to make, and most records are in one language.
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
      'giu',
    ),
  },
  {
    // German, French, Spanish and Portuguese, Danish and Norwegian, Swedish, Dutch, Italian.
    needs: /ersetzt|abgelöst|rempla|reempla|sustitu|substitu|erstattet|ersatt|vervangen|sostitu/i,
    pattern: new RegExp(
      String.raw`\b(?:ersetzt|abgelöst|remplacée?|(?:reemplazad|sustituid|substitu[ií]d)[oa]|erstattet|ers(?:att|tattet)|vervangen|sostituit[oa])(?: (?:${inPart}))? (?:durch|von|par|por|pel[oa]|af|av|door|da)${wordEnd}`,
      'giu',
    ),
  },
  {
    // Polish.
    needs: /zastąp/i,
    pattern: new RegExp(String.raw`\bzastąpion[yaeo] (?:przez|decyzją)${wordEnd}`, 'giu'),
  },
  {
    // Russian.
    needs: /заме/i,
    pattern: new RegExp(
      String.raw`(?<!\p{L})заме(?:н[её]н|щ[её]н)[аоы]?(?: (?:на|решением|документом))?${wordEnd}`,
      'giu',
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
      'giu',
    ),
  },
  // So has Chinese: `已被 ADR-9 取代`.
  {
    needs: /[被由]/,
    pattern:
      /(?<![将將未不]|没有|沒有|[将將]会|计划|計劃|可能|拟|擬|预计|預計|准备|準備|考虑|考慮)[被由](?=[^。；.;]{1,120}(?:取代|替代))/g,
  },
  { needs: /favou?r/i, pattern: /(?<=^|\s)in favou?r of\b/gi },
];

/** `Replaced parts of ADR-3` is said of the one that did so; of `this` it is said in the passive. */
const replacedParts = '(?:superseded|replaced) (?:some |the )?parts? of(?! th(?:is|e present))';

/** The record of the text is the newer one. */
export const ofPhrases: readonly Wording[] = [
  {
    needs: /supersed(?:es|ing)|superced(?:es|ing)|superseeds|obsoletes|replac(?:es|ing)/i,
    pattern: new RegExp(
      // `Superseding Proposal: SE-12` names the newer one, as its label says.
      String.raw`\b(?!superseding (?:${newerOnes.join('|')})s?\s?:)(?:supersed(?:es|ing)|superced(?:es|ing)|superseeds|obsoletes|replaces|replacing)` +
        `(?:,? (?:partially|partly|in part|parts of|part of))?${wordEnd}`,
      'giu',
    ),
  },
  {
    needs: /(?:superseded|replaced) (?:some |the )?parts? of/i,
    pattern: new RegExp(String.raw`\b${replacedParts}${wordEnd}`, 'giu'),
  },
  {
    needs: /remplace|reemplaza|substitui|sostituisce|erstatter|vervangt|zastępuje|ersetzt/i,
    pattern: new RegExp(
      String.raw`\b(?:remplace|reemplaza|substitui|sostituisce|erstatter|vervangt|zastępuje|ersetzt(?! (?:(?:${inPart}) )?(?:durch|von)${wordEnd}))${wordEnd}`,
      'giu',
    ),
  },
  { needs: /заменяет/i, pattern: new RegExp(String.raw`(?<!\p{L})заменяет${wordEnd}`, 'giu') },
  {
    // Chinese has no blank after it.
    needs: /取代|替代/,
    pattern: new RegExp(String.raw`(?<![被已未不])(?:取代|替代)(?=\s?(?:${linkMark}|ADR|RFC|\d))`, 'gi'),
  },
];

/**
 * Glances. The patterns with letters of every script are dear to make, and a process that reads a few records would make
 * all of them: what each needs in a text is looked for first.
 */
/** Of `otherNumber`. */
export const mayBeNumber = /\d/;
/** Of `identifier` and `bareNumber`. */
export const mayBeName = /\d|\.(?:mdx?|rst|adoc)/;
/** Of `subjectBefore`. */
export const mayBeSubject = /\s(?:is|are|was|were|ha[sd]|have|being|been|gets?|got|bec[ao]mes?)(?:\s|$)/i;

/** A part of every phrase above: most lines have none of them, and need no closer look. */
export const quick =
  /supers|superc|replac|obsolet|favou?r|overr|subsum|invalidated|reverted|retired|ersetz|abgel|rempla|reempla|sust|substi|erstat|ersatt|verva|sosti|deprecate|zast|заме|取代|替代|置き換え|置換|取って代わ|대체/i;

/** "Parts of this are superseded by", "superseded in part by": the older record stays in force. */
export const partialBefore =
  /\b(?:partial(?:ly)?|partly|mostly|largely|in part|part|parts|sections?|some|portions?|teilweise|partiellement|parcialmente|parzialmente|gedeeltelijk|deels|delvist?|en partie|em parte|en parte|in parte|zum teil)\b[^.;]{0,60}$/i;
const partialAfter = new RegExp(
  anyOf(
    String.raw`^[^.;]{0,20}\b(?:partial(?:ly)?|partly|in part|in parts|${inPart})\b`,
    /^[^.;]{0,80}\b(?:except|apart from|with the exception|außer|bis auf|sauf|excepto|exceto)\b/,
    // `ADR-3 as far as retries go`, `by ADR-9 on the client side`, `by ADR-9 for new services`
    /^[^.;]{0,40}\b(?:in ?so ?far as|as far as|with (?:regard|respect) to|in respect of|as regards|when it comes to|on the [\w-]{1,20} side)\b/,
    /^[^.;]{0,40}\bfor (?:all )?(?:new|existing|most|legacy) (?!reasons?\b)/,
    // `by ADR-9 for mobile; still valid for web`
    /^[^.]{0,80}\b(?:still|remains?|stays?) (?:valid|in force|in effect|applicable) (?:for|in|on)\b/,
    // `ADR-3 (the mode of delivery only)`, `ADR-3; its other decisions stand`
    /^[^.;]{0,60}(?:[\u2014\u2013(]|\s-\s)[^.;]{2,60}\bonly\b/,
    /^[^.]{0,120}\b(?:its|the|all) other (?:\w{3,12} )?(?:decisions?|parts?|points?|sections?|rules?) (?:stand|remain|hold|stay)/,
    // In Korean, Japanese and Chinese: in part, limited to, added to.
    /^[^.;]{0,120}(?:부분|일부|한해|한정|보강|一部|部分)/,
    // `ADR-3 for the identity of workloads only`
    /^[^.;]{0,60}\b(?:only (?:for|in|as to|where|when)\b|(?:for|as to|with regard to) [^,.;()\u2013\u2014]{1,60}\bonly\b)/,
  ),
  'i',
);
/** The same in other words behind the record: a bracket in small letters is a remark, and else as often a title. */
const partialRemark = new RegExp(
  anyOf(
    // `ADR-3 (only the cache)`, `ADR-3 (the caching rules)`, `ADR-3 (Cache only)`
    /^[^.;]{0,60}\((?=\p{Ll})[^().;]{0,60}\b(?:only|parts?|portions?|sections?|half|aspects?|rules?|nur|uniquement|seulement|solo|s\u00f3lo|somente)\b/u,
    /^[^.;]{0,60}\([^().;]{1,60} only\)/u,
    // `ADR-3's caching rules`
    `^[^.;]{0,20}[\\d${linkMark}]['\u2019]s [a-z]`,
  ),
  'u',
);

/** `Accepted - retry limits replaced by ADR-9`: what stands between the two is a piece of the record. */
export const pieceStated =
  /^\W{0,4}(?:accepted|approved|adopted|implemented)(?: for [^.;:,]{1,60})?\s?(?:[-\u2013\u2014:;,]|--)\s?(?!(?:this|it|that|in|on|at|by|from|with|as|after|but|and|now|later|since)\b)(?:[\p{L}\p{N}][\p{L}\p{N}-]{1,20} ){1,5}(?!(?:adr|decision|record|proposal|rfc|document|is|are|was|were|been|being|and|but|then|now|since|later|soon|also|again|to|as|\p{L}+(?:ly|ed|wn))\b)\p{L}[\p{L}-]{1,20}\s?$/iu;

/** `Accepted for web, superseded by ADR-9 for mobile`: each is said of its part. */
const heldFor = /\b(?:accepted|approved|valid|in force) for [^.;]{1,60}$/i;

/** Whether words before and behind "superseded by" divide what they speak of. */
export function dividesScope(before: string, after: string): boolean {
  return heldFor.test(before) && /^[^.;]{1,80} for [a-z]/.test(after);
}

/** Whether what follows "superseded by" or "supersedes" says that a part is meant. */
export function saysPart(text: string): boolean {
  return partialAfter.test(text) || partialRemark.test(text);
}

/** The same of one record in a list: `ADR-3 (partly)`, `parts of ADR-3`. */
export const partialTarget =
  /\b(?:partial(?:ly)?|partly|in parts?|parts? of|some of|portions? of|aspects? of|teilweise)\b/i;

/** Of `pieceOf`. */
export const mayBePiece = / (?:in|of|from|to) /i;
/**
 * What a record has many of, named before it: `the invitation message in RFC 160`, `formats documented in RFC 36, RFC 37`,
 * `the interim amendments to ADR-26`; and whatever is "the … in" it.
 */
export const pieceOf =
  /\b(?:amendments?|addend(?:a|um)|notes?|remarks?|guidance|messages?|formats?|fields?|rules?|paragraphs?|clauses?|points?|items?|steps?|requirements?|recommendations?|definitions?|examples?|tables?|diagrams?|statements?|chapters?|appendix|appendices|framing|wording|assumptions?|handling|treatment|approach|half|halves|choices?|selection|shapes?|modes?|mechanism|layout|naming|(?<=the ["\u201c]?)(?!original|earlier|older?|previous|prior|whole|entire|same|accepted|architectur|design|technical|main)\p{L}[\p{L} -]{2,40}["\u201d]? decisions?)(?: \p{L}{3,12})? (?:in|of|from|to) |^\W{0,4}the (?:(?!(?:decision|record|adr|rfc|proposal|document|version|text|whole|original|entire|architecture|design)s?\b)[\p{L}\p{N}'-]{1,30} ){1,6}(?<!(?:ed|made|taken|chosen|set|given) )in /iu;

/**
 * Behind "supersedes", a piece that a clause says to be of the record: `the default ADR-3 assumed at first`, `what ADR-3 said`.
 * The decision that it made is all of it, and `the older ADR-3, accepted in May` is the record.
 */
export const pieceInClause = new RegExp(
  String.raw`^ (?:(?:the|those|all|any) [^.;:,()]{0,60}?[\p{Ll}\p{N}-]{2,}(?<!\b(?:in|of|from|by|as|decisions?|record|older|old|earlier|previous))|what)(?: that| which)?` +
    String.raw` (?:${linkMark}|[A-Z]{2,12}[-_ ]?#?\d{1,6}) (?:(?:originally|initially|first|once|had|previously) )?` +
    String.raw`(?!(?:accepted|approved|adopted|superseded|merged|published|dated|called|titled)\b)(?:\p{L}{2,14}ed|made|set|took|chose|said|gave|laid|had|kept)(?!\p{L})`,
  'u',
);

/** `Supersedes / Extends: ADR-3`: a label of two things, of which the text says which. */
export const eitherLabel = /^[ \t*_]{0,4}\/[ \t*_]{0,4}(?:exten|amend|updat|refin|relat|complement|modif|clarif)/i;

/** "Will be superseded by", "until replaced by": nothing has happened yet. */
export const notYet =
  /\b(?:not|never|to be|until|unless|if|once|when)(?: \w{1,12})?$|\b(?:will|may|might|could|should|would|shall|can|must|has to|needs to)(?: \w{1,12}){0,3} be(?: \w{1,12})?$/i;

/** The same in other languages, before the verb: `ne remplace pas`, `será reemplazada por`, `no reemplaza`. */
export const notYetElsewhere = new RegExp(
  `(?<!\\p{L})(?:${anyOf(
    /ne|no|não|non|не|nie|sera|seront|será|serán|serão|sarà|saranno|verrà|verranno|va a ser|vai ser|va être/,
    /будет|будут|zostanie|skal|ska(?:ll)? bli/,
    // "May", "should", "could" before the verb.
    /(?:doit|devra|devrait|peut|pourra|pourrait|serait) (?:\p{L}{2,12} )?être/u,
    /(?:debe|debería|puede|podrá|podría|deve|deveria|pode|poderá|poderia) (?:\p{L}{2,12} )?ser|sería|seria/u,
    /(?:deve|dovrà|dovrebbe|può|potrà|potrebbe|sarebbe) (?:\p{L}{2,12} )?essere/u,
    /(?:kan|kon|zal|zou|moet|mag) (?:\p{L}{2,12} )?worden|(?:kan|skal|vil|ville|bør|kommer (?:til )?(?:at|å|att)) bli(?:ve)?/u,
    /(?:może|ma|powin(?:na|no|ien)|będzie) (?:zostać|być)|будет|(?:может|могут|долж(?:ен|на|но|ны)|планируется) быть/,
  )})$`,
  'iu',
);
/** The verb of `ofPhrases` denied behind what it is said of: `ersetzt ADR-3 nicht`. */
export const deniedBehind = /^[^.;,:]{1,60}\s(?:nicht|niet|ikke|inte)(?!\p{L})(?! (?:nur|alleen|kun|bara)(?!\p{L}))/iu;
/** What follows "superseded by ADR-9" makes a plan of it. */
export const onCondition =
  /^[^.;,]{1,80}?,?\s(?:unless|provided(?: that)?|if|once|as soon as|sobald|falls|si|cuando)\s/i;

/** "Previously: superseded by ADR-9, then reinstated", "Reinstated (was superseded by ADR-9)": what no longer holds. */
export const noMore =
  /\b(?:previously|formerly|at first|for a while|no longer)[:,]?(?: (?:been|marked(?: as)?))?$|\b(?:reinstated|restored|revived|in force again|valid again)[^.;()]{0,40}(?:\(|, )(?:it )?(?:was|had been)$/i;

/** "Durch ADR-9 ersetzt", "wird ersetzt": the verb of `ofPhrases` in the passive. */
export const passiveBefore = /(?:^|\s)(?:durch|von|wird|werden|wurden?|ist|sind)\s(?:[^.;,]{0,80}\s)?$/i;

/** Of `replacingOrReplaced`. */
export const mayBeReplacing = /ersetzt|取代|替代|parts? of/i;
/** Words that say "superseded" alone and "supersedes" before a record: `Ersetzt`, `Ersetzt ADR-3`. */
export const replacingOrReplaced = new RegExp(`^[^\\p{L}\\p{N}]{0,4}(?:ersetzt|取代|替代|${replacedParts})`, 'iu');

/** Where what a phrase speaks of ends, besides a bracket that was opened before it. */
export const clauseEnd = new RegExp(
  anyOf(
    // A sentence, a semicolon, a dash. `No. 12` is not the end of one.
    /(?<!\b(?:no|nr|num))[.!?](?=\s|$)|;|\s[\u2014\u2013-]\s/,
    // The next clause.
    /, (?:which|because|since|as|but|due|to)\b| (?:because|since|which|due to|for|as of|on \d)\b/,
  ),
  'i',
);

/** What one successor of several is for: `by ADR-2 for reads and by ADR-3 for writes`, `by ADR-2 and, for batch, by ADR-3`. */
export const purpose = new RegExp(
  anyOf(
    String.raw`,? for [^,.;()]{1,60},(?= (?:by\b|${linkMark}|[A-Z]{2,12}-?\d))`,
    String.raw`,? for [^,.;()]{1,60}(?=,? and,? (?:by |(?:${linkMark}|[A-Za-z]{0,12}[-_ ]?#?\d{1,6})[^,.;()\w]{0,3}(?:for\b|[.;]|$)))`,
  ),
  'gi',
);

/** What stands between two records of a list; what begins a statement of its own is no part of the list. */
export const listJoint =
  /\s{0,3}[,&+]\s{0,3}(?:(?:and|or|und|et|y|e|og|och|en|и|i)\s)?|\s(?:and|or|und|et|y|e|og|och|и|i|as well as|together with)\s|\s\/\s|(?<=\d)\/(?=#?\d{1,6}(?![\w.-]))/i;
export const otherStatement =
  /^\W{0,4}(?:and |is |was |are |has been |also |then |partly |partially ){0,3}(?:amend|refin|exten[ds]|clarif|updat|relat|complement|implement|depend|see\b|requires?\b|builds?\b|follow|inspired|based|referenc|accepted|approved|proposed|rejected|discuss|link|no longer|cf\b|(?:not|nicht|niet|inte|ikke|pas|não|non)\b|formerly|previously|originally|instead of)/i;

/** Two places for numbers of the same kind: `7`, `7.2`, `51–54`, `12 and 13`. */
const numbers = String.raw`\d{1,6}(?:\.\d{1,4}){0,3}(?:\s{0,2}(?:[-\u2013\u2014,&]|and|und|et|to)\s{0,2}#?\d{1,6}(?:\.\d{1,4}){0,3}){0,8}`;

/** A part of a document, by which only that part is meant. */
const partNames =
  'sections?|sect?|chapters?|clauses?|articles?|art|paragraphs?|parts?|rules?|abschnitte?|kapitel|absatz|artikel|secci[o\u00f3]n(?:es)?|cap[i\u00ed]tulos?|chapitres?|se[c\u00e7][a\u00e3\u00e7]o|\u7b2c';
/** Of `partOfRecord`. */
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

/** What a phrase with "is" or "was" says it of; generic words are the record itself. */
export const subjectBefore =
  /([^.;:!?()\u2014\u2013\n]{1,80}?)\s(?:is|are|was|were|has been|have been|had been|been|being|got|gets|becomes|became)(?: (?:now|since|fully|partially|partly|in part|formally|later|then|entirely|largely|mostly|also|both)){0,2}$/i;
export const ownSubject =
  /^[^\p{L}\p{N}]*(?:(?:this|it|that|these|the|our|its|current|original|previous|present|above|whole|entire|full|document|adr|record|decision|proposal|rfc|status|note|update|important|warning|deprecated|accepted|approved|implemented|proposed|draft|final|active|and|but|now|has|since|later|which|file|page|version|part|parts|section|sections|portions?|aspects?|some|all|most|of|in)\b[^\p{L}\p{N}]*)*$/iu;

/** A link that goes around the phrase as well: `[Superseded by ADR 12](0012-….md)`. */
export const phraseOfLink =
  /^(?:partially |partly )?(?:superseded|superceded|replaced|deprecated) by\b|^supersedes\b|^replaces\b/i;
