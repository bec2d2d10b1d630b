import { inLowerCase } from '../../text/lowerCase';
import { anyOf } from '../../text/wordList';
import { linkMark } from './linkMarks';

/** "Partly" in other languages. */
export const inPart =
  'en partie|partiellement|parcialmente|en parte|em parte|teilweise|zum teil|delvist?|gedeeltelijk|deels|in parte|parzialmente';

/** "Parts of this are superseded by", "superseded in part by": the older record stays in force. */
export const partialBefore = new RegExp(
  String.raw`\b(?:partial(?:ly)?|partly|mostly|largely|in part|part|parts|sections?|some|portions?|${inPart})\b[^.;]{0,60}$`,
  'i',
);
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
/** The same in other words behind the record. A bracket in lower case is a remark; any other is as often a title. */
const partialRemark = new RegExp(
  anyOf(
    // `ADR-3 (only the cache)`, `ADR-3 (the caching rules)`, `ADR-3 (Cache only)`
    /^[^.;]{0,60}\((?=\p{Ll})[^().;]{0,60}\b(?:only|parts?|portions?|sections?|half|aspects?|rules?|nur|uniquement|seulement|solo|sólo|somente)\b/u,
    /^[^.;]{0,60}\([^().;]{1,60} only\)/u,
    // `ADR-3's caching rules`
    `^[^.;]{0,20}[\\d${linkMark}]['\u2019]s [a-z]`,
  ),
  'u',
);

/** `Accepted - retry limits replaced by ADR-9`, in lower case: what stands between the two is a piece of the record. */
const pieceStated = new RegExp(
  String.raw`^\W{0,4}(?:accepted|approved|adopted|implemented)(?: for [^.;:,]{1,60})?\s?(?:[-\u2013\u2014:;,]|--)\s?` +
    // The piece, in two words or more. It begins with none that goes on with the sentence, …
    String.raw`(?!(?:this|it|that|in|on|at|by|from|with|as|after|but|and|now|later|since)\b)` +
    String.raw`(?:[\p{L}\p{N}][\p{L}\p{N}-]{1,20} ){1,5}` +
    // … and ends neither in a word for the record nor in a verb or an adverb.
    String.raw`(?!(?:adr|decision|record|proposal|rfc|document|is|are|was|were|been|being|and|but|then|now|since|later|soon|also|again|to|as|\p{L}+(?:ly|ed|wn))\b)` +
    String.raw`\p{L}[\p{L}-]{1,20}\s?$`,
  'u',
);

/** Whether a status before "superseded by" says which piece of the record is meant. */
export function statesPiece(before: string): boolean {
  return pieceStated.test(inLowerCase(before));
}

/** `Accepted for web, superseded by ADR-9 for mobile`: each status is that of a part. */
const heldFor = /\b(?:accepted|approved|valid|in force) for [^.;]{1,60}$/i;

/** Whether the words before and behind "superseded by" speak of different parts of the record. */
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

/** A cheap test before `pieceOf`. */
export const mayBePiece = / (?:in|of|from|to) /i;
/** What a record has many of. */
const pieces = anyOf(
  /amendments?|addend(?:a|um)|notes?|remarks?|guidance|messages?|formats?|fields?|rules?|paragraphs?|clauses?|points?/,
  /items?|steps?|requirements?|recommendations?|definitions?|examples?|tables?|diagrams?|statements?|chapters?/,
  /appendix|appendices|framing|wording|assumptions?|handling|treatment|approach|half|halves|choices?|selection|shapes?/,
  /modes?|mechanism|layout|naming/,
  // `the retry decision of ADR-3`, and not `the original decision of ADR-3`
  /(?<=the ["\u201c]?)(?!original|earlier|older?|previous|prior|whole|entire|same|accepted|architectur|design|technical|main)\p{L}[\p{L} -]{2,40}["\u201d]? decisions?/u,
);
/** Names of the record itself, and of all of it. */
const wholes = 'decision|record|adr|rfc|proposal|document|version|text|whole|original|entire|architecture|design';
/**
 * A piece of a record, named before it: `the invitation message in RFC 160`, `formats documented in RFC 36, RFC 37`,
 * `the interim amendments to ADR-26`; and whatever is "the … in" it.
 */
export const pieceOf = new RegExp(
  anyOf(
    String.raw`\b(?:${pieces})(?: \p{L}{3,12})? (?:in|of|from|to) `,
    String.raw`^\W{0,4}the (?:(?!(?:${wholes})s?\b)[\p{L}\p{N}'-]{1,30} ){1,6}(?<!(?:ed|made|taken|chosen|set|given) )in `,
  ),
  'iu',
);

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
