import { recordLimits } from '../records/recordLimits';
import type { Definitions } from '../text/inlineLinks';
import { plainText } from '../text/plainText';
import { isNothing, isUnfilled } from '../text/unfilled';

/** A text of more words is a sentence or a list of roles. */
const maxWords = 6;
/** Separates two names: punctuation, "and" in the languages that records come in, the blank before the next `@name`. */
const joints = /[,;\uff0c\u3001]|\s(?:and|und|et|og|och|e|y|&|\+)\s|\s[|/\u00b7]\s|<br ?\/?>|\s(?=@)/;

/** A template's prompt for a name: `the clients' team: (decider's name, date)`. */
const asksForName = /\([^()]{0,40}\bnames?\b[^()]{0,40}\)|^\W{0,3}name\(s\)\W{0,3}$/i;
/** `Documentation & Knowledge Curator` is one role. */
const ofRole =
  /(?<![^,;|])(\s{0,3}\p{L}{3,30}) & (?!the\b)((?:\p{L}{2,30} ){1,3}(?:curator|architect|engineer|manager|lead|team|owner|director|officer|maintainers?|group|committee|board)s?\b)/giu;
/** Stands for the `&` of a role while a list is taken apart. */
const and = '\u0001';

/**
 * Names out of lists, comma lists and links: "Ann Lee (lead), @bob <bob@example.org>" gives `Ann Lee` and `@bob`.
 * Each name once, with or without `@`; placeholders of templates give none.
 */
export function namesIn(values: readonly string[], definitions: Definitions): readonly string[] {
  const names = new Map<string, string>();
  for (const value of values) {
    if (isUnfilled(value) || isUnfilled(plainText(value, definitions)) || asksForName.test(value)) continue;
    // Again behind the markup, where `&lt;` has become a bracket.
    const text = withoutAsides(withoutAddresses(plainText(withoutAddresses(value), definitions)));
    for (const part of withRolesWhole(text).split(joints)) {
      const name = tidy(part.replaceAll(and, ' & '));
      const key = name.replace(/^@/, '').toLowerCase();
      if (isName(name) && !names.has(key) && names.size < recordLimits.people) names.set(key, name);
    }
  }
  return [...names.values()];
}

function withRolesWhole(text: string): string {
  return text.includes('&') ? text.replace(ofRole, `$1${and}$2`) : text;
}

/**
 * Removes e-mail addresses: `<mailto:ann@example.org>` would be read as a second name. The last one may lack its closing
 * bracket.
 */
function withoutAddresses(text: string): string {
  return text.replace(
    /<(?:mailto:)?[^\s<>@]{1,100}(?:@|\sat\s)[^\s<>]{1,100}>|[(<][^\s<>()@]{1,100}@[^\s<>()]{1,100}\s*$/g,
    '',
  );
}

/** Removes the role of "Ann Lee (lead)", which may contain a comma. */
function withoutAsides(text: string): string {
  return text.replace(/\([^()]{0,200}\)/g, '');
}

/** Takes list marks, roles (`Lead: Ann`) and quotes off a name. */
function tidy(part: string): string {
  return (
    part
      .trim()
      .replace(/^(?:(?:and|und|et|by|the)\s+|[-*\u2022:]\s*|\[[ xX]\]\s*)/i, '')
      .replace(/^[^:]{1,40}:\s+(?=\S)/, '')
      // `ann for the mobile teams`, `@bob wrote this`.
      .replace(/\s(?:for|on behalf of|representing)\s.{1,80}$/i, '')
      .replace(/^(@[\w-]{1,60})\s{1,3}\p{Ll}.{0,80}$/u, '$1')
      .replace(/^["'[\u2018\u201c\u201e\u00ab]{1,2}|[^\p{L}\p{N})]{1,6}$/gu, '')
      .trim()
  );
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > recordLimits.nameLength || isNothing(name) || isUnfilled(name)) return false;
  return /\p{L}/u.test(name) && name.split(/\s+/).length <= maxWords && !/^(?:https?:|etc$)/i.test(name);
}

/**
 * A name as it is compared: `Kenji Mori`, `kenji-mori` and `@Kenji Mori` are the same one, and `#ledger`, `Ledger` and
 * `team ledger` the same team. `''` for what has no letter.
 */
export function foldName(name: string): string {
  const words = name
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  return words
    .filter((word) => word !== '')
    .join('-')
    .replace(/^team-(?=.)|-team$/, '');
}
