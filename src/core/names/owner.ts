import { wordSet } from '../text/wordList';

/** Who owns the record that a number means, by the words before the number. */
export interface Owner {
  /** What the owner is called, in lower case: `spring`, `platform`; `upstream` and `their` stand for themselves. */
  readonly name: string;
  /**
   * `other`: the words say that it is another's. `team`: a team or project of that name, which may be the one here. `name`: a
   * person, who may be of the team, or a product. `joined`: words with a dash between them, which may be a repository
   * (`billing-api`) or say something of the record (`follow-up`), or a word of capitals before the number.
   */
  readonly is: 'other' | 'team' | 'name' | 'joined';
}

const mark = '[`"\'\u2018\u201c*_[(]{0,4}';
const possessive = "['\u2019]s?";
/** A cheap test before the patterns below: hardly any number has one of these before it. */
const glance = /(?:['\u2019]s?|upstream|their|IETF|[a-z\d]-[a-z\d]{2,40}[`"'\u2019]?)[ \t\u00a0]{1,2}[^\w\s]{0,4}$/i;
const others = new RegExp(`(?:^|[^\\w-])(upstream|their|IETF)(?:${possessive})?[ \\t\u00a0]{1,2}${mark}$`, 'i');
/** Bodies that make decisions of their own; the word before says which one it is. */
const body = 'team|group|squad|tribe|guild|department|company|vendor|project|framework|library|organi[sz]ation';
const ofBody = new RegExp(
  `(?:^|[^\\w-])([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,40}) (?:${body})s?${possessive}[ \\t\u00a0]{1,2}${mark}$`,
  'iu',
);
const bodyOutside = new RegExp(
  `(?:^|[^\\w-])((?:vendor|supplier|customer|client|partner|framework|library)s?${possessive})[ \\t\u00a0]{1,2}${mark}$`,
  'i',
);
const named = new RegExp(
  `(?:^|[^\\p{L}\\p{N}_-])(\\p{Lu}[\\p{L}\\p{N}.+]{1,40}?)${possessive}[ \\t\u00a0]{1,2}${mark}$`,
  'u',
);

/** `ADR-n of the SDK`, `ADR-n of Spring`: a name, and no word that goes on. */
const nameAfter = new RegExp(
  String.raw`^[\]"'\u0060\u2019\u201d*_)]{0,4}[ \t\u00a0]of (?:the )?${mark}(\p{Lu}[\p{L}\p{N}+]{1,40})(?![\p{L}\p{N}/_@-])`,
  'u',
);
/** `SDK ADR`: a name of capitals alone says less than one that owns, as it may be what the record is about. */
const capitals = /(?:^|[^\w./&-])([A-Z]{2,5})[ \t\u00a0][`"'*_[(]{0,4}$/;
/** Words that are written in capitals for stress. */
const stressed = wordSet(`
  todo fixme note hack xxx bug wip nb see per by via and or but not no new old now all any only also use as in on of to
  from for with if cf must should shall may siehe vgl both after since the our done open draft adr adrs rfc rfcs id ref refs`);

const joined =
  /(?:^|[\s(])[`"'\u2018]?([a-z][a-z\d]{0,40}(?:-[a-z\d]{1,40}){1,6})(?:['\u2019]s|[`"'\u2019])?[ \t\u00a0]{1,2}[[(`*_]{0,4}$/;

/** Words with a dash between them that describe a record, no owner: `follow-up`, `long-term`, `above-mentioned`. */
const ofRecord =
  /^(?:re|pre|post|non|co|so|self|well|above|below|long|short|high|low|new|late|early|first|second|third|multi|not)-|-(?:up|to|be|level|term|style|wide|only|specific|scoped|related|based|mentioned|accepted|proposed|superseded|planned|linked)$/;

/** A team without another word for which one is the one that writes. */
const ownTeam = wordSet(`
  the our this same own whole core entire main current my your its a that every each dev development developer
  engineering architecture technical tech product new old original local`);
/** Capitalized words that own nothing, as at the beginning of a sentence, or that mean this team's own. */
const noOwner = wordSet(
  'it that this here there what who where how when let he she today yesterday tomorrow tonight last next year month ' +
    'week quarter sprint monday tuesday wednesday thursday friday saturday sunday january february march april may june ' +
    'july august september october november december team author lead architect maintainer owner developer ' +
    'repo repository project company organization organisation product app application codebase house one everyone ' +
    // What a text or a plan has several of.
    'part section chapter option table figure appendix annex volume edition series set list phase stage step milestone version release',
);
const otherOnes = wordSet(
  'another other some their upstream external partner sister third-party different neighbouring',
);

/** The owner that the text before a number names, or null for most. */
export function ownerBefore(head: string): Owner | null {
  if (!glance.test(head)) return inCapitals(head);
  const other = others.exec(head)?.[1] ?? bodyOutside.exec(head)?.[1];
  if (other !== undefined) return { name: other.toLowerCase(), is: 'other' };
  const team = ofBody.exec(head)?.[1]?.toLowerCase();
  if (team !== undefined) {
    if (otherOnes.has(team)) return { name: team, is: 'other' };
    return ownTeam.has(team) ? null : { name: team, is: 'team' };
  }
  const compound = joined.exec(head)?.[1];
  if (compound !== undefined) return ofRecord.test(compound) ? null : { name: compound, is: 'joined' };
  const name = named.exec(head)?.[1]?.toLowerCase();
  return mayOwn(name) ? { name, is: 'name' } : null;
}

/** The same by the text behind it. */
export function ownerBehind(tail: string): Owner | null {
  const name = nameAfter.exec(tail)?.[1]?.toLowerCase();
  return mayOwn(name) ? { name, is: 'name' } : null;
}

function inCapitals(head: string): Owner | null {
  const name = capitals.exec(head)?.[1]?.toLowerCase();
  return mayOwn(name) && !stressed.has(name) ? { name, is: 'joined' } : null;
}

function mayOwn(name: string | undefined): name is string {
  return name !== undefined && !noOwner.has(name) && !/\d$/.test(name);
}
