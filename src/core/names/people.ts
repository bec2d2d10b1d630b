import { recordLimits } from '../records/recordLimits';
import type { Definitions } from '../text/inlineLinks';
import { plainText } from '../text/plainText';
import { isNothing, isUnfilled } from '../text/unfilled';

/** Sentences and lists of roles are no names. */
const maxWords = 6;
/** What stands between two names of a list: marks, an "and" of the languages that records come in, the next `@name`. */
const joints = /[,;\uff0c\u3001]|\s(?:and|und|et|og|och|e|y|&|\+)\s|\s[|/\u00b7]\s|<br ?\/?>|\s(?=@)/;

/**
 * Names out of lists, comma lists and links: "Ann Lee (lead), @bob <bob@example.org>" gives `Ann Lee` and `@bob`.
 * Each name once, with or without `@`; placeholders of templates give none.
 */
export function namesIn(values: readonly string[], definitions: Definitions): readonly string[] {
  const names = new Map<string, string>();
  for (const value of values) {
    if (isUnfilled(value) || isUnfilled(plainText(value, definitions))) continue;
    for (const part of withoutAsides(plainText(withoutAddresses(value), definitions)).split(joints)) {
      const name = tidy(part);
      const key = name.replace(/^@/, '').toLowerCase();
      if (isName(name) && !names.has(key) && names.size < recordLimits.people) names.set(key, name);
    }
  }
  return [...names.values()];
}

/** `<mailto:ann@example.org>` would be read as a link and give a second name. */
function withoutAddresses(text: string): string {
  return text.replace(/<(?:mailto:)?[^\s<>@]{1,100}@[^\s<>]{1,100}>/g, '');
}

/** "Ann Lee (lead)": the role, which may hold a comma of its own. */
function withoutAsides(text: string): string {
  return text.replace(/\([^()]{0,200}\)/g, '');
}

/** Takes list marks, roles (`Lead: Ann`) and quotes off a name. */
function tidy(part: string): string {
  return part
    .trim()
    .replace(/^(?:(?:and|und|et|by|the)\s+|[-*\u2022:]\s*|\[[ xX]\]\s*)/i, '')
    .replace(/^[^:]{1,40}:\s+(?=\S)/, '')
    .replace(/^["'[]{1,2}|[^\p{L}\p{N})]{1,6}$/gu, '')
    .trim();
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
