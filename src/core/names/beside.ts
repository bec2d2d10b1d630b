import { withoutEnd } from '../text/withoutEnd';
import { type Owner, ownerBefore, ownerBehind } from './owner';

/** What the line of a number says of whose record the number means, or which of several. Nothing else is read. */
export interface Beside {
  /**
   * `acme/cloud`, `github.com/acme/cloud` or, before "repository", `cloud`: a repository or a folder. `antora::cloud`: a
   * component of a site.
   */
  readonly place: string | null;
  /** The destination of the link whose text contains the number. */
  readonly href: string | null;
  /** `keep-tokens` of `ADR-n-keep-tokens`, or what follows as a title or remark. */
  readonly words: string | null;
  /** `slug`: joined to the number; `title`: written like one; `remark`: any other words after a colon or dash. */
  readonly wordsAre: 'slug' | 'title' | 'remark';
  /** The owner that the words before the number name; left out where they name none. */
  readonly owner?: Owner;
}

/** UTF-16 units that are read before and after a number. They bound every pattern below. */
const before = 160;
const after = 240;

const place = String.raw`(?:https?:\/\/)?(?:[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}\/)?[A-Za-z0-9][\w.-]{0,60}\/[A-Za-z0-9_.][\w.-]{0,100}`;
const mark = '[`"\'\u2018\u2019\u201c\u201d*_]{0,3}';
/** `acme/cloud ADR`, `acme/cloud's ADR`, `[acme/cloud](https://…) ADR`, `acme/cloud: ADR`, `acme/cloud@ADR`. */
const placeBefore = new RegExp(
  String.raw`(?:^|[\s(\[<"'\u0060*_])(${place})(?:\]\([^()\s]{0,120}\))?(?:@[\w./-]{1,60})?${mark}(?:['\u2019]s)?(?:[ \t]{1,2}(?:repo|repository|project)(?:['\u2019]s)?)?(?:[ \t]{0,2}[:@#>\u306e\u7684]|[ \t])[ \t]{0,2}${mark}\[?$`,
);
/** `the cloud repository's ADR`, `cloud repo ADR`. */
const nameBefore = /(?:^|[\s(])[`"']?([A-Za-z][\w.-]{1,60})[`"']? (?:repo|repository)(?:['\u2019]s)? $/;
const connector = `(?:of|in|from|at|by|de|du|von|vom|aus|im|di|del|da|do|van|из|в|от)`;
/** `ADR-n of acme/cloud`, `ADR-n (acme/cloud)`, `ADR-n@acme/cloud`, `ADR-n in the acme/cloud repository`. */
const placeAfter = new RegExp(
  String.raw`^(?:-[\w-]{1,80})?${mark}\]?[ \t]{0,2}(?:[(\[][ \t]?(?:(?:see|from|in|of|repo:?|cf\.?)[ \t])?|@|[ \t]${connector}[ \t](?:the[ \t])?)${mark}\[?(${place})(?![\w/-])`,
  'i',
);
/** `ADR-n of the cloud repository`, `ADR-n in repo cloud`. */
const nameAfter = new RegExp(
  String.raw`^${mark}[ \t](?:${connector})[ \t](?:the[ \t])?(?:(?:repo|repository)[ \t]${mark}([A-Za-z][\w.-]{1,60})|${mark}\[?([A-Za-z][\w.-]{1,60})${mark}[ \t](?:repo|repository)\b)`,
  'i',
);
const ourOwn =
  /^(?:this|our|the|same|own|main|current|whole|a|that|its|their|your|my|git|upstream|another|other|each|every)$/i;

/** Other numbers between this one and what qualifies the list: `ADR-n and ADR-n of acme/cloud`. */
const joint = String.raw`[ \t]{0,2}(?:,|and|or|und|et|y|&|\/|\+)[ \t]{0,2}`;
const another = String.raw`(?:${joint}(?:[A-Za-z]{2,12}[- #]?)?\d{1,6})`;
/** The same before the number, where each may have marks around it and its subject in brackets behind it. */
const marked = '[*_`]{0,3}';
const anotherBefore = String.raw`${marked}(?: \([^()]{1,60}\))?${joint}${marked}(?:[A-Za-z]{2,12}[- #]?)?\d{1,6}`;
const listAfter = new RegExp(`^${another}{1,10}`);
/** Ends with what joins the list to this number, which is the last of it. */
const listBefore = new RegExp(
  String.raw`${marked}[A-Za-z]{2,12}[- #]?\d{1,6}(?:${anotherBefore}){0,9}${marked}(?: \([^()]{1,60}\))?${joint}${marked}$`,
);

/** Only a dash joins a slug: what follows `_` may be the rest of an identifier (`test_adr_0012_retry`). */
const slug = /^-(\p{L}[\p{L}\p{N}]{0,40}(?:[-_.][\p{L}\p{N}]{1,40}){0,20})/u;
/** `rfc0088-cache-limits`: a task, branch or test named after the record, so that the rest need not be its slug. */
const isHandle = /^[a-z]{2,12}\d/;
const titled =
  /^[`"'\u2019)\]*_]{0,3}[ \t]{0,2}(?:[:\u2013\u2014(]|[ \t]--?)[ \t]{0,3}(["'\u201c\u2018\u00ab*_`]{0,2})(\p{L}[^\n.;()"\u201d\u00bb|[\]`]{2,120})/u;

/** The destination of a Markdown link that ends with the number. It is no title; what follows the link may be one. */
const destination = /^[`*_]{0,3}\]\([^()\n]{0,240}\)/;

/** What stands beside the number from `at` to `end` (UTF-16 offsets) in a line; null for most: nothing. */
export function besideNumber(line: string, at: number, end: number): Beside | null {
  const head = line.slice(Math.max(0, at - before), at);
  const tail = line.slice(end, end + after);
  if (head.trim() === '' && tail.trim() === '') return null;
  const where =
    mayHavePlace(head) || mayHavePlace(tail)
      ? placeIn(head.replace(listBefore, ''), tail.replace(listAfter, ''))
      : null;
  const href = hrefOf(head, tail);
  const words = wordsIn(head, tail.replace(destination, ''), isHandle.test(line.slice(at, end)));
  const owner =
    where === null ? (ownerBefore(head.replace(listBefore, '')) ?? ownerBehind(tail.replace(listAfter, ''))) : null;
  if (where === null && href === null && words === null && owner === null) return null;
  const beside = { place: where, href, words: words?.text ?? null, wordsAre: words?.kind ?? 'remark' } as const;
  return owner === null ? beside : { ...beside, owner };
}

/** Whether a text has what every place has: a slash, or the word "repo". */
function mayHavePlace(text: string): boolean {
  return text.includes('/') || /repo/i.test(text);
}

function placeIn(head: string, tail: string): string | null {
  const found = placeBefore.exec(head)?.[1] ?? placeAfter.exec(tail)?.[1];
  if (found !== undefined) return withoutEnd(found.replace(/^https?:\/\//, ''), '.-');
  const named = nameAfter.exec(tail);
  const name = nameBefore.exec(head)?.[1] ?? named?.[1] ?? named?.[2];
  return name === undefined || ourOwn.test(name) ? null : name;
}

/** The destination of a Markdown link around the number: `[… ADR-n …](href)`. */
function hrefOf(head: string, tail: string): string | null {
  if (head.lastIndexOf('[') <= head.lastIndexOf(']')) return null;
  return /^[^\][\n]{0,160}\]\(<?([^()\s<>]{1,300})/.exec(tail)?.[1] ?? null;
}

function wordsIn(
  head: string,
  tail: string,
  ofHandle: boolean,
): { readonly text: string; readonly kind: Beside['wordsAre'] } | null {
  const joined = slug.exec(tail)?.[1];
  if (joined !== undefined) return joined.length > 2 ? { text: joined, kind: ofHandle ? 'remark' : 'slug' } : null;
  if (isInBrackets(head, tail)) return null;
  const [, quote = '', text = ''] = titled.exec(tail) ?? [];
  const stated = text.split(/ [-\u2013\u2014] |: /, 1)[0]?.trim() ?? '';
  if (stated.length < 3) return null;
  const isTitle = isWholeEntry(head, tail, stated) || isTitleCase(stated, quote === '' ? 3 : 2);
  return { text: stated, kind: isTitle ? 'title' : 'remark' };
}

/** `(as of ADR-12): this and that`: what follows the bracket is about the whole phrase, not about the record alone. */
function isInBrackets(head: string, tail: string): boolean {
  return /^[`"'\u2019*_]{0,3}\)/.test(tail) && !/\([`"'\u2018*_]{0,3}$/.test(head);
}

/** An item of a list, a heading or a link's text that is nothing but number and title: `- ADR-12: Keep tokens`. */
function isWholeEntry(head: string, tail: string, stated: string): boolean {
  if (!/^\s{0,20}(?:[-*+]|\d{1,3}[.)]|#{1,6})\s{1,3}\[?[`*_]{0,3}$/.test(head) && !/\[[`*_]{0,3}$/.test(head))
    return false;
  const end = tail.slice(tail.indexOf(stated) + stated.length);
  const words = stated.match(/[\p{L}\p{N}'-]+/gu) ?? [];
  // Text behind a colon that ends with a full stop is a sentence and no title.
  const isSentence = /^[`*_]{0,3}\./.test(end) && /^\W{0,5}:/.test(tail);
  return (
    !isSentence &&
    /^[`*_.]{0,3}(?:\s{0,10}$|\])/.test(end) &&
    /^\p{Lu}/u.test(stated) &&
    words.length > 1 &&
    words.length < 9
  );
}

/** Every longer word begins with a capital, and at least `least` do. */
function isTitleCase(text: string, least: number): boolean {
  const words = text.match(/[\p{L}\p{N}'-]{4,}/gu) ?? [];
  const isCapital = (word: string) => /^\p{Lu}/u.test(word) && !/^\p{Lu}+$/u.test(word);
  return words.length >= least && words.every(isCapital);
}
